package io.cotangent.processor;

import io.cotangent.processor.analysis.Doubts;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.JavacReporter;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Comparisons;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.SpoonModel;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Tells where a derivative is right and probably not what is meant, as far as users want it. */
final class Warnings {
  private final SpoonModel model;
  private final JavacReporter reporter;
  private final WarningLevels levels;
  private final Set<Span> told = new HashSet<>();

  Warnings(ProcessingEnvironment env, SpoonModel model, JavacReporter reporter) {
    this.model = model;
    this.reporter = reporter;
    this.levels = WarningLevels.of(env.getOptions());
  }

  /**
   * What is to be warned of in one method.
   *
   * @param wrt how many parameters it is differentiated by
   * @param unused those parameters whose derivative is zero everywhere
   * @param equalities per statement, whether each comparison for equality is doubtful
   * @param isVoid whether it returns nothing
   */
  record Found(int wrt, List<Integer> unused, Map<Span, List<Boolean>> equalities, boolean isVoid) {
    static final Found NOTHING = new Found(0, List.of(), Map.of(), false);

    /** What is to be said of equations, where nobody chooses by what they are differentiated. */
    static Found ofEquations(Request request, LoweredProgram lowered) {
      Map<Span, List<Boolean>> equalities = new LinkedHashMap<>();
      Pipeline.program(
          request,
          lowered,
          facts -> {
            equalities.putAll(Doubts.equalities(facts));
            return facts.program();
          });
      return new Found(0, List.of(), equalities, true);
    }

    /** What the facts about a method tell, which say of one array only that it is itself. */
    static Found of(Request request, InPlace inPlace, Facts facts, Function entry) {
      List<Integer> unused =
          request.wrt().stream()
              .filter(i -> !inPlace.written().contains(i))
              .filter(i -> !isActive(facts, entry.params().get(i)))
              .toList();
      return new Found(
          request.wrt().size(),
          unused,
          new LinkedHashMap<>(Doubts.equalities(facts)),
          entry.results().isEmpty());
    }

    private static boolean isActive(Facts facts, Var param) {
      return facts.activity().isActive(param);
    }
  }

  /** Prints what was found in a method. */
  void report(ExecutableElement method, Found found) {
    if (levels.isBad()) {
      return;
    }
    if (!found.isVoid() && found.wrt() > 0 && found.unused().size() == found.wrt()) {
      Span name = model.nameSpan(model.method(method));
      String text = method.getSimpleName().toString();
      report(Problem.of(ProblemKind.ZERO_DERIVATIVE, name, text), suppressed(method), method);
    } else {
      found.unused().forEach(index -> unused(method, index));
    }
    found.equalities().forEach((statement, each) -> equalities(method, statement, each));
  }

  private void unused(ExecutableElement method, int index) {
    int param = method.getModifiers().contains(Modifier.STATIC) ? index : index - 1;
    Element element = param < 0 ? method : method.getParameters().get(param);
    String name = param < 0 ? "this" : element.getSimpleName().toString();
    Span span = Comparisons.parameter(model, method, param);
    report(Problem.of(ProblemKind.UNUSED_WRT, span, name), suppressed(element), method);
  }

  private void equalities(ExecutableElement method, Span statement, List<Boolean> doubtful) {
    List<Comparisons> written = Comparisons.in(model, statement);
    for (int i = 0; i < written.size(); i++) {
      boolean known = written.size() == doubtful.size();
      Comparisons each = written.get(i);
      if ((!known || doubtful.get(i)) && told.add(each.span())) {
        report(Problem.of(ProblemKind.FLOAT_EQUALITY, each.span()), each.suppressed(), method);
      }
    }
  }

  private void report(Problem problem, Set<String> suppressed, ExecutableElement method) {
    String code = problem.kind().code();
    if (!suppressed.contains(code) && !suppressed.contains("cotangent")) {
      levels.of(problem.kind()).ifPresent(level -> reporter.report(problem, method, level));
    }
  }

  /** What annotations of the element and of those around it suppress. */
  private static Set<String> suppressed(Element element) {
    Set<String> names = new LinkedHashSet<>();
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      for (AnnotationMirror mirror : at.getAnnotationMirrors()) {
        if (mirror.getAnnotationType().toString().equals("java.lang.SuppressWarnings")) {
          mirror.getElementValues().values().forEach(value -> collect(value, names));
        }
      }
    }
    return names;
  }

  private static void collect(AnnotationValue value, Set<String> names) {
    if (value.getValue() instanceof List<?> list) {
      list.forEach(each -> names.add(String.valueOf(((AnnotationValue) each).getValue())));
    }
  }
}
