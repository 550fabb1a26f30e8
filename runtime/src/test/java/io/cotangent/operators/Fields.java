package io.cotangent.operators;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import java.util.function.Function;

/** Functions with derivatives written by hand, for tests. */
final class Fields {
  private Fields() {}

  /** A function from its value, gradient and Hessian. */
  static ScalarFunction scalar(
      int n,
      Function<double[], Double> value,
      Function<double[], double[]> gradient,
      Function<double[], double[][]> hessian) {
    return new ScalarFunction() {
      @Override
      public int dimension() {
        return n;
      }

      @Override
      public int order() {
        return 2;
      }

      @Override
      public double value(double[] x) {
        return value.apply(x);
      }

      @Override
      public double valueAndGradient(double[] x, double[] grad) {
        System.arraycopy(gradient.apply(x), 0, grad, 0, n);
        return value.apply(x);
      }

      @Override
      public double jvp(double[] x, double[] xDot) {
        return times(new double[][] {gradient.apply(x)}, xDot)[0];
      }

      @Override
      public double[] hvp(double[] x, double[] v) {
        return times(hessian.apply(x), v);
      }
    };
  }

  /** A function from its value and Jacobian. */
  static VectorFunction vector(
      int n, Function<double[], double[]> value, Function<double[], double[][]> jacobian) {
    return new VectorFunction() {
      @Override
      public int dimension() {
        return n;
      }

      @Override
      public double[] value(double[] x) {
        return value.apply(x);
      }

      @Override
      public double[] jvp(double[] x, double[] xDot) {
        return times(jacobian.apply(x), xDot);
      }

      @Override
      public double[] vjp(double[] x, double[] cotangent) {
        double[] out = new double[n];
        double[][] j = jacobian.apply(x);
        for (int i = 0; i < j.length; i++) {
          for (int k = 0; k < n; k++) {
            out[k] += j[i][k] * cotangent[i];
          }
        }
        return out;
      }

      @Override
      public double[][] jacobian(double[] x) {
        return jacobian.apply(x);
      }
    };
  }

  static double[] times(double[][] a, double[] x) {
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        out[i] += a[i][j] * x[j];
      }
    }
    return out;
  }
}
