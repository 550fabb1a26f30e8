package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Complex;
import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.Root;

/** Solutions whose states, unknowns and parameters are objects. */
final class SolutionObjectPrograms {
  final double k;
  final int n;

  SolutionObjectPrograms(double k, int n) {
    this.k = k;
    this.n = n;
  }

  record Plant(double gain, double[] rates) {}

  record Pair(double u, double v) {}

  record Mixed(double[] u, double v) {}

  @FixedPoint(state = "z")
  static Complex orbit(Complex z, Complex c) {
    return z.times(z).plus(c);
  }

  @FixedPoint(state = "x")
  static double scalar(double x, Plant plant, double t) {
    return 0.5 * Math.cos(x) * plant.gain() + plant.rates()[0] + t;
  }

  @FixedPoint(state = "x")
  static Pair pair(Pair x, double t) {
    return new Pair(0.5 * Math.cos(x.v()) * t, 0.5 * Math.sin(x.u()) + t);
  }

  @FixedPoint(state = "x")
  static Mixed mixed(Plant plant, Mixed x) {
    return new Mixed(
        new double[] {0.5 * Math.cos(x.v()) * plant.gain(), plant.rates()[1]},
        0.5 * Math.sin(x.u()[0]) + plant.rates()[0] * x.u()[1]);
  }

  @FixedPoint(state = "x")
  double captured(double x, double t) {
    return 0.5 * Math.cos(x) * k + t * n;
  }

  @FixedPoint(state = "x")
  static double[][][] deep(double[][][] x, double t) {
    double[][][] next = new double[2][1][2];
    for (int i = 0; i < 2; i++) {
      next[i][0][0] = 0.5 * Math.cos(x[1 - i][0][1]) + t;
      next[i][0][1] = 0.3 * x[i][0][0] * t;
    }
    return next;
  }

  @Root(unknown = "z")
  static Complex root(Complex z, Complex c) {
    return z.times(z).minus(c);
  }

  @Argmin(unknown = "x")
  static double bowl(Pair x, Plant plant) {
    double away = x.u() - plant.gain();
    return away * away + Math.cosh(x.v() - plant.rates()[0]) + 0.1 * x.u() * x.v();
  }

  @Differentiable(order = 2)
  static double ofScalar(double t) {
    return SolutionObjectProgramsScalarFixedPoint.solve(1, new Plant(t, new double[] {t}), t);
  }

  @Differentiable(order = 2)
  static double ofPair(double t) {
    Pair found = SolutionObjectProgramsPairFixedPoint.solve(new Pair(0, 0), t);
    return found.u() * found.v();
  }

  @Differentiable(order = 2)
  static double ofOrbit(double re, double im) {
    Complex found =
        SolutionObjectProgramsOrbitFixedPoint.solve(new Complex(0, 0), new Complex(re, im));
    return found.re() * found.im();
  }

  @Differentiable(order = 2)
  static double ofMixed(double t) {
    Plant plant = new Plant(t, new double[] {t, 0.2});
    Mixed found = SolutionObjectProgramsMixedFixedPoint.solve(plant, new Mixed(new double[2], 0));
    return found.v() * found.u()[0];
  }

  @Differentiable(order = 2)
  static double ofDeep(double t) {
    double[][][] found = SolutionObjectProgramsDeepFixedPoint.solve(new double[2][1][2], t);
    return found[0][0][0] * found[1][0][1];
  }

  @Differentiable(order = 2)
  static double ofBowl(double t) {
    Plant plant = new Plant(t, new double[] {t * t});
    Pair found = SolutionObjectProgramsBowlArgmin.solve(new Pair(0, 0), plant);
    return found.u() * found.v() + SolutionObjectProgramsBowlArgmin.value(new Pair(0, 0), plant);
  }

  @Differentiable
  static Complex ofRoot(Complex c) {
    return SolutionObjectProgramsRootRoot.solve(new Complex(1, 1), c);
  }
}
