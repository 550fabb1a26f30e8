package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;
import io.cotangent.Preaccumulate;

/**
 * How fast water is after some steps in a pipe, whose friction factor is found by iteration in each
 * (Colebrook, 1939): once with a tape of the iterations, once with their local Jacobians.
 */
public final class PipeFlow {
  private PipeFlow() {}

  /**
   * Returns the speed at the end, with the local Jacobian of each friction factor kept.
   *
   * @param roughness of the wall, relative to the diameter
   * @param pressure what drives the flow
   * @param steps how many steps of time
   */
  @Differentiable(name = "PipeFlowDerivatives")
  public static double speed(double roughness, double pressure, int steps) {
    double v = 0.1;
    for (int i = 0; i < steps; i++) {
      v += 1e-3 * (pressure - 5 * friction(roughness, 4000 + 1e5 * v) * v * v);
    }
    return v;
  }

  /** The same with a tape of all that the friction factors are made of. */
  @Differentiable(name = "PipeFlowTapedDerivatives")
  public static double taped(double roughness, double pressure, int steps) {
    double v = 0.1;
    for (int i = 0; i < steps; i++) {
      v += 1e-3 * (pressure - 5 * tapedFriction(roughness, 4000 + 1e5 * v) * v * v);
    }
    return v;
  }

  @Preaccumulate
  static double friction(double roughness, double reynolds) {
    return tapedFriction(roughness, reynolds);
  }

  private static double tapedFriction(double roughness, double reynolds) {
    double root = 8;
    for (int i = 0; i < 12; i++) {
      root = -2 * Math.log10(roughness / 3.7 + 2.51 * root / reynolds);
    }
    return 1 / (root * root);
  }
}
