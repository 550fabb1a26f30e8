package io.cotangent.samples.solutions;

import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;

/** The dominant eigenvalue of a symmetric matrix, by power iteration or by any other means. */
final class PowerIteration {
  private PowerIteration() {}

  @FixedPoint(state = "b", maxIterations = 10000)
  static double[] step(double[] b, double[][] a) {
    double[] next = times(a, b);
    double square = 0;
    for (double entry : next) {
      square += entry * entry;
    }
    double norm = Math.sqrt(square);
    for (int i = 0; i < next.length; i++) {
      next[i] /= norm;
    }
    return next;
  }

  static double[] times(double[][] a, double[] b) {
    double[] product = new double[b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i] += a[i][j] * b[j];
      }
    }
    return product;
  }

  static double quotient(double[] b, double[][] a) {
    double[] product = times(a, b);
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < b.length; i++) {
      top += b[i] * product[i];
      bottom += b[i] * b[i];
    }
    return top / bottom;
  }

  /** The eigenvalue, the vector found by iteration. */
  @Differentiable(wrt = "a")
  static double eigenvalue(double[][] a, double[] start) {
    return quotient(PowerIterationStepFixedPoint.solve(start, a), a);
  }

  /** The eigenvalue, the vector found elsewhere. */
  @Differentiable(wrt = "a")
  static double ofBlackBox(double[][] a, double[] vector) {
    return quotient(PowerIterationStepFixedPoint.at(vector, a), a);
  }
}
