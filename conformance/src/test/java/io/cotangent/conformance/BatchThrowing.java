package io.cotangent.conformance;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import java.io.IOException;

/** Batched methods that throw, and one with a receiver. */
final class BatchThrowing {
  final double factor;

  BatchThrowing(double factor) {
    this.factor = factor;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double root(double x) {
    if (x < 0) {
      throw new IllegalStateException(Double.toString(x));
    }
    return Math.sqrt(x);
  }

  @Differentiable
  @Batched(over = "x")
  static double checked(double x) throws IOException {
    if (x < 0) {
      throw new IOException(Double.toString(x));
    }
    return x * x;
  }

  @Differentiable
  @Batched(
      over = {"x", "k"},
      gpu = true)
  static double picked(double x, int k) {
    double[] two = {x, 2 * x};
    return two[k];
  }

  @Differentiable
  @Batched(
      over = {"x", "k"},
      gpu = true)
  static double divided(double x, int k) {
    return x * (12 / k);
  }

  @Differentiable
  @Batched(over = "x")
  double scaled(double x) {
    return factor * x;
  }

  record Positive(double value) {
    Positive {
      if (!(value > 0)) {
        throw new IllegalArgumentException("not positive: " + value);
      }
    }
  }

  record Ratio(double over, double under) {
    Positive of() {
      return new Positive(over / under);
    }
  }

  @Differentiable
  @Batched(over = "r")
  static double ratio(Ratio r, double s) {
    return Math.log(r.of().value()) * s;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double asserted(double x) {
    assert x < 5 : "too much: " + x;
    return x * x;
  }
}
