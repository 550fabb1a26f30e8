package io.cotangent.implicit;

/** Which inequalities of a solution are active. */
final class ActiveSet {
  private static final double NEAR = 1e-7;

  private ActiveSet() {}

  /** Whether slack and multiplier both vanish, so that the active set is about to change. */
  static boolean isDegenerate(double slack, double multiplier) {
    return Math.abs(slack) <= NEAR && Math.abs(multiplier) <= NEAR;
  }

  /** Whether the constraint is kept as an equality. */
  static boolean isActive(double slack, double multiplier) {
    return multiplier > slack;
  }
}
