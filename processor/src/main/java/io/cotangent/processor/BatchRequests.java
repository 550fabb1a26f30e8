package io.cotangent.processor;

import io.cotangent.processor.backend.BatchClass;
import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.KernelText;
import io.cotangent.processor.backend.LaneProgram;
import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.backend.SolutionClass;
import io.cotangent.processor.backend.SolutionObjects;
import io.cotangent.processor.batch.Kernels;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.lanes.LaneForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Batched} and checks it against the method whose derivatives are known by now. */
final class BatchRequests {
  /** The annotation's name. */
  static final String ANNOTATION = "io.cotangent.Batched";

  private final Map<String, Integer> names = new HashMap<>();

  BatchRequests(List<ExecutableElement> methods) {
    for (ExecutableElement method : methods) {
      if (isBatched(method)) {
        names.merge(Requests.packageName(method) + "." + className(method), 1, Integer::sum);
      }
    }
  }

  /** A class to write, or the reasons why there is none. */
  record Checked(Optional<BatchClass> batch, List<Problem> problems) {}

  static boolean isBatched(ExecutableElement method) {
    return mirror(method) != null;
  }

  /** What is wrong with an annotation on a method that is not differentiable. */
  static Problem alone(ExecutableElement method, Span name) {
    return problem(ProblemKind.BATCH_ALONE, name, method.getSimpleName().toString());
  }

  Checked check(
      ExecutableElement method,
      DerivativeClass derivatives,
      Optional<ObjectClass> objects,
      List<Function> primal,
      Span name) {
    List<Problem> problems = new ArrayList<>();
    String simpleName = className(method);
    if (names.getOrDefault(derivatives.packageName() + "." + simpleName, 0) > 1) {
      problems.add(problem(ProblemKind.BATCH_OVERLOADS, name, simpleName));
    }
    List<Parameter> params = derivatives.params();
    List<Integer> over =
        new BatchOver(params, BatchOver.paths(params, objects.map(ObjectClass::params), -1))
            .of(wanted(method), name, problems);
    Type result = derivatives.resultType();
    if (!result.leaf().isFloating() || result.rank() > 1) {
      problems.add(problem(ProblemKind.BATCH_RESULT, name, result.toString()));
    }
    KernelText kernels = null;
    if (problems.isEmpty() && Boolean.TRUE.equals(value(method, "gpu"))) {
      Kernels written = Kernels.of(derivatives, over, primal, name);
      problems.addAll(written.problems());
      kernels = written.text().orElse(null);
    }
    if (!problems.isEmpty()) {
      return new Checked(Optional.empty(), problems);
    }
    List<LaneProgram> lanes = LaneForms.of(derivatives, over, primal);
    boolean isPublic = objects.map(ObjectClass::isPublic).orElse(derivatives.isPublic());
    BatchClass batch = new BatchClass(derivatives, simpleName, isPublic, over, kernels, lanes);
    return new Checked(Optional.of(batch), problems);
  }

  /**
   * The batched parameters of a method with a solution.
   *
   * @param problems takes the reasons why there can't be a batch
   */
  static List<Integer> over(
      ExecutableElement method,
      SolutionClass solution,
      Optional<SolutionObjects> objects,
      Span name,
      List<Problem> problems) {
    Type state = solution.params().get(solution.unknown()).type();
    if (!state.leaf().isFloating() || state.rank() > 1) {
      problems.add(problem(ProblemKind.BATCH_RESULT, name, state.toString()));
    }
    if (Boolean.TRUE.equals(value(method, "gpu"))) {
      problems.add(problem(ProblemKind.BATCH_DEVICE, name, "a solver"));
    }
    List<Parameter> params = solution.params();
    int unknown = objects.map(SolutionObjects::unknown).orElse(-1);
    return new BatchOver(
            params, BatchOver.paths(params, objects.map(SolutionObjects::params), unknown))
        .of(wanted(method), name, problems);
  }

  /** The name of the class for a solution. */
  static String className(ExecutableElement method, String solution) {
    return value(method, "name") instanceof String given && !given.isEmpty()
        ? given
        : solution + "Batch";
  }

  /** The names in 'over'. */
  static List<String> wanted(ExecutableElement method) {
    List<String> wanted = new ArrayList<>();
    if (value(method, "over") instanceof List<?> list) {
      list.forEach(v -> wanted.add(String.valueOf(((AnnotationValue) v).getValue())));
    }
    return wanted;
  }

  private static String className(ExecutableElement method) {
    return value(method, "name") instanceof String given && !given.isEmpty()
        ? given
        : Requests.outerName(method) + "Batch";
  }

  private static @Nullable AnnotationMirror mirror(Element method) {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(ANNOTATION)) {
        return mirror;
      }
    }
    return null;
  }

  private static Object value(ExecutableElement method, String element) {
    AnnotationMirror mirror = mirror(method);
    if (mirror != null) {
      for (var entry : mirror.getElementValues().entrySet()) {
        if (entry.getKey().getSimpleName().contentEquals(element)) {
          return entry.getValue().getValue();
        }
      }
    }
    return "";
  }

  private static Problem problem(ProblemKind kind, Span span, String... args) {
    return new Problem(kind, span, List.of(args));
  }
}
