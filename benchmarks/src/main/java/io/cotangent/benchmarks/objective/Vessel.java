package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;
import io.cotangent.Preaccumulate;

/**
 * A vessel of a real gas that leaks, with the equation of state of Peng and Robinson (1976) solved
 * by Newton's method in each step of time: once with a tape of the iterations, once with their
 * local Jacobians.
 */
public final class Vessel {
  private static final int ITERATIONS = 10;

  private Vessel() {}

  /**
   * Returns the amount of gas at the end, with the local Jacobian of each solution kept.
   *
   * @param temperature relative to the critical one
   * @param leak how much goes out, relative to the pressure
   * @param steps how many steps of time
   */
  @Differentiable(name = "VesselDerivatives")
  public static double amount(double temperature, double leak, int steps) {
    double n = 1;
    for (int i = 0; i < steps; i++) {
      double b = 0.08 * n / temperature;
      double z = compressibility(5.88 * b / (temperature * Math.sqrt(temperature)), b);
      n -= leak / steps * z * n * temperature;
    }
    return n;
  }

  /** The same with a tape of all that the solutions are made of. */
  @Differentiable(name = "VesselTapedDerivatives")
  public static double taped(double temperature, double leak, int steps) {
    double n = 1;
    for (int i = 0; i < steps; i++) {
      double b = 0.08 * n / temperature;
      double z = newton(5.88 * b / (temperature * Math.sqrt(temperature)), b);
      n -= leak / steps * z * n * temperature;
    }
    return n;
  }

  @Preaccumulate
  static double compressibility(double a, double b) {
    return newton(a, b);
  }

  /** The root of z³ − (1 − b) z² + (a − 3b² − 2b) z − (ab − b² − b³) from above. */
  private static double newton(double a, double b) {
    double quadratic = b - 1;
    double linear = a - 3 * b * b - 2 * b;
    double constant = b * b + b * b * b - a * b;
    double z = 1.2;
    for (int i = 0; i < ITERATIONS; i++) {
      double value = ((z + quadratic) * z + linear) * z + constant;
      z -= value / ((3 * z + 2 * quadratic) * z + linear);
    }
    return z;
  }
}
