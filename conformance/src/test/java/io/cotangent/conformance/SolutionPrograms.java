package io.cotangent.conformance;

import io.cotangent.Adjoint;
import io.cotangent.Argmin;
import io.cotangent.Derivative;
import io.cotangent.FixedPoint;
import io.cotangent.Root;
import io.cotangent.Solver;

/** The problems of the reference cases. */
final class SolutionPrograms {
  private SolutionPrograms() {}

  @FixedPoint(state = "b")
  static double[] power(double[] b, double[][] a) {
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

  static double[] times(double[][] a, double[] x) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        product[i] += a[i][j] * x[j];
      }
    }
    return product;
  }

  @FixedPoint(state = "x", solver = Solver.PICARD, adjoint = Adjoint.NEUMANN)
  static double root(double x, double a, double step) {
    return x + step * (a - x * x);
  }

  @FixedPoint(state = "x")
  static double[] affine(double[] x, double[][] a, double[] b) {
    double[] next = times(a, x);
    for (int i = 0; i < next.length; i++) {
      next[i] += b[i];
    }
    return next;
  }

  @FixedPoint(state = "x")
  static double[] cosine(double[] x, double[] theta) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = Math.cos(x[i]) + theta[i];
    }
    return next;
  }

  @FixedPoint(state = "x")
  static double[] flat(double[] x, double[] theta) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = theta[i] * x[i];
    }
    return next;
  }

  @FixedPoint(state = "x")
  static double[] rotation(double[] x, double[] theta, double[] c) {
    return rotated(x, theta, c);
  }

  @FixedPoint(
      state = "x",
      solver = Solver.ANDERSON,
      adjoint = Adjoint.NEUMANN,
      name = "RotationNeumann")
  static double[] rotated(double[] x, double[] theta, double[] c) {
    double[] next = new double[x.length];
    for (int k = 0; k < theta.length; k++) {
      double first = x[2 * k] - c[2 * k];
      double second = x[2 * k + 1] - c[2 * k + 1];
      next[2 * k] = Math.cos(theta[k]) * first - Math.sin(theta[k]) * second + c[2 * k];
      next[2 * k + 1] = Math.sin(theta[k]) * first + Math.cos(theta[k]) * second + c[2 * k + 1];
    }
    return next;
  }

  @FixedPoint(state = "x")
  static double[][] bellman(double[][] x, double[][] r, double gamma, double[][][] p, double tau) {
    double[][] next = new double[2][2];
    double[] best = new double[2];
    for (int t = 0; t < 2; t++) {
      double largest = Math.max(x[t][0], x[t][1]);
      double sum = Math.exp((x[t][0] - largest) / tau) + Math.exp((x[t][1] - largest) / tau);
      best[t] = largest + tau * Math.log(sum);
    }
    for (int s = 0; s < 2; s++) {
      for (int a = 0; a < 2; a++) {
        next[s][a] = r[s][a] + gamma * (p[a][s][0] * best[0] + p[a][s][1] * best[1]);
      }
    }
    return next;
  }

  @Argmin(unknown = "x", equality = "affineEquality")
  static double equalityProgram(double[] x, double[][] q, double[] c, double[][] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += c[i] * x[i];
      for (int j = 0; j < x.length; j++) {
        sum += 0.5 * x[i] * q[i][j] * x[j];
      }
    }
    return sum;
  }

  static double[] affineEquality(double[] x, double[][] q, double[] c, double[][] a, double[] b) {
    double[] rest = times(a, x);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= b[i];
    }
    return rest;
  }

  @Argmin(unknown = "x", equality = "withInequality1", inequality = "withInequality2")
  static double withInequality(
      double[] x, double[][] q, double[] c, double[][] a, double[] b, double[][] g, double[] h) {
    return equalityProgram(x, q, c, a, b);
  }

  static double[] withInequality1(
      double[] x, double[][] q, double[] c, double[][] a, double[] b, double[][] g, double[] h) {
    return affineEquality(x, q, c, a, b);
  }

  static double[] withInequality2(
      double[] x, double[][] q, double[] c, double[][] a, double[] b, double[][] g, double[] h) {
    return affineEquality(x, q, c, g, h);
  }

  @Argmin(unknown = "y", equality = "onHyperplane")
  static double hyperplane(double[] y, double[] x, double[] a, double b) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += 0.5 * (y[i] - x[i]) * (y[i] - x[i]);
    }
    return sum;
  }

  static double onHyperplane(double[] y, double[] x, double[] a, double b) {
    double sum = -b;
    for (int i = 0; i < y.length; i++) {
      sum += a[i] * y[i];
    }
    return sum;
  }

  @Argmin(unknown = "x", equality = "onSphere")
  static double first(double[] x, double r) {
    return x[0];
  }

  static double onSphere(double[] x, double r) {
    double sum = -r;
    for (double entry : x) {
      sum += entry * entry;
    }
    return sum;
  }

  @Argmin(unknown = "u", equality = "unit")
  static double against(double[] u, double[] v) {
    return -(u[0] * v[0] + u[1] * v[1]);
  }

  static double[] unit(double[] u, double[] v) {
    return new double[] {u[0] * u[0] + u[1] * u[1] - 1};
  }

  @Argmin(unknown = "w")
  static double ridge(double[] w, double[][] x, double[] y, double theta) {
    double[] prediction = times(x, w);
    double loss = 0;
    for (int i = 0; i < y.length; i++) {
      loss += (prediction[i] - y[i]) * (prediction[i] - y[i]);
    }
    for (double entry : w) {
      loss += theta * entry * entry;
    }
    return 0.5 * loss;
  }

  @Argmin(unknown = "w", solver = Solver.LBFGS, adjoint = Adjoint.CG)
  static double meanRidge(double[] w, double[][] x, double[] y, double lambda) {
    double[] prediction = times(x, w);
    double loss = 0;
    for (int i = 0; i < y.length; i++) {
      loss += (prediction[i] - y[i]) * (prediction[i] - y[i]);
    }
    loss *= 0.5 / y.length;
    for (double entry : w) {
      loss += 0.5 * lambda * entry * entry;
    }
    return loss;
  }

  @Root(unknown = "y")
  static double[] doubleRoot(double[] y, double[] x) {
    double[] f = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      f[i] = (y[i] - x[i]) * (y[i] - x[i]);
    }
    return f;
  }

  @Root(unknown = "nu", lower = "low", upper = "high", solver = Solver.BISECTION)
  static double lml(double nu, double[] x, double n, double low, double high) {
    double sum = -n;
    for (double entry : x) {
      sum += 1 / (1 + Math.exp(-(entry + nu)));
    }
    return sum;
  }

  @Root(unknown = "tau", lower = "low", upper = "high")
  static double simplex(double tau, double[] x, double s, double low, double high) {
    double sum = -s;
    for (double entry : x) {
      sum += Math.max(entry - tau, 0);
    }
    return sum;
  }

  @FixedPoint(state = "x", solver = Solver.PICARD, derivative = Derivative.ONE_STEP)
  static double oneStep(double x, double a) {
    return 0.5 * x + a;
  }

  @FixedPoint(state = "x", derivative = Derivative.TRUNCATED, terms = 3)
  static double truncated(double x, double a) {
    return 0.5 * x + a;
  }

  @FixedPoint(state = "x", solver = Solver.PICARD, derivative = Derivative.UNROLLED)
  static double unrolled(double x, double a) {
    return 0.5 * x + a;
  }

  @FixedPoint(state = "x", solver = Solver.PICARD)
  static double repelling(double x, double a) {
    return 2 * x + a;
  }
}
