package io.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * The derivative of a function whose body is not differentiated: functions of the same program that
 * compute its tangent and its cotangents.
 *
 * @param params indices of the parameters that carry a derivative, ascending
 * @param jvp takes the function's parameters and a tangent for each of {@code params}; its one
 *     result is the tangent of the function's result
 * @param vjp takes the function's parameters and the cotangent of its result; its results are the
 *     cotangents of {@code params}
 */
public record CustomRule(List<Integer> params, Optional<FunctionId> jvp, Optional<FunctionId> vjp) {
  public CustomRule {
    params = List.copyOf(params);
  }

  /** The functions that the rule consists of. */
  public List<FunctionId> functions() {
    return java.util.stream.Stream.of(jvp, vjp).flatMap(Optional::stream).toList();
  }
}
