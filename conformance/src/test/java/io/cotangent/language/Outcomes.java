package io.cotangent.language;

import io.cotangent.ScalarFunction;
import io.cotangent.check.GradientCheck;
import io.cotangent.fuzz.Processors;
import io.cotangent.fuzz.run.Compiler;
import io.cotangent.fuzz.run.Loader;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compiles every form with the processor, and checks the derivatives of those that it takes. */
final class Outcomes {
  private static final double X = 0.7;
  private static final double[] A = {0.5, 1.25, 0.9};
  private static final int N = 3;

  private final List<Form> forms;
  private final Map<Integer, List<String>> refusals = new LinkedHashMap<>();
  private final Loader loader;

  Outcomes(List<Form> forms) {
    this.forms = forms;
    Compiler compiler = new Compiler(Processors.supplier(), Processors.runtimePath());
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < forms.size(); i++) {
      sources.put("language." + name(i), forms.get(i).source(name(i)));
    }
    Compiler.Result first = compiler.compile(sources);
    checked(first);
    for (int i = 0; i < forms.size(); i++) {
      String file = "language." + name(i);
      List<String> problems =
          first.problems().stream()
              .filter(problem -> problem.file().equals(file))
              .map(Compiler.Problem::message)
              .distinct()
              .toList();
      if (!problems.isEmpty()) {
        refusals.put(i, problems);
        sources.remove(file);
      }
    }
    Compiler.Result second = compiler.compile(sources);
    checked(second);
    if (!second.problems().isEmpty()) {
      throw new AssertionError(second.problems().toString());
    }
    loader = new Loader(second.classes());
  }

  private static void checked(Compiler.Result result) {
    if (result.crash() != null) {
      throw new AssertionError(result.crash());
    }
  }

  private static String name(int form) {
    return "Form" + form;
  }

  /** Why the processor refuses a form; empty where it is differentiated. */
  List<String> refusals(int form) {
    return refusals.getOrDefault(form, List.of());
  }

  /** Refused forms are so by the processor, at their place; others have right derivatives. */
  void check(int form) throws ReflectiveOperationException {
    for (String message : refusals(form)) {
      if (!message.contains("[cotangent:") || message.contains("[cotangent:internal]")) {
        throw new AssertionError(forms.get(form) + ": " + message);
      }
    }
    if (!refusals.containsKey(form)) {
      Class<?> type = Class.forName("language." + name(form) + "FDerivatives", true, loader);
      Method function = type.getDeclaredMethod("function", double.class, double[].class, int.class);
      function.setAccessible(true);
      ScalarFunction f = (ScalarFunction) function.invoke(null, X, A.clone(), N);
      GradientCheck.check(f, new double[] {X, A[0], A[1], A[2]});
    }
  }

  /** What the page says of a form. */
  String text(int form) {
    List<String> problems = refusals(form);
    return problems.isEmpty()
        ? "differentiated"
        : "refused: " + problems.stream().map(Outcomes::words).collect(Collectors.joining("; "));
  }

  private static String words(String message) {
    return message.replaceFirst(" \\[cotangent:[^]]*\\]$", "");
  }
}
