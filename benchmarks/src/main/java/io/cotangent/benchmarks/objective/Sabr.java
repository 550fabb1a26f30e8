package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/** Implied volatility in the SABR model. */
public final class Sabr {
  private Sabr() {}

  /**
   * Black volatility by the expansion of Hagan, Kumar, Lesniewski and Woodward (Managing smile
   * risk, Wilmott 2002, equation 2.17a); strike and forward differ.
   *
   * @param alpha initial volatility
   * @param beta exponent, 0 to 1
   * @param rho correlation
   * @param nu volatility of volatility
   * @param f forward
   * @param k strike
   * @param t time to expiry in years
   */
  @Differentiable(name = "SabrDerivatives")
  public static double volatility(
      double alpha, double beta, double rho, double nu, double f, double k, double t) {
    double rest = 1 - beta;
    double log = Math.log(f / k);
    double middle = Math.pow(f * k, rest / 2);
    double z = nu / alpha * middle * log;
    double x = Math.log((Math.sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
    double square = rest * rest * log * log;
    double below = middle * (1 + square / 24 + square * square / 1920);
    double first = rest * rest * alpha * alpha / (24 * middle * middle);
    double second = rho * beta * nu * alpha / (4 * middle);
    double third = (2 - 3 * rho * rho) * nu * nu / 24;
    return alpha / below * (z / x) * (1 + (first + second + third) * t);
  }
}
