package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/**
 * The contract's corners of bounded derivatives: ties, steps, powers, remainders, branches; exact
 * values, in both modes.
 */
final class CornerPrograms {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private CornerPrograms() {}

  static List<Point> points() {
    return List.of(
        at("abs", 0.0).exactly(0),
        at("abs", -0.0).exactly(0),
        at("abs", -2.0).exactly(-1),
        at("absOfFloat", 0f).exactly(0),
        at("max", 2.0, 2.0).exactly(0.5, 0.5),
        at("max", 2.0, 1.0).exactly(1, 0),
        at("max", 0.0, -0.0).exactly(0.5, 0.5),
        at("min", 2.0, 2.0).exactly(0.5, 0.5),
        at("min", 2.0, 1.0).exactly(0, 1),
        at("maxOfFloats", 2f, 2f).exactly(0.5, 0.5),
        at("maxWithItself", 2.0).exactly(1),
        at("maxWithConstant", 0.0).exactly(0.5),
        at("hypot", 0.0, 0.0).exactly(0, 0),
        at("powInBase", -2.0, 3.0).exactly(12),
        at("powInBase", -2.0, 2.0).exactly(-4),
        at("powInBase", 0.0, 2.0).exactly(0),
        at("powInBase", 0.0, 1.0).exactly(1),
        at("powInBase", 0.0, 0.5).exactly(INFINITY),
        at("powInBase", 0.0, 0.0).exactly(0),
        at("powInBase", -3.0, 0.0).exactly(0),
        at("powInBase", 0.0, -1.0).exactly(-INFINITY),
        at("pow", 0.0, 2.0).exactly(0, 0),
        at("pow", 0.0, 0.5).exactly(INFINITY, 0),
        at("pow", 1.0, 0.0).exactly(0, 0),
        at("powOfConstant", 0.0).exactly(1),
        at("powOfConstant", -1.0).exactly(1 - 2 + 3 + 0),
        at("steps", 2.0).exactly(0),
        at("steps", 2.5).exactly(0),
        at("steps", -0.5).exactly(0),
        at("signum", 0.0).exactly(0),
        at("integerCasts", 3.0).exactly(0),
        at("integerCasts", 3.5).exactly(0),
        at("floatCast", 0.1).exactly(1),
        at("remainder", 7.5, 2.0).exactly(1, -3),
        at("remainder", -7.5, 2.0).exactly(1, 3),
        at("remainder", 7.5, -2.0).exactly(1, 3),
        at("remainder", -7.5, -2.0).exactly(1, -3),
        at("remainder", 6.0, 2.0).exactly(1, -3),
        at("remainder", 0.5, 2.0).exactly(1, 0),
        at("remainderOfFloats", -7.5f, 2f).exactly(1, 3),
        at("remainderAssigned", -7.5, 2.0).exactly(1, 3),
        at("notLess", 0.0).exactly(0),
        at("greater", 0.0).exactly(-1),
        at("equal", 0.0).exactly(0),
        at("equal", 1.0).exactly(5),
        at("different", 0.0).exactly(7));
  }

  private static Point at(String program, Object... args) {
    return Point.of(CornerPrograms.class, program, args);
  }

  @Differentiable
  static double abs(double x) {
    return Math.abs(x);
  }

  @Differentiable
  static float absOfFloat(float x) {
    return Math.abs(x);
  }

  @Differentiable
  static double max(double x, double y) {
    return Math.max(x, y);
  }

  @Differentiable
  static double min(double x, double y) {
    return Math.min(x, y);
  }

  @Differentiable
  static float maxOfFloats(float x, float y) {
    return Math.max(x, y);
  }

  @Differentiable
  static double maxWithItself(double x) {
    return Math.max(x, x);
  }

  @Differentiable
  static double maxWithConstant(double x) {
    return Math.max(x, 0);
  }

  @Differentiable
  static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  @Differentiable(wrt = "x")
  static double powInBase(double x, double c) {
    return Math.pow(x, c);
  }

  @Differentiable
  static double pow(double x, double c) {
    return Math.pow(x, c);
  }

  @Differentiable
  static double powOfConstant(double x) {
    return Math.pow(x, 1) + Math.pow(x, 2) + Math.pow(x, 3) + Math.pow(x, 0);
  }

  @SuppressWarnings("cotangent:zero-derivative")
  @Differentiable
  static double steps(double x) {
    return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.round(x) + Math.signum(x);
  }

  @SuppressWarnings("cotangent:zero-derivative")
  @Differentiable
  static double signum(double x) {
    return Math.signum(x);
  }

  @SuppressWarnings("cotangent:zero-derivative")
  @Differentiable
  static double integerCasts(double x) {
    return (int) x + (long) x + (short) x + (byte) x + (char) x;
  }

  @Differentiable
  static double floatCast(double x) {
    return (float) x;
  }

  @Differentiable
  static double remainder(double a, double b) {
    return a % b;
  }

  @Differentiable
  static float remainderOfFloats(float a, float b) {
    return a % b;
  }

  @Differentiable
  static double remainderAssigned(double a, double b) {
    a %= b;
    return a;
  }

  @Differentiable
  static double notLess(double x) {
    return x >= 0 ? x * x : -x;
  }

  @Differentiable
  static double greater(double x) {
    return x > 0 ? x * x : -x;
  }

  @SuppressWarnings("cotangent:float-equality")
  @Differentiable
  static double equal(double x) {
    if (x == 0) {
      return 0;
    }
    return x * x + 3 * x;
  }

  @SuppressWarnings("cotangent:float-equality")
  @Differentiable
  static double different(double x) {
    return x != 0 ? x * x : 7 * x;
  }
}
