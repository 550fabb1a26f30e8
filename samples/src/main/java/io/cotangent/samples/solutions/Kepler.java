package io.cotangent.samples.solutions;

import io.cotangent.Differentiable;
import io.cotangent.Root;

/** Kepler's equation, and where a planet stands by it. */
final class Kepler {
  private Kepler() {}

  /** The equation for the eccentric anomaly {@code e}. */
  @Root(unknown = "e")
  static double equation(double e, double eccentricity, double meanAnomaly) {
    return e - eccentricity * Math.sin(e) - meanAnomaly;
  }

  /** The distance from the sun, in semi-major axes. */
  @Differentiable(order = 2)
  static double distance(double eccentricity, double meanAnomaly) {
    double e = KeplerEquationRoot.solve(meanAnomaly, eccentricity, meanAnomaly);
    return 1 - eccentricity * Math.cos(e);
  }
}
