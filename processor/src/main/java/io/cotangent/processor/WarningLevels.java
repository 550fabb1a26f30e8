package io.cotangent.processor;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.ProblemKind.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the option {@code -Acotangent.warnings} wants warnings: a level, or levels of single kinds,
 * with commas between them, later ones winning: {@code all,unused-wrt=none,zero-derivative=error}.
 */
final class WarningLevels {
  /** The option's name. */
  static final String OPTION = "cotangent.warnings";

  private static final Map<String, Optional<Severity>> LEVELS =
      Map.of(
          "all", Optional.of(Severity.WARNING),
          "none", Optional.empty(),
          "error", Optional.of(Severity.ERROR));

  private final Map<ProblemKind, Optional<Severity>> levels = new EnumMap<>(ProblemKind.class);
  private final List<String> bad = new ArrayList<>();

  private WarningLevels() {}

  static WarningLevels of(Map<String, String> options) {
    WarningLevels levels = new WarningLevels();
    kinds().forEach(kind -> levels.levels.put(kind, Optional.of(Severity.WARNING)));
    String given = options.get(OPTION);
    for (String item : given == null ? new String[0] : given.split(",")) {
      levels.apply(item.strip());
    }
    return levels;
  }

  private static Stream<ProblemKind> kinds() {
    return Stream.of(ProblemKind.values()).filter(kind -> kind.severity() == Severity.WARNING);
  }

  private static String name(ProblemKind kind) {
    return kind.code().substring(kind.code().indexOf(':') + 1);
  }

  private void apply(String item) {
    String[] parts = item.split("=", 2);
    String kind = parts.length == 1 ? "" : parts[0].replaceFirst("^cotangent:", "");
    String level = parts[parts.length - 1];
    List<ProblemKind> meant =
        kinds().filter(each -> parts.length == 1 || name(each).equals(kind)).toList();
    Optional<Severity> severity = LEVELS.get(level);
    if (severity == null || meant.isEmpty()) {
      bad.add(item);
    } else {
      meant.forEach(each -> levels.put(each, severity));
    }
  }

  /** The parts of the option that say nothing. */
  List<String> bad() {
    return List.copyOf(bad);
  }

  /** Whether the option can't be understood. */
  boolean isBad() {
    return !bad.isEmpty();
  }

  /** How a kind of warning is to be printed, if at all. */
  Optional<Severity> of(ProblemKind kind) {
    return levels.getOrDefault(kind, Optional.empty());
  }

  /** What the option may say, for a message. */
  static String known() {
    return String.join(", ", kinds().map(WarningLevels::name).toList());
  }
}
