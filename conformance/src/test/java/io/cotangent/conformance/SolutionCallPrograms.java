package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.Root;
import io.cotangent.Solver;

/** Differentiable methods that find solutions on their way. */
final class SolutionCallPrograms {
  private SolutionCallPrograms() {}

  @Differentiable(wrt = "a", order = 2)
  static double rayleigh(double[][] a, double[] start) {
    return quotient(a, SolutionProgramsPowerFixedPoint.solve(start, a));
  }

  @Differentiable(wrt = "a")
  static double rayleighOfBlackBox(double[][] a, double[] found) {
    return quotient(a, SolutionProgramsPowerFixedPoint.at(found, a));
  }

  static double quotient(double[][] a, double[] b) {
    double[] product = SolutionPrograms.times(a, b);
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < b.length; i++) {
      top += b[i] * product[i];
      bottom += b[i] * b[i];
    }
    return top / bottom;
  }

  @Differentiable(order = 2)
  static double squareRoot(double a) {
    return SolutionProgramsRootFixedPoint.solve(a, a, 0.1);
  }

  @SuppressWarnings("cotangent:unused-wrt")
  @Differentiable(order = 2)
  static double affineSum(double[][] a, double[] b, double[] start) {
    double sum = 0;
    for (double entry : SolutionProgramsAffineFixedPoint.solve(start, a, b)) {
      sum += entry;
    }
    return sum;
  }

  @SuppressWarnings("cotangent:unused-wrt")
  @Differentiable(order = 2)
  static double cosineFirst(double[] theta, double[] start) {
    return SolutionProgramsCosineFixedPoint.solve(start, theta)[0];
  }

  @Differentiable
  static double[] lmlLayer(double[] x, double n) {
    double nu = SolutionProgramsLmlRoot.solve(0, x, n, -8, 7);
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = 1 / (1 + Math.exp(-(x[i] + nu)));
    }
    return y;
  }

  @Differentiable(wrt = "x")
  static double[] simplexProjection(double[] x) {
    double tau = SolutionProgramsSimplexRoot.solve(0, x, 1, 0.2, 2.3);
    double[] p = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      p[i] = Math.max(x[i] - tau, 0);
    }
    return p;
  }

  @Differentiable(wrt = "theta", order = 2)
  static double ridgeEntry(double theta, double[][] x, double[] y, int index) {
    return SolutionProgramsRidgeArgmin.solve(new double[3], x, y, theta)[index];
  }

  @SuppressWarnings("cotangent:unused-wrt")
  @Differentiable(order = 2)
  static double sphereValue(double r, double[] start) {
    return SolutionProgramsFirstArgmin.value(start, r);
  }

  @Differentiable(order = 2)
  static double constrained(double[] c, double[][] a, double[] b, double[] h) {
    double[][] q = {{4, 1}, {1, 2}};
    double[][] g = {{-1, 0}, {0, -1}};
    double[] x = SolutionProgramsWithInequalityArgmin.solve(new double[2], q, c, a, b, g, h);
    return x[0] * x[0] * x[1] + Math.sin(x[1]);
  }

  /** One step of the implicit Euler method for {@code u' = -k u³ + cos t}. */
  @Root(unknown = "next")
  static double eulerStep(double next, double u, double k, double t, double dt) {
    return next - u - dt * (-k * next * next * next + Math.cos(t));
  }

  @Differentiable(order = 2)
  static double implicitEuler(double u0, double k, int steps) {
    double u = u0;
    double dt = 2.0 / steps;
    for (int i = 1; i <= steps; i++) {
      if (i % 2 == 0) {
        u = SolutionCallProgramsEulerStepRoot.solve(u, u, k, i * dt, dt);
      } else {
        u += dt * (-k * u * u * u + Math.cos(i * dt - dt));
      }
    }
    return u * u;
  }

  @FixedPoint(state = "x")
  static double outer(double x, double a, double k) {
    double inner = SolutionCallProgramsEulerStepRoot.solve(x, x, k, 0, 0.5);
    return 0.3 * inner + a;
  }

  @Differentiable(order = 2)
  static double nested(double a, double k) {
    return SolutionCallProgramsOuterFixedPoint.solve(1, a, k) * a;
  }

  @Root(unknown = "u")
  static double[] decay(double[] u, double[] m) {
    double[] rest = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      rest[i] = u[i] * Math.exp(m[i]) - 1;
    }
    return rest;
  }

  /** A root of arrays in an objective: its unknown's array might be another's for all it knows. */
  @Argmin(unknown = "m", solver = Solver.LBFGS)
  static double misfit(double[] m, double[] data) {
    double[] u = SolutionCallProgramsDecayRoot.solve(new double[data.length], m);
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      sum += (u[k] - data[k]) * (u[k] - data[k]);
    }
    return sum;
  }

  @Argmin(unknown = "t")
  static double validation(double t, double[][] x, double[] y) {
    double[] w = SolutionProgramsRidgeArgmin.solve(new double[3], x, y, Math.exp(t));
    double loss = 0.05 * t * t;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i] + 0.1 * i;
      for (int j = 0; j < w.length; j++) {
        rest -= w[j] * x[i][j];
      }
      loss += rest * rest;
    }
    return loss;
  }

  @Differentiable(wrt = "y")
  static double bilevel(double[][] x, double[] y) {
    return SolutionCallProgramsValidationArgmin.solve(0, x, y);
  }

  @Differentiable
  static double unrolledTwice(double a) {
    return a * SolutionProgramsUnrolledFixedPoint.solve(0, a);
  }

  @Differentiable(wrt = {"b"})
  static double overwritten(double[][] a, double[] b, double[] start) {
    double[] work = b.clone();
    double[] x = SolutionProgramsAffineFixedPoint.solve(start, a, work);
    work[0] = 7 * x[0];
    x[1] *= work[0];
    return x[0] * x[1] * b[0] + x[2];
  }
}
