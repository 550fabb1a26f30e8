package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Floats, mixed arithmetic with Java's promotions, casts written and implied. */
final class PromotionPrograms {
  private PromotionPrograms() {}

  static List<Point> points() {
    return List.of(
        at("floats", 1.5f, -0.75f).gradient(2 * 1.5 * -0.75 - 1, 2.25),
        at("mixed", 1.5f, 0.3),
        at("narrowed", 1.25).gradient(2 * 1.25),
        at("throughFloat", 0.1).gradient((double) 0.1f * 0.1f + 0.2 * 0.1f).within(1e-7),
        at("integerCast", 2.6).gradient(2.0),
        at("longCast", 2.6).gradient(2.0),
        at("byteCast", 300.6).gradient(44.0),
        at("charCast", 97.5).gradient(97.0),
        at("compoundIntoFloat", 1.5f, 0.25).gradient(3 * 0.25 * 2.25 + 1, 3.375),
        at("compoundIntoInteger", 2.6).gradient(2.0 + 3),
        at("integerDivision", 1.5, 7).gradient(3.0),
        at("integerTimesFloat", 1.5f, 16777217).gradient(16777216),
        at("floatArrays", array(0.5f, -1.5f, 2)).gradient(2 * 0.5 - 1.5, 0.5, 4),
        at("floatResult", 1.5).gradient(4.5),
        at("floatMath", 0.6f),
        at("mixedArrays", array(0.5f, 1.5f), new double[] {2, -3}).gradient(2, -3, 0.5, 1.5),
        at("conditionalPromotion", 1.5f, 2.5).gradient(0, 5),
        at("conditionalPromotion", 3.5f, 2.5).gradient(2 * 3.5, 0),
        at("shortsAndBytes", 0.5, (byte) -3, (short) 1000).gradient(-3.0 * 1000 + 2 * 0.5 * -3),
        at("characters", 0.5, 'b').gradient(98 + 1.0),
        at("hexAndExponents", 1.0).gradient(0x1.8p1 + 1e3 + 1f + 012 + 0b11 + 1_000));
  }

  private static Point at(String program, Object... args) {
    return Point.of(PromotionPrograms.class, program, args);
  }

  private static float[] array(float... entries) {
    return entries;
  }

  @Differentiable
  static float floats(float x, float y) {
    return x * x * y - x;
  }

  @Differentiable(order = 2)
  static double mixed(float x, double y) {
    return x * y + x * x / (1 + y * y) + 3 * x;
  }

  @Differentiable
  static double narrowed(double x) {
    float f = (float) x;
    return f * f;
  }

  @Differentiable
  static double throughFloat(double x) {
    float f = (float) x;
    return x * f * (double) f;
  }

  @Differentiable
  static double integerCast(double x) {
    int n = (int) x;
    return n * x;
  }

  @Differentiable
  static double longCast(double x) {
    return (long) x * x;
  }

  @Differentiable
  static double byteCast(double x) {
    return (byte) x * x;
  }

  @Differentiable
  static double charCast(double x) {
    return (char) x * x;
  }

  @Differentiable
  static double compoundIntoFloat(float x, double y) {
    float f = x;
    f *= y * x;
    f += x;
    return f * x + (x - x * x);
  }

  @Differentiable
  static double compoundIntoInteger(double x) {
    int n = 0;
    n += x;
    n *= 1.2;
    return n * x + 3 * x;
  }

  @Differentiable
  static double integerDivision(double x, int n) {
    return n / 2 * x;
  }

  @Differentiable
  static double integerTimesFloat(float x, int n) {
    return n * x;
  }

  @Differentiable
  static float floatArrays(float[] a) {
    float sum = a[0] * a[1];
    for (float each : new float[] {a[0], a[2]}) {
      sum += each * each;
    }
    return sum;
  }

  @Differentiable
  static float floatResult(double x) {
    return (float) (1.5 * x * x);
  }

  @Differentiable
  static double floatMath(float x) {
    return Math.sin(x) + Math.max(x, 0.25f) * Math.abs(x - 2f) + Math.fma(x, x, 1f);
  }

  @Differentiable
  static double mixedArrays(float[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Differentiable
  static double conditionalPromotion(float x, double y) {
    double z = x > y ? x : y;
    return z * z;
  }

  @Differentiable
  static double shortsAndBytes(double x, byte b, short s) {
    return b * s * x + b * x * x;
  }

  @Differentiable
  static double characters(double x, char c) {
    c++;
    return c * x;
  }

  @Differentiable
  static double hexAndExponents(double x) {
    return 0x1.8p1 * x + 1e3 * x + 1f * x + 012 * x + 0b11 * x + 1_000 * x;
  }
}
