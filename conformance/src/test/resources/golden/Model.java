package golden;

import io.cotangent.Differentiable;

/** Methods whose derivatives are pinned to the letter, because people read them. */
final class Model {
  private Model() {}

  /** The README's example: squared residuals of a neuron. */
  @Differentiable
  static double loss(double[] w, double b, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double z = b;
      for (int j = 0; j < w.length; j++) {
        z += w[j] * x[i][j];
      }
      double residual = Math.tanh(z) - y[i];
      sum += residual * residual;
    }
    return sum;
  }

  /** A formula, with second derivatives. */
  @Differentiable(order = 2)
  static double wave(double x, double t) {
    return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
  }

  /** Elements that are overwritten while they are needed. */
  @Differentiable
  static double scan(double[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] = a[i - 1] * a[i];
    }
    return a[a.length - 1];
  }

  /** A way out of a loop. */
  @Differentiable
  static double firstAbove(double x, double limit) {
    double y = x;
    for (int i = 0; i < 100; i++) {
      y = y * y + x;
      if (y > limit) {
        return y - limit;
      }
    }
    return 0;
  }

  /** A recursion. */
  @Differentiable(wrt = "x")
  static double power(double x, int n) {
    if (n == 0) {
      return 1;
    }
    double half = power(x, n / 2);
    return n % 2 == 0 ? half * half : half * half * x;
  }
}
