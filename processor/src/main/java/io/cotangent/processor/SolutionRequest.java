package io.cotangent.processor;

import io.cotangent.processor.backend.SolutionClass.Settings;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * What one annotation that asks for a solution says.
 *
 * @param kind which annotation it is
 * @param method the annotated method
 * @param base package, names and exceptions; the parameters that carry derivatives
 * @param unknown the index of the parameter to solve for, the receiver counted
 * @param settings solvers and tolerances
 * @param equality the method of the equality constraint
 * @param inequality the method of the inequality constraint
 * @param step the method of the projection or of the proximal step
 * @param isProximal whether it is the latter
 * @param preconditioner the method of the preconditioner
 * @param bounds the indices of the parameters with lower and upper bounds, or none
 */
record SolutionRequest(
    SolutionKind kind,
    ExecutableElement method,
    Request base,
    int unknown,
    Settings settings,
    Optional<ExecutableElement> equality,
    Optional<ExecutableElement> inequality,
    Optional<ExecutableElement> step,
    boolean isProximal,
    Optional<ExecutableElement> preconditioner,
    List<Integer> bounds) {

  /** The same with a receiver that is not differentiated. */
  SolutionRequest withoutReceiver() {
    List<Integer> others = base.wrt().stream().filter(index -> index != 0).toList();
    return new SolutionRequest(
        kind,
        method,
        base.withWrt(others),
        unknown,
        settings,
        equality,
        inequality,
        step,
        isProximal,
        preconditioner,
        bounds);
  }

  /** Whether what is minimised has a set with a projection, or a proximal step. */
  boolean hasStep() {
    return step.isPresent() || kind == SolutionKind.ARGMIN && !bounds.isEmpty();
  }

  /** Whether the solution has multipliers. */
  boolean isConstrained() {
    return equality.isPresent() || inequality.isPresent();
  }
}
