package io.cotangent.conformance;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;

/**
 * The programs of JAX's autodiff cookbook and of questions asked about it, as one writes them here.
 */
final class CookbookPrograms {
  private CookbookPrograms() {}

  private static double sigmoid(double x) {
    return 0.5 * (Math.tanh(x / 2) + 1);
  }

  @Differentiable(wrt = {"w", "b"})
  static double[] predict(double[] w, double b, double[][] inputs) {
    double[] predictions = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      double z = b;
      for (int j = 0; j < w.length; j++) {
        z += inputs[i][j] * w[j];
      }
      predictions[i] = sigmoid(z);
    }
    return predictions;
  }

  @Differentiable(
      wrt = {"w", "b"},
      order = 2)
  static double logisticLoss(double[] w, double b, double[][] inputs, boolean[] targets) {
    double[] predictions = predict(w, b, inputs);
    double sum = 0;
    for (int i = 0; i < predictions.length; i++) {
      sum += Math.log(targets[i] ? predictions[i] : 1 - predictions[i]);
    }
    return -sum;
  }

  /** One prediction, for its Hessian. */
  @Differentiable(wrt = "w", order = 2)
  static double prediction(double[] w, double b, double[][] inputs, int i) {
    return predict(w, b, inputs)[i];
  }

  @Differentiable
  static double[][] threeSquares(double[][] x) {
    double[][] y = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = new double[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        y[i][j] = 3 * x[i][j] * x[i][j];
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double squaredTanh(double[][] x) {
    double sum = 0;
    for (double[] row : x) {
      for (double entry : row) {
        double t = Math.tanh(entry);
        sum += t * t;
      }
    }
    return sum;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  @Differentiable(order = 2)
  static double normOfProduct(double[][] x, double[][] y) {
    double sum = 0;
    for (double[] row : times(times(x, x), y)) {
      for (double entry : row) {
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  @SuppressWarnings("cotangent:zero-derivative")
  @Differentiable
  static double floor(double x) {
    return Math.floor(x);
  }

  @Differentiable
  static double floorStraightThrough(double x) {
    return Cotangent.straightThrough(Math.floor(x), x);
  }

  @Differentiable
  static double floorByDetour(double x) {
    return x - (x - Math.floor(x));
  }

  @Differentiable
  static double floorByStoppedDetour(double x) {
    return x - Cotangent.stopGradient(x - Math.floor(x));
  }

  private static double[] helper1(double[] p) {
    return new double[] {Math.sin(p[0]) * p[1], Math.exp(p[0] * p[1]), p[0] + p[1] * p[1]};
  }

  private static double[] helper2(double[] z, double[] p) {
    return new double[] {z[0] * p[0] + z[2], z[1] * z[1] * p[1]};
  }

  /** Both outputs, so that the first helper runs and is differentiated once. */
  @Differentiable
  static double[][] twoOutputs(double[] p1, double[] p2) {
    double[] z = helper1(p1);
    return new double[][] {z, helper2(z, p2)};
  }

  @Differentiable
  static double tanh(double x) {
    return Math.tanh(x);
  }

  @Differentiable
  static double tanhPrime(double x) {
    return CookbookProgramsTanhDerivatives.gradient(x);
  }

  @Differentiable(order = 2)
  static double tanhSecond(double x) {
    return CookbookProgramsTanhPrimeDerivatives.gradient(x);
  }

  @Differentiable
  static double lagrangian(double x, double v) {
    return x * x + v * v;
  }

  @Differentiable
  static double path(double t, boolean cubic) {
    return cubic ? t * t * t : Math.sin(t);
  }

  /** The Lagrangian's derivative by the velocity, along the path. */
  @Differentiable
  static double momentum(double t, boolean cubic) {
    double v = CookbookProgramsPathDerivatives.gradient(t, cubic);
    return CookbookProgramsLagrangianDerivatives.gradient(path(t, cubic), v).v();
  }

  static double eulerLagrange(double t, boolean cubic) {
    double v = CookbookProgramsPathDerivatives.gradient(t, cubic);
    return CookbookProgramsLagrangianDerivatives.gradient(path(t, cubic), v).x()
        - CookbookProgramsMomentumDerivatives.gradient(t, cubic);
  }

  @Differentiable
  static double traceOfGradient(double[][] x, double[][] y) {
    double[][] g = CookbookProgramsNormOfProductDerivatives.gradient(x, y).y();
    return g[0][0] + g[1][1];
  }
}
