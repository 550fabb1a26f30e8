package io.cotangent.processor;

import io.cotangent.processor.backend.BatchEmitter;
import io.cotangent.processor.backend.ClassEmitter;
import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.LaneEmitter;
import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.backend.ObjectEmitter;
import io.cotangent.processor.backend.VectorEmitter;
import io.cotangent.processor.diagnostics.JavacReporter;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.DeclaredRules;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.Preaccumulations;
import io.cotangent.processor.frontend.SpoonModel;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The annotation processor: collects the annotated methods of a round and writes their classes. */
public final class CotangentProcessor extends AbstractProcessor {

  private RuleIndex index;
  private DeclaredRules rules;
  private Waiting waiting;
  private Companions companions;
  private JavacReporter plain;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    companions = new Companions(environment);
    index = new RuleIndex(environment, companions);
    rules = index.none();
    waiting = new Waiting(environment);
    plain = new JavacReporter(environment, span -> Optional.empty());
    for (String bad : WarningLevels.of(environment.getOptions()).bad()) {
      plain.report(
          Problem.of(
              ProblemKind.OPTION, Span.NONE, WarningLevels.OPTION, bad, WarningLevels.known()));
    }
  }

  /** Said here and not in an annotation of this class, which javac would make a proxy to read. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> types = new LinkedHashSet<>(SolutionKind.annotations());
    types.addAll(
        List.of(
            "io.cotangent.Differentiable",
            BatchRequests.ANNOTATION,
            DeclaredRules.ANNOTATION,
            Preaccumulations.ANNOTATION));
    return types;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Summary.OPTION, WarningLevels.OPTION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<ExecutableElement> methods = new LinkedHashSet<>(waiting.methods());
    rules = index.of(round);
    Solutions solutions = Solutions.of(processingEnv, round, waiting, companions);
    for (TypeElement annotation : annotations) {
      String name = annotation.getQualifiedName().toString();
      if (SolutionKind.of(name).isPresent() || name.equals(DeclaredRules.ANNOTATION)) {
        continue;
      }
      Set<ExecutableElement> annotated =
          ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation));
      if (name.equals(Preaccumulations.ANNOTATION)) {
        annotated.forEach(m -> Preaccumulations.problem(m).ifPresent(p -> plain.report(p, m)));
      } else {
        methods.addAll(annotated);
      }
    }
    for (ExecutableElement method : methods) {
      if (Requests.isAnnotated(method)) {
        waiting.expect(Requests.className(method));
        companions.add(method);
      }
    }
    if (!methods.isEmpty() || !solutions.methods().isEmpty()) {
      differentiate(List.copyOf(methods), solutions);
    }
    return true;
  }

  private void differentiate(List<ExecutableElement> methods, Solutions solutions) {
    Set<TypeElement> types = new LinkedHashSet<>();
    methods.forEach(method -> types.add(Requests.topLevel(method)));
    solutions.methods().forEach(method -> types.add(Requests.topLevel(method)));
    SpoonModel model;
    try {
      model = SpoonModel.of(processingEnv, types);
    } catch (RuntimeException e) {
      plain.report(internal(e), methods.isEmpty() ? solutions.methods().get(0) : methods.get(0));
      return;
    }
    JavacReporter reporter = new JavacReporter(processingEnv, model::typeAt);
    Requests requests = new Requests(processingEnv, methods);
    Warnings warnings = new Warnings(processingEnv, model, reporter);
    BatchRequests batches = new BatchRequests(methods);
    for (ExecutableElement method : methods) {
      try {
        if (!Requests.isAnnotated(method)) {
          if (!solutions.methods().contains(method)) {
            Span name = model.nameSpan(model.method(method));
            reporter.report(BatchRequests.alone(method, name), method);
          }
          continue;
        }
        Optional<Pipeline.Outcome> outcome =
            differentiate(method, model, requests, reporter, warnings);
        if (outcome.isPresent() && BatchRequests.isBatched(method)) {
          batch(method, outcome.get(), model, batches, reporter);
        }
      } catch (IOException | RuntimeException e) {
        // A defect of ours must not look like one of the user's, nor end the compiler.
        reporter.report(internal(e), method);
        new Summary(processingEnv).note(method, List.of(internal(e)));
      }
    }
    solutions.write(model, rules, reporter, warnings);
    companions.write(model, rules, reporter, this::write);
    waiting.finish(reporter);
  }

  /** Writes a source file. */
  private interface FileWriter {
    void write(Appendable out) throws IOException;
  }

  private void write(
      String packageName, String simpleName, ExecutableElement method, FileWriter writer)
      throws IOException {
    String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    TypeElement origin = Requests.topLevel(method);
    waiting.wrote();
    try (Writer out =
        companions.noting(processingEnv.getFiler().createSourceFile(name, origin).openWriter())) {
      writer.write(out);
    }
  }

  private void write(DerivativeClass derivatives, ExecutableElement method) throws IOException {
    ClassEmitter emitter = new ClassEmitter(derivatives);
    write(derivatives.packageName(), derivatives.simpleName(), method, emitter::write);
  }

  private void batch(
      ExecutableElement method,
      Pipeline.Outcome outcome,
      SpoonModel model,
      BatchRequests batches,
      JavacReporter reporter)
      throws IOException {
    Span name = model.nameSpan(model.method(method));
    DerivativeClass derivatives = outcome.derivatives().orElseThrow();
    BatchRequests.Checked checked =
        batches.check(method, derivatives, outcome.objects(), outcome.primal(), name);
    checked.problems().forEach(problem -> reporter.report(problem, method));
    if (checked.batch().isPresent()) {
      BatchEmitter emitter = new BatchEmitter(checked.batch().get());
      String simpleName = checked.batch().get().simpleName();
      write(derivatives.packageName(), simpleName, method, emitter::write);
      if (!checked.batch().get().lanes().isEmpty()) {
        LaneEmitter lanes = new LaneEmitter(checked.batch().get(), seesVectors(method));
        write(derivatives.packageName(), lanes.simpleName(), method, lanes::write);
        if (lanes.withVectors().isPresent()) {
          VectorEmitter vectors = lanes.withVectors().get();
          write(derivatives.packageName(), vectors.simpleName(), method, vectors::write);
        }
      }
    }
  }

  /** Whether the method's own module reads the Vector API's. */
  private boolean seesVectors(ExecutableElement method) {
    Elements elements = processingEnv.getElementUtils();
    ModuleElement vectors = elements.getModuleElement("jdk.incubator.vector");
    ModuleElement own = elements.getModuleOf(method);
    if (vectors == null || own == null || own.isUnnamed()) {
      return vectors != null;
    }
    return ElementFilter.requiresIn(own.getDirectives()).stream()
        .anyMatch(directive -> directive.getDependency().equals(vectors));
  }

  private static Problem internal(Exception e) {
    return new Problem(ProblemKind.INTERNAL, Span.NONE, List.of(InternalErrors.text(e)));
  }

  private Optional<Pipeline.Outcome> differentiate(
      ExecutableElement method,
      SpoonModel model,
      Requests requests,
      JavacReporter reporter,
      Warnings warnings)
      throws IOException {
    Span name = model.nameSpan(model.method(method));
    Requests.Checked checked = requests.check(method, name);
    checked.problems().forEach(problem -> reporter.report(problem, method));
    if (checked.request().isEmpty()) {
      new Summary(processingEnv).note(method, checked.problems());
      return Optional.empty();
    }
    Request request = checked.request().get();
    LoweredProgram lowered =
        companions.lower(
            model,
            rules,
            method,
            request.order(),
            plain -> Pipeline.runForUser(request, plain).problems().isEmpty());
    Pipeline.Outcome outcome = Pipeline.runForUser(request, lowered);
    if (!waiting.holds(method, Optional.empty(), outcome.problems())) {
      outcome.problems().forEach(problem -> reporter.report(problem, method));
      new Summary(processingEnv).note(method, outcome.problems());
      warnings.report(method, outcome.found());
    }
    if (outcome.objects().isPresent()) {
      ObjectClass objects =
          outcome
              .objects()
              .get()
              .holomorphic(Requests.isHolomorphic(method))
              .typed(DeclaredTexts.of(method));
      ObjectEmitter emitter = new ObjectEmitter(objects);
      write(objects.numbers().packageName(), objects.simpleName(), method, emitter::write);
    } else if (outcome.derivatives().isPresent()) {
      write(outcome.derivatives().get(), method);
    }
    return outcome.derivatives().map(derivatives -> outcome);
  }
}
