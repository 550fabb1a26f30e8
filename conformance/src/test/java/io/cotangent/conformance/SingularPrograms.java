package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;
import java.util.List;

/**
 * The contract's corners where a derivative is infinite, and where it must not become NaN; exact
 * values, in both modes.
 */
final class SingularPrograms {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private SingularPrograms() {}

  static List<Point> points() {
    return List.of(
        at("sqrt", 0.0).exactly(INFINITY),
        at("cbrt", 0.0).exactly(INFINITY),
        at("asin", 1.0).exactly(INFINITY),
        at("asin", -1.0).exactly(INFINITY),
        at("acos", 1.0).exactly(-INFINITY),
        at("acos", -1.0).exactly(-INFINITY),
        at("log", 0.0).exactly(INFINITY),
        at("log10", 0.0).exactly(INFINITY),
        at("log1p", -1.0).exactly(INFINITY),
        at("log1mexp", 0.0).exactly(-INFINITY),
        at("log1mexp", -0.0).exactly(-INFINITY),
        at("quantile", 0.0).exactly(INFINITY),
        at("quantile", 1.0).exactly(INFINITY),
        at("reciprocal", 0.0).exactly(-INFINITY),
        at("zeroTimesRoot", 0.0).exactly(0),
        at("rootTimesZero", 0.0, 0.0).exactly(0, 0),
        at("rootOfSquare", 0.0).exactly(0),
        at("rootOfSquares", 0.0, 0.0).exactly(0, 0),
        at("rootNotTaken", 0.0).exactly(1),
        at("rootNotUsed", 0.0).exactly(1),
        at("rootNotChosen", 0.0).exactly(1),
        at("poleNotChosen", 0.0).exactly(2),
        at("poleNotChosen", -3.0).exactly(2),
        at("rootInOtherElement", 0.0).exactly(2),
        at("rootOverwritten", 0.0).exactly(3),
        at("logNotUsed", -1.0).exactly(1),
        at("rootByPow", 0.0).exactly(INFINITY));
  }

  private static Point at(String program, Object... args) {
    return Point.of(SingularPrograms.class, program, args);
  }

  @Differentiable
  static double sqrt(double x) {
    return Math.sqrt(x);
  }

  @Differentiable
  static double cbrt(double x) {
    return Math.cbrt(x);
  }

  @Differentiable
  static double asin(double x) {
    return Math.asin(x);
  }

  @Differentiable
  static double acos(double x) {
    return Math.acos(x);
  }

  @Differentiable
  static double log(double x) {
    return Math.log(x);
  }

  @Differentiable
  static double log10(double x) {
    return Math.log10(x);
  }

  @Differentiable
  static double log1p(double x) {
    return Math.log1p(x);
  }

  @Differentiable
  static double log1mexp(double x) {
    return SpecialMath.log1mexp(x);
  }

  @Differentiable
  static double quantile(double x) {
    return SpecialMath.inverseNormalCdf(x);
  }

  @Differentiable
  static double reciprocal(double x) {
    return 1 / x;
  }

  @Differentiable
  static double zeroTimesRoot(double x) {
    return 0 * Math.sqrt(x);
  }

  @Differentiable
  static double rootTimesZero(double x, double y) {
    return Math.sqrt(x) * y;
  }

  @Differentiable
  static double rootOfSquare(double x) {
    return Math.sqrt(x * x);
  }

  @Differentiable
  static double rootOfSquares(double x, double y) {
    double sum = x * x;
    sum += y * y;
    return Math.sqrt(sum);
  }

  @Differentiable
  static double rootNotTaken(double x) {
    return x > 0 ? Math.sqrt(x) : x;
  }

  @Differentiable
  static double rootNotUsed(double x) {
    double root = Math.sqrt(x);
    double again = root * Math.log(x);
    return x;
  }

  @Differentiable
  static double rootNotChosen(double x) {
    double root = Math.sqrt(x) + Math.log(x);
    double y = x;
    if (x > 0) {
      y = root;
    }
    return y;
  }

  @Differentiable
  static double poleNotChosen(double x) {
    double gammas = SpecialMath.lgamma(x) + SpecialMath.digamma(x) + SpecialMath.trigamma(x);
    return x > 0 ? gammas : 2 * x;
  }

  @Differentiable
  static double rootInOtherElement(double x) {
    double[] values = {Math.sqrt(x), 2 * x, Math.cbrt(x)};
    return values[1];
  }

  @Differentiable
  static double rootOverwritten(double x) {
    double[] values = {Math.sqrt(x)};
    values[0] = 3 * x;
    return values[0];
  }

  @Differentiable
  static double logNotUsed(double x) {
    double log = Math.log(x) + Math.acos(3 * x) + Math.sqrt(x);
    return x > 0 ? log : x;
  }

  @Differentiable
  static double rootByPow(double x) {
    return Math.pow(x, 0.5);
  }
}
