package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.rules.Partial;
import io.cotangent.processor.rules.Rule;

/** Whether a partial may be infinite or NaN, so that what is exactly zero must pass it by. */
final class Guards {
  private Guards() {}

  /**
   * Whether the product must be guarded.
   *
   * @param steep whether what flows through may itself be infinite
   */
  static boolean needed(Facts facts, Expr.Apply apply, Rule rule, int arg, boolean steep) {
    Partial partial = rule.partials().get(arg).orElseThrow();
    if (partial.form() == Partial.Form.PLAIN || partial.form() == Partial.Form.ZERO_WHERE) {
      return false;
    }
    if (steep && partial.form() == Partial.Form.TIMES) {
      return true;
    }
    if (partial.singular() && !facts.singularity().dividesSafely(apply)) {
      return true;
    }
    Needs needs = Needs.of(rule, apply, i -> i == arg);
    boolean overflows = facts.singularity().mayOverflowUnused(apply.args().get(arg));
    return (needs.result() && facts.singularity().mayBeSingular(apply))
        || needs.args().stream()
            .map(apply.args()::get)
            .anyMatch(
                other ->
                    facts.singularity().mayBeSingular(other)
                        || (overflows && facts.singularity().mayOverflowUnused(other)));
  }
}
