package io.cotangent.conformance;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** Each function that vectors compute, alone in a batched method. */
final class VectorFunctions {
  private VectorFunctions() {}

  @Differentiable
  @Batched(over = "x")
  static double sin(double x) {
    return Math.sin(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double cos(double x) {
    return Math.cos(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double tan(double x) {
    return Math.tan(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double asin(double x) {
    return Math.asin(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double acos(double x) {
    return Math.acos(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double atan(double x) {
    return Math.atan(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double sinh(double x) {
    return Math.sinh(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double cosh(double x) {
    return Math.cosh(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double tanh(double x) {
    return Math.tanh(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double exp(double x) {
    return Math.exp(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double expm1(double x) {
    return Math.expm1(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double log(double x) {
    return Math.log(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double log10(double x) {
    return Math.log10(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double log1p(double x) {
    return Math.log1p(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double cbrt(double x) {
    return Math.cbrt(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double sqrt(double x) {
    return Math.sqrt(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double abs(double x) {
    return Math.abs(x);
  }

  @Differentiable
  @Batched(over = {"x", "y"})
  static double atan2(double x, double y) {
    return Math.atan2(x, y);
  }

  @Differentiable
  @Batched(over = {"x", "y"})
  static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  @Differentiable
  @Batched(over = {"x", "y"})
  static double pow(double x, double y) {
    return Math.pow(x, y);
  }

  @Differentiable
  @Batched(over = {"x", "y"})
  static double max(double x, double y) {
    return Math.max(x, y);
  }

  @Differentiable
  @Batched(over = {"x", "y"})
  static double min(double x, double y) {
    return Math.min(x, y);
  }

  @Differentiable
  @Batched(over = "x")
  static double normalCdf(double x) {
    return SpecialMath.normalCdf(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double normalPdf(double x) {
    return SpecialMath.normalPdf(x);
  }
}
