package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.Refusals;
import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Lowered;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.Original;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.CheckpointHints;
import io.cotangent.processor.transform.Checkpointed;
import io.cotangent.processor.transform.CheckpointedLoops;
import io.cotangent.processor.transform.CompleteRules;
import io.cotangent.processor.transform.Instantiate;
import io.cotangent.processor.transform.LibraryCalls;
import io.cotangent.processor.transform.Linearise;
import io.cotangent.processor.transform.PassiveCalls;
import io.cotangent.processor.transform.Preaccumulated;
import io.cotangent.processor.transform.RecordsAsNumbers;
import io.cotangent.processor.transform.SingleTargets;
import io.cotangent.processor.transform.Structure;
import io.cotangent.processor.transform.UserObjects;
import io.cotangent.processor.transform.Variants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The passes in their order: structure, instantiate, facts, passive calls, linearise, then forward,
 * reverse, and forward over reverse.
 */
final class Pipeline {
  private final Request request;
  private final LoweredProgram lowered;
  private final boolean ofUser;
  private InPlace inPlace = InPlace.NOT;

  private Pipeline(Request request, LoweredProgram lowered, boolean ofUser) {
    this.request = request;
    this.lowered = lowered;
    this.ofUser = ofUser;
  }

  /**
   * The class to write, or what is in the way.
   *
   * @param derivatives of the method, or of the method of numbers that stands for it
   * @param objects the class around the latter, if the method takes or gives objects
   * @param primal the method as it is differentiated, then what it calls
   * @param found what to warn of
   */
  record Outcome(
      Optional<DerivativeClass> derivatives,
      Optional<ObjectClass> objects,
      List<Problem> problems,
      List<Function> primal,
      Warnings.Found found) {
    static Outcome refused(Collection<Problem> problems) {
      return new Outcome(
          Optional.empty(),
          Optional.empty(),
          List.copyOf(problems),
          List.of(),
          Warnings.Found.NOTHING);
    }

    /** The same with other things to warn of. */
    Outcome finding(Warnings.Found other) {
      return new Outcome(derivatives, objects, problems, primal, other);
    }

    /** The same with a class around it. */
    Outcome within(ObjectClass around) {
      return new Outcome(derivatives, Optional.of(around), problems, primal, found);
    }
  }

  static Outcome run(Request request, LoweredProgram lowered) {
    return new Pipeline(request, lowered, false).run();
  }

  /** The same for a method that users call, whose objects may be taken apart at run time. */
  static Outcome runForUser(Request request, LoweredProgram lowered) {
    return new Pipeline(request, lowered, true).run();
  }

  /** What a pass makes of the facts about the linearised program, which has no problems. */
  static Program program(
      Request request, LoweredProgram lowered, java.util.function.Function<Facts, Program> pass) {
    Pipeline pipeline = new Pipeline(request, lowered, false);
    Facts facts = pipeline.reached(false, new LinkedHashSet<>()).facts();
    return pass.apply(pipeline.facts(Linearise.apply(facts)));
  }

  private Outcome run() {
    Set<Problem> problems = new LinkedHashSet<>(lowered.get(lowered.entry()).problems());
    boolean whole = lowered.functions().values().stream().allMatch(f -> f.problems().isEmpty());
    Reached reached;
    try {
      reached = reached(false, problems);
    } catch (RuntimeException e) {
      if (whole) {
        throw e;
      }
      // What could only be lowered in part may be too broken to look at.
      reached = reached(true, problems);
    }
    Facts facts = reached.facts();
    ObjectPipeline objects = new ObjectPipeline(request, lowered, facts, ofUser);
    if (problems.isEmpty() && objects.isNeeded()) {
      return objects.run(isVoid()).finding(found(facts));
    }
    if (problems.isEmpty()) {
      // Where something could not be lowered these would only follow from that.
      problems.addAll(Refusals.of(facts));
      problems.addAll(Refusals.lost(reached.whole()));
      if (problems.isEmpty() && isVoid() && inPlace.written().isEmpty()) {
        problems.add(Problem.of(ProblemKind.NOTHING_WRITTEN, Span.NONE, request.sourceMethod()));
      }
      CompleteRules.missing(facts, true)
          .forEach(name -> problems.add(Problem.of(ProblemKind.RULE_MODE, Span.NONE, name)));
    }
    if (!problems.isEmpty()) {
      return Outcome.refused(problems);
    }
    Facts linear = facts(Linearise.apply(facts));
    Optional<DerivativeClass> derivatives =
        new Derivatives(request, lowered, inPlace).of(linear, problems);
    return new Outcome(
        derivatives,
        Optional.empty(),
        List.copyOf(problems),
        primal(linear.program()),
        found(facts));
  }

  private boolean isVoid() {
    return lowered.get(lowered.entry()).function().results().isEmpty();
  }

  /** What to warn of; that two arrays might be one makes nothing certain. */
  private Warnings.Found found(Facts facts) {
    Function entry = facts.program().get(lowered.entry());
    boolean writes = entry.params().stream().anyMatch(p -> facts.writesTo(entry, p));
    Facts apart =
        writes
            ? Facts.of(
                facts.program(),
                entry,
                List.of(),
                Derivatives.inputs(request, inPlace, entry),
                inPlace.outputs(entry))
            : facts;
    return Warnings.Found.of(request, inPlace, apart, entry);
  }

  private List<Function> primal(Program program) {
    List<Function> functions = new ArrayList<>(List.of(program.get(lowered.entry())));
    program.functions().values().stream()
        .filter(f -> !f.id().equals(lowered.entry()))
        .forEach(functions::add);
    return functions;
  }

  /** The facts about all that is called, and about what of it is differentiated. */
  private record Reached(Facts whole, Facts facts) {}

  /** What is differentiated; the problems of that are added to those known. */
  private Reached reached(boolean blank, Set<Problem> problems) {
    Program structured = structured(blank, problems);
    Program instances =
        InPlace.settled(
            Instantiate.apply(structured, lowered.entry(), lowered.order()), lowered.entry());
    inPlace = InPlace.of(instances, lowered.entry());
    Facts facts = facts(instances);
    Program own = UserObjects.apply(facts, lowered.shapes(), lowered.entry(), originals(facts));
    return withoutPassiveCalls(own == instances ? facts : facts(own), problems);
  }

  private Program structured(boolean blank, Set<Problem> problems) {
    Program structured = Structure.apply(LibraryCalls.apply(raw(blank)));
    if (request.batched()) {
      return RecordsAsNumbers.apply(
          CheckpointHints.without(structured), lowered.shapes(), lowered.fixed());
    }
    Program outlined = CheckpointedLoops.apply(structured, this::isPartial);
    problems.addAll(CheckpointHints.problems(outlined));
    return outlined;
  }

  private Reached withoutPassiveCalls(Facts facts, Set<Problem> problems) {
    Program reached =
        SingleTargets.apply(PassiveCalls.apply(facts, lowered.entry(), originals(facts)));
    Set<FunctionId> told = new LinkedHashSet<>(reached.functions().keySet());
    // Nothing active may come out of a function, and of those that call it, because it has
    // problems.
    facts.program().functions().keySet().stream()
        .filter(id -> isInTheWay(facts, id))
        .forEach(told::add);
    told.forEach(id -> source(id).ifPresent(source -> problems.addAll(source.problems())));
    if (problems.isEmpty()) {
      Facts settled = facts(reached);
      problems.addAll(Preaccumulated.problems(settled));
      problems.addAll(Checkpointed.problems(settled));
    }
    return new Reached(facts, facts(problems.isEmpty() ? CompleteRules.apply(reached) : reached));
  }

  private Program raw(boolean blank) {
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    lowered
        .functions()
        .forEach(
            (id, source) ->
                functions.put(
                    id,
                    blank && !source.problems().isEmpty()
                        ? source.function().withBody(Block.EMPTY)
                        : source.function()));
    return new Program(functions, lowered.rules());
  }

  /** What a function was lowered from; nothing for a library function. */
  private Optional<Lowered> source(FunctionId instance) {
    FunctionId source = Variants.original(Instantiate.source(instance));
    return Optional.ofNullable(lowered.functions().get(source));
  }

  /**
   * Whether the function could not be lowered, something active goes into it, and a derivative
   * could come out: in its result, or in an array that it might write to.
   */
  private boolean isInTheWay(Facts facts, FunctionId instance) {
    if (!isPartial(instance)) {
      return false;
    }
    Function function = facts.program().get(instance);
    boolean gives =
        function.results().stream().anyMatch(result -> result.type().carriesDerivative());
    return function.params().stream()
        .map(Var::read)
        .anyMatch(
            p ->
                p.type().isArray()
                    ? facts.activity().holdsVaried(p)
                    : gives && facts.activity().isVaried(p));
  }

  private PassiveCalls.Originals originals(Facts facts) {
    // What a rule calls may carry derivatives in second order.
    Set<FunctionId> ofRules = facts.program().ofRules();
    Set<FunctionId> again = CheckpointedLoops.reached(facts.program());
    // What a batch calls has a form for many items, or for a device, only if it is ours; what runs
    // again is known to have no effects only then.
    return id ->
        isInTheWay(facts, id)
                || ((request.batched() || ofRules.contains(id) || again.contains(id))
                    && isWhole(id))
            ? Optional.empty()
            : original(id);
  }

  private boolean isPartial(FunctionId instance) {
    return source(instance).filter(source -> !source.problems().isEmpty()).isPresent();
  }

  private boolean isWhole(FunctionId instance) {
    return source(instance).filter(source -> source.problems().isEmpty()).isPresent();
  }

  private Optional<PassiveCalls.Method> original(FunctionId instance) {
    return source(instance)
        .map(Lowered::original)
        .filter(Original::accessible)
        .map(o -> new PassiveCalls.Method(o.owner(), o.name(), o.isStatic()));
  }

  private Facts facts(Program program) {
    Function entry = program.get(lowered.entry());
    return Facts.of(
        program,
        entry,
        List.of(entry.params().stream().filter(v -> v.type().isArray()).toList()),
        Derivatives.inputs(request, inPlace, entry),
        inPlace.outputs(entry));
  }
}
