package io.cotangent.processor.rules;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/**
 * A row of the rule table.
 *
 * @param op the operation
 * @param params the types of its arguments
 * @param result the type of its result
 * @param partials one per argument; empty where the derivative is zero everywhere
 * @param samples argument points at which the row's own test compares it with finite differences
 */
public record Rule(
    Op op,
    List<Type> params,
    Type result,
    List<Optional<Partial>> partials,
    List<double[]> samples) {

  public Rule {
    params = List.copyOf(params);
    partials = List.copyOf(partials);
    samples = List.copyOf(samples);
  }

  /** Whether any argument has a derivative that is not zero everywhere. */
  public boolean isDifferentiable() {
    return partials.stream().anyMatch(Optional::isPresent);
  }

  /** Whether some partial may be infinite or NaN at finite arguments. */
  public boolean isSingular() {
    return partials.stream().flatMap(Optional::stream).anyMatch(Partial::singular);
  }
}
