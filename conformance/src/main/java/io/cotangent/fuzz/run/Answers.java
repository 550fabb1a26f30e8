package io.cotangent.fuzz.run;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What items alone answer, taken apart. */
final class Answers {
  private Answers() {}

  /** What the first item throws that throws, or null. */
  static Throwable thrown(List<Subject.Answer> answers) {
    return answers.stream()
        .map(Subject.Answer::thrown)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static List<List<Object>> wanted(String one, List<Subject.Answer> answers) {
    return answers.stream().map(answer -> flat(one, answer.value())).toList();
  }

  /** The parts of a result: those of a gradient one by one. */
  static List<Object> flat(String one, Object value) {
    if (!one.equals("valueAndGradient")) {
      return parts(value);
    }
    List<Object> both = parts(value);
    List<Object> all = new ArrayList<>(List.of(both.get(0)));
    all.addAll(parts(both.get(1)));
    return all;
  }

  static List<Object> parts(Object value) {
    if (value == null) {
      return List.of();
    }
    if (!value.getClass().isRecord()) {
      return List.of(value);
    }
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      parts.add(Subject.on(value, component.getName(), List.of()).value());
    }
    return parts;
  }

  static boolean sameException(Throwable wanted, Throwable thrown) {
    return wanted != null
        && thrown != null
        && wanted.getClass() == thrown.getClass()
        && (thrown.getStackTrace().length == 0
            || wanted.getStackTrace().length == 0
            || String.valueOf(wanted.getMessage()).equals(String.valueOf(thrown.getMessage())));
  }
}
