package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.Sabr;

/** The adjoint of {@link Sabr#volatility}. */
public final class SabrAdjoint {
  /** Adjoint of an argument. */
  public double alpha;

  /** Adjoint of an argument. */
  public double beta;

  /** Adjoint of an argument. */
  public double rho;

  /** Adjoint of an argument. */
  public double nu;

  /** Adjoint of an argument. */
  public double f;

  /** Adjoint of an argument. */
  public double k;

  /** Adjoint of an argument. */
  public double t;

  /** Returns the volatility and overwrites the adjoints. */
  public double valueAndGradient(
      double alpha, double beta, double rho, double nu, double f, double k, double t) {
    double rest = 1 - beta;
    double log = Math.log(f / k);
    double product = f * k;
    double middle = Math.pow(product, rest / 2);
    double z = nu / alpha * middle * log;
    double root = Math.sqrt(1 - 2 * rho * z + z * z);
    double top = root + z - rho;
    double x = Math.log(top / (1 - rho));
    double square = rest * rest * log * log;
    double series = 1 + square / 24 + square * square / 1920;
    double below = middle * series;
    double first = rest * rest * alpha * alpha / (24 * middle * middle);
    double second = rho * beta * nu * alpha / (4 * middle);
    double third = (2 - 3 * rho * rho) * nu * nu / 24;
    double time = 1 + (first + second + third) * t;
    double ratio = z / x;
    double lead = alpha / below;
    double value = lead * ratio * time;

    double leadBar = ratio * time;
    double ratioBar = lead * time;
    double timeBar = lead * ratio;
    double sumBar = timeBar * t;
    this.t = timeBar * (first + second + third);
    double alphaBar = leadBar / below;
    double belowBar = -leadBar * lead / below;
    double zBar = ratioBar / x;
    double xBar = -ratioBar * ratio / x;
    double rhoBar = sumBar * second / rho - sumBar * rho * nu * nu / 4;
    double nuBar = sumBar * second / nu + sumBar * 2 * third / nu;
    double betaBar = sumBar * second / beta;
    alphaBar += sumBar * (2 * first + second) / alpha;
    double restBar = sumBar * 2 * first / rest;
    double middleBar = -sumBar * (2 * first + second) / middle + belowBar * series;
    double squareBar = belowBar * middle * (1.0 / 24 + square / 960);
    restBar += squareBar * 2 * rest * log * log;
    double logBar = squareBar * 2 * rest * rest * log;
    double topBar = xBar / top;
    rhoBar += xBar / (1 - rho) - topBar;
    zBar += topBar + topBar * (z - rho) / root;
    rhoBar -= topBar * z / root;
    double scale = nu / alpha;
    nuBar += zBar * middle * log / alpha;
    alphaBar -= zBar * z / alpha;
    middleBar += zBar * scale * log;
    logBar += zBar * scale * middle;
    double powerBar = middleBar * middle;
    double productBar = powerBar * rest / 2 / product;
    restBar += powerBar * Math.log(product) / 2;
    this.f = productBar * k + logBar / f;
    this.k = productBar * f - logBar / k;
    this.alpha = alphaBar;
    this.beta = betaBar - restBar;
    this.rho = rhoBar;
    this.nu = nuBar;
    return value;
  }
}
