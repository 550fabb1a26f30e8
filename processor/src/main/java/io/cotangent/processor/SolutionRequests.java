package io.cotangent.processor;

import io.cotangent.processor.backend.SolutionClass.Settings;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads annotations that ask for solutions, and checks them against the method's signature. */
final class SolutionRequests {
  private final ProcessingEnvironment env;
  private final Types types;
  private final Map<String, Integer> names = new HashMap<>();

  /** An annotated method. */
  record Marked(SolutionKind kind, ExecutableElement method) {}

  /** A request, or the reasons why there is none. */
  record Checked(Optional<SolutionRequest> request, List<Problem> problems) {}

  SolutionRequests(ProcessingEnvironment env, List<Marked> marked) {
    this.env = env;
    types = env.getTypeUtils();
    marked.forEach(each -> names.merge(qualified(each), 1, Integer::sum));
  }

  Checked check(Marked marked, Span span) {
    return new Check(marked, span).run();
  }

  private String qualified(Marked marked) {
    return packageOf(marked.method()) + "." + className(marked);
  }

  private String packageOf(ExecutableElement method) {
    return env.getElementUtils().getPackageOf(method).getQualifiedName().toString();
  }

  /** The simple name of the class to generate. */
  static String className(Marked marked) {
    String given = String.valueOf(value(marked, "name"));
    return given.isEmpty() ? Requests.outerName(marked.method()) + marked.kind().suffix : given;
  }

  private static Object value(Marked marked, String element) {
    for (AnnotationMirror mirror : marked.method().getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(marked.kind().annotation())) {
        for (var entry : mirror.getElementValues().entrySet()) {
          if (entry.getKey().getSimpleName().contentEquals(element)) {
            Object value = entry.getValue().getValue();
            return value instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : value;
          }
        }
      }
    }
    return "";
  }

  /** The check of one annotation. */
  private final class Check {
    private final Marked marked;
    private final ExecutableElement method;
    private final SolutionKind kind;
    private final Span span;
    private final List<Problem> problems = new ArrayList<>();
    private final int offset;

    Check(Marked marked, Span span) {
      this.marked = marked;
      this.method = marked.method();
      this.kind = marked.kind();
      this.span = span;
      offset = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
    }

    Checked run() {
      if (names.getOrDefault(qualified(marked), 0) > 1) {
        problem(ProblemKind.SOLUTION_NAMES, className(marked));
      }
      int unknown = parameter(kind.unknown);
      if (unknown >= 0) {
        unknownType(unknown);
      }
      Settings settings = settings();
      List<Integer> bounds = bounds(unknown, settings.solver());
      Optional<ExecutableElement> equality = constraint("equality");
      Optional<ExecutableElement> inequality = constraint("inequality");
      SolutionStep step =
          kind == SolutionKind.ARGMIN
              ? SolutionStep.of(method, types, this::text, settings.solver(), this::problem)
              : SolutionStep.NONE;
      Optional<ExecutableElement> preconditioner =
          SolutionPreconditioner.of(kind, method, types, this::text, this::problem);
      if (!problems.isEmpty()) {
        return new Checked(Optional.empty(), problems);
      }
      return new Checked(
          Optional.of(
              new SolutionRequest(
                  kind,
                  method,
                  base(),
                  unknown + offset,
                  settings,
                  equality,
                  inequality,
                  step.method(),
                  step.isProximal(),
                  preconditioner,
                  bounds)),
          problems);
    }

    private void problem(ProblemKind problem, String... args) {
      problems.add(new Problem(problem, span, List.of(args)));
    }

    private String text(String element) {
      return String.valueOf(value(marked, element));
    }

    private TypeMirror typeOf(int parameter) {
      return method.getParameters().get(parameter).asType();
    }

    /** The index of the parameter that an element names, or -1. */
    private int parameter(String element) {
      List<String> known =
          method.getParameters().stream().map(p -> p.getSimpleName().toString()).toList();
      int index = known.indexOf(text(element));
      if (index < 0) {
        String list = known.isEmpty() ? "none" : String.join(", ", known);
        problem(ProblemKind.UNKNOWN_STATE, element, text(element), list);
      }
      return index;
    }

    private void unknownType(int unknown) {
      TypeMirror type = typeOf(unknown);
      TypeMirror result = method.getReturnType();
      boolean squares =
          text("solver").equals("LEVENBERG_MARQUARDT") && result.toString().equals("double[]");
      if (!CarryingTypes.carries(type)) {
        problem(ProblemKind.PASSIVE_STATE, kind.unknown, text(kind.unknown), type.toString());
      } else if (squares && kind != SolutionKind.FIXED_POINT) {
        return;
      } else if (text("solver").equals("LEVENBERG_MARQUARDT") && kind == SolutionKind.ARGMIN) {
        problem(
            ProblemKind.ANNOTATION,
            "solver = Solver.LEVENBERG_MARQUARDT with a result of type " + result,
            "return the residuals as double[]");
      } else if (kind != SolutionKind.ARGMIN && !types.isSameType(type, result)) {
        problem(
            ProblemKind.STATE_TYPE,
            kind.unknown,
            text(kind.unknown),
            type.toString(),
            result + ", which the method returns");
      }
      if (kind == SolutionKind.ARGMIN
          && result.getKind() != TypeKind.DOUBLE
          && result.getKind() != TypeKind.FLOAT) {
        problem(ProblemKind.OBJECTIVE, result.toString());
      }
    }

    private Settings settings() {
      String solver = or(text("solver"), "AUTO");
      String derivative = or(text("derivative"), "IMPLICIT");
      if (!kind.isSolvedBy(solver)) {
        problem(
            ProblemKind.ANNOTATION,
            "solver = Solver." + solver,
            "@" + kind.suffix + " has " + kind.solvers());
      }
      boolean plain = solver.equals("AUTO") || solver.equals("PICARD");
      if (!derivative.equals("IMPLICIT") && kind != SolutionKind.FIXED_POINT
          || derivative.equals("UNROLLED") && !plain) {
        problem(
            ProblemKind.ANNOTATION,
            "derivative = Derivative." + derivative,
            "it is that of the iteration of a @FixedPoint, with solver = Solver.PICARD");
      }
      return new Settings(
          value(marked, "tolerance") instanceof Double given ? given : 1e-12,
          value(marked, "adjointTolerance") instanceof Double given ? given : 0,
          value(marked, "maxIterations") instanceof Integer given ? given : 1000,
          solver,
          or(text("adjoint"), "AUTO"),
          derivative,
          value(marked, "terms") instanceof Integer given ? given : 10,
          value(marked, "ridge") instanceof Double given ? given : 0);
    }

    private static String or(String given, String otherwise) {
      return given.isEmpty() ? otherwise : given;
    }

    private List<Integer> bounds(int unknown, String solver) {
      boolean needed = solver.equals("BISECTION") || solver.equals("CHANDRUPATLA");
      if (text("lower").isEmpty() && text("upper").isEmpty()) {
        if (needed && kind == SolutionKind.ROOT) {
          problem(
              ProblemKind.ANNOTATION,
              "solver = Solver." + solver + " without bounds",
              "name their parameters with lower and upper");
        }
        return List.of();
      }
      List<Integer> bounds = new ArrayList<>();
      for (String element : List.of("lower", "upper")) {
        int index = parameter(element);
        bounds.add(index + offset);
        if (index >= 0 && unknown >= 0 && !types.isSameType(typeOf(index), typeOf(unknown))) {
          problem(
              ProblemKind.STATE_TYPE,
              element,
              text(element),
              typeOf(index).toString(),
              typeOf(unknown) + ", as the unknown is");
        }
      }
      return bounds;
    }

    private Optional<ExecutableElement> constraint(String element) {
      return SolutionConstraint.of(element, method, types, this::text, this::problem);
    }

    private Request base() {
      List<Integer> carrying = new ArrayList<>();
      if (offset == 1 && CarryingTypes.carries(method.getEnclosingElement().asType())) {
        carrying.add(0);
      }
      for (int i = 0; i < method.getParameters().size(); i++) {
        if (CarryingTypes.carries(typeOf(i))) {
          carrying.add(i + offset);
        }
      }
      return new Request(
          packageOf(method),
          className(marked),
          Requests.isPublic(method),
          method.getEnclosingElement().toString(),
          method.getSimpleName().toString(),
          !method.getModifiers().contains(Modifier.PRIVATE),
          offset == 1,
          carrying,
          1,
          false,
          method.getThrownTypes().stream().map(Object::toString).toList(),
          List.of());
    }
  }
}
