package io.cotangent.conformance;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;
import java.util.List;

/**
 * Math, StrictMath, SpecialMath and the intrinsics; the rows themselves have tests of their own.
 */
final class MathPrograms {
  private MathPrograms() {}

  static List<Point> points() {
    double[] abc = {0.5, -1.25, 2};
    return List.of(
        at("elementary", 0.6),
        at("elementary", 0.05),
        at("inverses", 0.35),
        at("hyperbolic", -0.8),
        at("logarithms", 1.7),
        at("roots", 2.3),
        at("powers", 1.4, 2.3),
        at("powers", 0.3, -1.1),
        at("constantPowers", -1.4),
        at("planes", 0.8, -1.7),
        at("planes", -2.5, -0.4),
        at("remainders", 7.3, 2.1),
        at("remainders", -7.3, 2.1),
        at("kinks", 0.8, 1.7),
        at("kinks", -0.8, -1.7),
        at("fused", 0.8, -1.7, 0.3),
        at("steps", 1.3),
        at("neighbours", 1.3).gradient(4.0),
        at("scaled", 1.3, 3).gradient(2 * 1.3 * 8),
        at("strict", 0.6, 1.9),
        at("errorFunctions", 0.4),
        at("errorFunctions", -1.9),
        at("gammas", 2.6),
        at("logistic", 0.7),
        at("logistic", -40.0),
        at("quantile", 0.2),
        at("logSumExp", (Object) abc),
        at("logSumExp", (Object) new double[] {1000, 1001, 999}),
        at("softmax", (Object) abc),
        at("crossEntropy", abc, 1),
        at("stopped", 1.5).gradient(2.25),
        at("straightThrough", 2.7).exactly(5),
        at("degrees", 0.7));
  }

  private static Point at(String program, Object... args) {
    return Point.of(MathPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double elementary(double x) {
    return Math.sin(x) * Math.cos(2 * x) + Math.tan(x * x) - Math.exp(-x) * Math.expm1(x);
  }

  @Differentiable(order = 2)
  static double inverses(double x) {
    return Math.asin(x) * Math.acos(x * x) + Math.atan(3 * x);
  }

  @Differentiable(order = 2)
  static double hyperbolic(double x) {
    return Math.sinh(x) * Math.cosh(x * x) - Math.tanh(2 * x);
  }

  @Differentiable(order = 2)
  static double logarithms(double x) {
    return Math.log(x) * Math.log10(x + 1) + Math.log1p(x * x);
  }

  @Differentiable(order = 2)
  static double roots(double x) {
    return Math.sqrt(x * x * x) + Math.cbrt(x - 4) * Math.sqrt(x);
  }

  @Differentiable(order = 2)
  static double powers(double x, double y) {
    return Math.pow(x, y) + Math.pow(y * y, x) * Math.pow(2, y);
  }

  @Differentiable(order = 2)
  static double constantPowers(double x) {
    return Math.pow(x, 3) - Math.pow(x, 2) + Math.pow(x, -1) + Math.pow(x, 1) * Math.pow(x, 0);
  }

  @Differentiable(order = 2)
  static double planes(double x, double y) {
    return Math.hypot(x, y) * Math.atan2(y, x) + Math.atan2(x, 2);
  }

  @Differentiable(order = 2)
  static double remainders(double x, double y) {
    return (x % y) * x + Math.IEEEremainder(x, y) * y;
  }

  @Differentiable(order = 2)
  static double kinks(double x, double y) {
    return Math.max(x, y) * Math.abs(x) + Math.min(x * y, 1) + Math.copySign(x * x, y);
  }

  @Differentiable(order = 2)
  static double fused(double x, double y, double z) {
    return Math.fma(x, y, z) * Math.fma(x, x, -y);
  }

  @Differentiable(order = 2)
  static double steps(double x) {
    return (Math.floor(x) + Math.ceil(x) * x + Math.rint(x) + Math.round(x) * x * x)
        + (Math.signum(x) * x + Math.ulp(x) + Math.getExponent(x) * x);
  }

  @Differentiable(order = 2)
  static double neighbours(double x) {
    return Math.nextUp(x) + Math.nextDown(x) + Math.nextAfter(x, 5) + x;
  }

  @Differentiable(order = 2)
  static double scaled(double x, int n) {
    return Math.scalb(x, n) * x;
  }

  @Differentiable(order = 2)
  static double strict(double x, double y) {
    return StrictMath.sin(x) * StrictMath.pow(y, x)
        + StrictMath.sqrt(y) * StrictMath.log(x)
        + StrictMath.max(x, y) * StrictMath.hypot(x, y)
        - StrictMath.abs(x) * StrictMath.cbrt(y);
  }

  @Differentiable(order = 2)
  static double errorFunctions(double x) {
    return SpecialMath.erf(x) * SpecialMath.erfc(x * x)
        + SpecialMath.normalCdf(x) * x
        - SpecialMath.normalPdf(2 * x);
  }

  @Differentiable(order = 2)
  static double gammas(double x) {
    return SpecialMath.lgamma(x) * x
        + SpecialMath.digamma(x) * SpecialMath.trigamma(x)
        + SpecialMath.polygamma(2, x);
  }

  @Differentiable(order = 2)
  static double logistic(double x) {
    return SpecialMath.sigmoid(x) * SpecialMath.log1pexp(x) + SpecialMath.log1mexp(-x * x);
  }

  @Differentiable(order = 2)
  static double quantile(double p) {
    double z = SpecialMath.inverseNormalCdf(p);
    return z * z * p + z;
  }

  @Differentiable(order = 2)
  static double logSumExp(double[] x) {
    return SpecialMath.logSumExp(x) * 1.5;
  }

  @Differentiable
  static double[] softmax(double[] x) {
    return SpecialMath.softmax(x);
  }

  @Differentiable(order = 2)
  static double crossEntropy(double[] x, int label) {
    return -Math.log(SpecialMath.softmax(x)[label]) + x[0] * x[0];
  }

  @Differentiable
  static double stopped(double x) {
    double fixed = Cotangent.stopGradient(x);
    return fixed * fixed * x;
  }

  @Differentiable
  static double straightThrough(double x) {
    return 5 * Cotangent.straightThrough(Math.floor(x), x);
  }

  @Differentiable(order = 2)
  static double degrees(double x) {
    return Math.toRadians(x) * Math.toDegrees(x * x);
  }
}
