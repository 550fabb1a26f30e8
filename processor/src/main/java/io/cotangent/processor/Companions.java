package io.cotangent.processor;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.diagnostics.JavacReporter;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Composed;
import io.cotangent.processor.frontend.Composed.Companion;
import io.cotangent.processor.frontend.DeclaredRules;
import io.cotangent.processor.frontend.Lifted;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.Lowering;
import io.cotangent.processor.frontend.SpoonModel;
import io.cotangent.processor.implicit.Slope;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.rules.Rules;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The methods of this compilation by their generated classes, and the further classes that are
 * written where other methods differentiate what a generated class gives.
 */
final class Companions {
  private final ProcessingEnvironment env;
  private final Map<String, MethodKey> methods = new HashMap<>();
  private final Deque<Companion> wanted = new ArrayDeque<>();
  private final Map<String, Pending> pending = new HashMap<>();
  private final Deque<Pending> mentioned = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();

  Companions(ProcessingEnvironment env) {
    this.env = env;
  }

  /** A lambda's class, which is written if another one calls it. */
  private record Pending(Lifted lifted, LoweredProgram program, ExecutableElement method) {}

  /** Writes a class for a method. */
  interface ClassWriter {
    void write(DerivativeClass derivatives, ExecutableElement method) throws IOException;
  }

  /** The method's derivatives may be asked for in others. */
  void add(ExecutableElement method) {
    methods.put(Requests.generatedClass(env, method), MethodKey.of(method));
  }

  /** What others may ask of a generated class. */
  Optional<Composed> of(TypeElement generated) {
    return composed(generated.getQualifiedName().toString());
  }

  private Optional<Composed> composed(String name) {
    return method(name)
        .flatMap(
            method ->
                Composed.of(
                    name,
                    method,
                    Requests.knownWrt(method),
                    method.getParameters().stream()
                        .anyMatch(
                            p ->
                                CarryingTypes.carries(p.asType())
                                    && !Requests.carries(p.asType()))));
  }

  private Optional<ExecutableElement> method(String generated) {
    return Optional.ofNullable(methods.get(generated)).flatMap(key -> key.find(env));
  }

  /**
   * The method and all that it calls, for a class that differentiates it {@code order} times.
   *
   * @param suffices whether a program in which operators stay as they are can be differentiated
   */
  LoweredProgram lower(
      SpoonModel model,
      DeclaredRules rules,
      ExecutableElement method,
      int order,
      Predicate<LoweredProgram> suffices) {
    LoweredProgram lowered =
        Lowering.lower(
            model,
            rules,
            model.method(method),
            Rules::isKnown,
            order,
            Requests.generatedClass(env, method),
            suffices);
    lowered.companions().stream().filter(each -> known.add(each.name())).forEach(wanted::add);
    for (Lifted lifted : lowered.lifted()) {
      if (!known.contains(lifted.name())) {
        pending.put(lifted.simpleName(), new Pending(lifted, lowered, method));
      }
    }
    return lowered;
  }

  /** A writer that notes, when it is closed, what was written through it calls. */
  Writer noting(Writer file) {
    return new StringWriter() {
      @Override
      public void close() throws IOException {
        wrote(toString());
        try (file) {
          file.write(toString());
        }
      }
    };
  }

  private void wrote(String text) {
    for (String name : List.copyOf(pending.keySet())) {
      Pending each = pending.get(name);
      if (each != null && text.contains(name + ".") && known.add(each.lifted().name())) {
        mentioned.add(each);
        pending.remove(name);
      }
    }
  }

  /** Writes what the methods of this round ask for. */
  void write(SpoonModel model, DeclaredRules rules, JavacReporter reporter, ClassWriter writer) {
    while (!wanted.isEmpty() || !mentioned.isEmpty()) {
      if (mentioned.isEmpty()) {
        Companion next = wanted.remove();
        method(next.of()).ifPresent(method -> write(next, method, model, rules, reporter, writer));
      } else {
        write(mentioned.remove(), reporter, writer);
      }
    }
    pending.clear();
  }

  private void write(
      Companion companion,
      ExecutableElement method,
      SpoonModel model,
      DeclaredRules rules,
      JavacReporter reporter,
      ClassWriter writer) {
    try {
      Request base = new Requests(env, List.of(method)).check(method, Span.NONE).request().get();
      Composed composed = composed(companion.of()).orElseThrow();
      LoweredProgram program =
          lower(
              model,
              rules,
              method,
              companion.directions() + 1,
              plain -> Pipeline.run(base, plain).problems().isEmpty());
      if (companion.weighted()) {
        composed = composed.summed();
        program = SolutionPrograms.weighted(program);
      }
      List<Integer> carrying = composed.carrying();
      String name = companion.name().substring(companion.name().lastIndexOf('.') + 1);
      boolean plain =
          companion.directions() == 0 && !companion.weighted() && base.sourceAccessible();
      for (int k = 1; k <= companion.directions(); k++) {
        program = along(base.generating(name, carrying, 1, false), program, "Along" + k);
      }
      // Other packages may differentiate what they can call.
      Request request = base.generating(name, carrying, 1, plain).asVisibleAs(base);
      Pipeline.Outcome outcome = Pipeline.run(request, program);
      outcome.problems().forEach(problem -> reporter.report(problem, method));
      if (outcome.derivatives().isPresent()) {
        writer.write(outcome.derivatives().get(), method);
      }
    } catch (IOException | RuntimeException e) {
      List<String> text = List.of(InternalErrors.text(e));
      reporter.report(new Problem(ProblemKind.INTERNAL, Span.NONE, text), method);
    }
  }

  private void write(Pending pending, JavacReporter reporter, ClassWriter writer) {
    Lifted lifted = pending.lifted();
    LoweredProgram from = pending.program();
    LoweredProgram own =
        new LoweredProgram(
            lifted.function(), from.functions(), from.shapes(), from.rules(), lifted.order());
    LoweredProgram program = lifted.weighted() ? SolutionPrograms.weighted(own) : own;
    ExecutableElement method = pending.method();
    Request request = Requests.ofLambda(env, method, lifted);
    try {
      Pipeline.Outcome outcome = Pipeline.run(request, program);
      List<Problem> problems = new ArrayList<>(outcome.problems());
      outcome
          .derivatives()
          .filter(made -> !lifted.weighted())
          .ifPresent(made -> problems.addAll(LambdaWrites.of(own, lifted, made)));
      problems.forEach(problem -> reporter.report(problem, method));
      if (problems.isEmpty() && outcome.derivatives().isPresent()) {
        writer.write(outcome.derivatives().get(), method);
      }
    } catch (IOException | RuntimeException e) {
      List<String> text = List.of(InternalErrors.text(e));
      reporter.report(new Problem(ProblemKind.INTERNAL, lifted.span(), text), method);
    }
  }

  /** The derivative along one direction more. */
  private static LoweredProgram along(Request request, LoweredProgram program, String suffix) {
    Program slope =
        Pipeline.program(
            request, program, facts -> Slope.of(facts, program.entry(), request.wrt(), suffix));
    return SolutionPrograms.lowered(slope, program);
  }
}
