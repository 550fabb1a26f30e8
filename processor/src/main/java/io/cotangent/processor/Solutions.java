package io.cotangent.processor;

import io.cotangent.processor.SolutionRequests.Marked;
import io.cotangent.processor.backend.BatchEmitter;
import io.cotangent.processor.backend.ClassEmitter;
import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.SolutionClass;
import io.cotangent.processor.backend.SolutionEmitter;
import io.cotangent.processor.backend.SolutionObjectEmitter;
import io.cotangent.processor.backend.SolutionObjects;
import io.cotangent.processor.diagnostics.JavacReporter;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.DeclaredRules;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.SpoonModel;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The methods of a round that ask for solutions, and the writing of their classes. */
final class Solutions {
  private final ProcessingEnvironment env;
  private final List<Marked> marked = new ArrayList<>();

  private final Waiting waiting;
  private final Companions companions;

  private Solutions(ProcessingEnvironment env, Waiting waiting, Companions companions) {
    this.env = env;
    this.waiting = waiting;
    this.companions = companions;
  }

  /** The methods of this round, and those that waited for it. */
  static Solutions of(
      ProcessingEnvironment env, RoundEnvironment round, Waiting waiting, Companions companions) {
    Solutions solutions = new Solutions(env, waiting, companions);
    solutions.marked.addAll(waiting.solutions());
    for (SolutionKind kind : SolutionKind.values()) {
      TypeElement annotation = env.getElementUtils().getTypeElement(kind.annotation());
      if (annotation != null) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          if (element instanceof ExecutableElement method) {
            solutions.marked.add(new Marked(kind, method));
          }
        }
      }
    }
    solutions.marked.forEach(each -> waiting.expect(SolutionRequests.className(each)));
    return solutions;
  }

  /** The annotated methods. */
  List<ExecutableElement> methods() {
    return marked.stream().map(Marked::method).toList();
  }

  /** Writes the classes, or reports what is in the way. */
  void write(SpoonModel model, DeclaredRules rules, JavacReporter reporter, Warnings warnings) {
    SolutionRequests requests = new SolutionRequests(env, marked);
    for (Marked each : marked) {
      try {
        write(each, method -> lower(model, rules, method), model, requests, reporter, warnings);
      } catch (IOException | RuntimeException e) {
        // A defect of ours must not look like one of the user's, nor end the compiler.
        List<String> text = List.of(InternalErrors.text(e));
        reporter.report(new Problem(ProblemKind.INTERNAL, Span.NONE, text), each.method());
      }
    }
  }

  private void write(
      Marked each,
      Function<ExecutableElement, LoweredProgram> lowering,
      SpoonModel model,
      SolutionRequests requests,
      JavacReporter reporter,
      Warnings warnings)
      throws IOException {
    ExecutableElement method = each.method();
    SolutionRequests.Checked checked = requests.check(each, model.nameSpan(model.method(method)));
    checked.problems().forEach(problem -> reporter.report(problem, method));
    if (checked.request().isEmpty()) {
      return;
    }
    SolutionRequest request = checked.request().get();
    LoweredProgram lowered = lowering.apply(method);
    SolutionPipeline.Outcome outcome =
        SolutionPipeline.run(
            request,
            lowered,
            Stream.of(
                    request.equality(),
                    request.inequality(),
                    request.step(),
                    request.preconditioner())
                .map(constraint -> constraint.map(lowering))
                .toList());
    if (!waiting.holds(method, Optional.of(each.kind()), outcome.problems())) {
      outcome.problems().forEach(problem -> reporter.report(problem, method));
    }
    if (outcome.solution().isPresent()) {
      warnings.report(method, Warnings.Found.ofEquations(request.base(), lowered));
    }
    for (DerivativeClass part : outcome.parts()) {
      try (Writer out = open(part.packageName(), part.simpleName(), method)) {
        new ClassEmitter(part).write(out);
      }
    }
    if (outcome.solution().isPresent()) {
      SolutionClass solution = outcome.solution().get();
      try (Writer out = open(solution.packageName(), solution.simpleName(), method)) {
        new SolutionEmitter(solution).write(out);
      }
      if (outcome.objects().isPresent()) {
        SolutionObjects objects = outcome.objects().get();
        try (Writer out = open(solution.packageName(), objects.simpleName(), method)) {
          new SolutionObjectEmitter(objects).write(out);
        }
      }
      if (BatchRequests.isBatched(method)) {
        batch(solution, outcome.objects(), method, model.nameSpan(model.method(method)), reporter);
      }
    }
  }

  private void batch(
      SolutionClass solution,
      Optional<SolutionObjects> objects,
      ExecutableElement method,
      Span name,
      JavacReporter reporter)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<Integer> over = BatchRequests.over(method, solution, objects, name, problems);
    problems.forEach(problem -> reporter.report(problem, method));
    if (problems.isEmpty()) {
      String of = objects.map(SolutionObjects::simpleName).orElse(solution.simpleName());
      String simpleName = BatchRequests.className(method, of);
      boolean isPublic = objects.map(SolutionObjects::isPublic).orElse(solution.isPublic());
      try (Writer out = open(solution.packageName(), simpleName, method)) {
        new BatchEmitter(solution, simpleName, isPublic, over).write(out);
      }
    }
  }

  /** A solution's second derivatives are the third ones of what is minimised. */
  private LoweredProgram lower(SpoonModel model, DeclaredRules rules, ExecutableElement method) {
    return companions.lower(model, rules, method, 3, plain -> false);
  }

  private Writer open(String packageName, String simpleName, ExecutableElement method)
      throws IOException {
    String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    waiting.wrote();
    return companions.noting(
        env.getFiler().createSourceFile(name, Requests.topLevel(method)).openWriter());
  }
}
