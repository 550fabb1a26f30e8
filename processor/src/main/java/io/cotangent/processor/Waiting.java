package io.cotangent.processor;

import io.cotangent.processor.SolutionRequests.Marked;
import io.cotangent.processor.diagnostics.JavacReporter;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/**
 * Methods that call a class which this round is to write: they are looked at again in the next
 * round, as long as each round writes something.
 */
final class Waiting {
  private final ProcessingEnvironment env;
  private final List<Held> held = new ArrayList<>();
  private List<Held> next = List.of();
  private final Set<String> awaited = new LinkedHashSet<>();
  private boolean wrote;

  Waiting(ProcessingEnvironment env) {
    this.env = env;
  }

  /** A method with what is wrong with it for now. */
  private record Held(
      MethodKey key,
      Optional<SolutionKind> kind,
      ExecutableElement method,
      List<Problem> problems) {}

  /** The methods from the round before whose derivatives are asked for. */
  Set<ExecutableElement> methods() {
    Set<ExecutableElement> methods = new LinkedHashSet<>();
    next.stream().filter(each -> each.kind().isEmpty()).flatMap(this::again).forEach(methods::add);
    return methods;
  }

  /** The methods from the round before whose solutions are asked for. */
  List<Marked> solutions() {
    return next.stream()
        .filter(each -> each.kind().isPresent())
        .flatMap(each -> again(each).map(method -> new Marked(each.kind().get(), method)))
        .toList();
  }

  private Stream<ExecutableElement> again(Held each) {
    return each.key().find(env).stream();
  }

  /** A class with this simple name is asked for. */
  void expect(String simpleName) {
    awaited.add(simpleName);
  }

  private boolean isAwaited(Problem problem) {
    return problem.kind() == ProblemKind.UNKNOWN_TARGET
        && problem.args().stream()
            .map(String::valueOf)
            .flatMap(text -> Stream.of(text.split("[^\\w$]+")))
            .anyMatch(awaited::contains);
  }

  /** A class was written in this round. */
  void wrote() {
    wrote = true;
  }

  /** Whether the method waits for the next round; its problems are reported if there is none. */
  boolean holds(ExecutableElement method, Optional<SolutionKind> kind, List<Problem> problems) {
    if (problems.stream().noneMatch(this::isAwaited)) {
      return false;
    }
    held.add(new Held(MethodKey.of(method), kind, method, problems));
    return true;
  }

  /** Ends a round: what waits is reported where nothing was written. */
  void finish(JavacReporter reporter) {
    if (!wrote) {
      held.forEach(each -> each.problems().forEach(p -> reporter.report(p, each.method())));
      held.clear();
    }
    next = List.copyOf(held);
    held.clear();
    wrote = false;
  }
}
