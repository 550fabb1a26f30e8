package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Complex;
import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;

/** What the reference cases need beside the problems that they solve. */
final class FurtherCasePrograms {
  private FurtherCasePrograms() {}

  @Differentiable(order = 2)
  static double tried(double x) {
    try {
      if (x < 3) {
        return 2 * x * x * x;
      } else {
        throw new IllegalArgumentException("too large");
      }
    } catch (IllegalArgumentException thrown) {
      return Math.PI * x;
    }
  }

  /** The real part of what the complex number is, whose gradient is the case's. */
  @Differentiable
  static double realPart(double[][] re, double[][] im) {
    return misfit(re, im).re();
  }

  static Complex misfit(double[][] re, double[][] im) {
    Complex[][] a = new Complex[re.length][re.length];
    for (int i = 0; i < re.length; i++) {
      for (int j = 0; j < re.length; j++) {
        a[i][j] = new Complex((re[i][j] + re[j][i]) / 2, (im[i][j] - im[j][i]) / 2);
      }
    }
    Complex[][] l = factor(a);
    Complex sum = Complex.of(0);
    for (int i = 0; i < re.length; i++) {
      for (int j = 0; j <= i; j++) {
        Complex rest = l[i][j].minus(l[i][j].sin());
        sum = sum.plus(rest.times(rest));
      }
    }
    return sum;
  }

  /** Cholesky's method, row by row. */
  static Complex[][] factor(Complex[][] a) {
    Complex[][] l = new Complex[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        Complex rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest = rest.minus(l[i][k].times(l[j][k].conjugate()));
        }
        l[i][j] = i == j ? Complex.of(Math.sqrt(rest.re())) : rest.divide(l[j][j]);
      }
    }
    return l;
  }

  @Differentiable(
      wrt = {"x", "y"},
      order = 2)
  static double bilinear(double x, double y, double alpha) {
    return alpha * x * y;
  }

  @Differentiable(
      wrt = {"x", "y"},
      order = 2)
  static double ascended(double[] x, double[] y, double[][] a, double sign) {
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      sum += y[j] * y[j];
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * a[i][j] * y[j];
      }
    }
    return sign * sum;
  }

  /** The power iteration with something added, whose cotangent is what the linear system gives. */
  @FixedPoint(state = "b")
  static double[] shifted(double[] b, double[][] a, double[] shift) {
    double[] next = SolutionPrograms.power(b, a);
    for (int i = 0; i < next.length; i++) {
      next[i] += shift[i];
    }
    return next;
  }

  @Differentiable(wrt = "b")
  static double[] powered(double[] b, double[][] a) {
    return SolutionPrograms.power(b, a);
  }

  @Differentiable(
      wrt = {"b", "a"},
      order = 2)
  static double quotient(double[] b, double[][] a) {
    return SolutionCallPrograms.quotient(a, b);
  }

  @Differentiable(wrt = "x")
  static double rooted(double x, double a, double step) {
    return SolutionPrograms.root(x, a, step);
  }

  @Differentiable
  static double alignment(double[] v, double[] start) {
    return -SolutionProgramsAgainstArgmin.value(start, v);
  }

  @Differentiable
  static double first(double[] x, double n) {
    return SolutionCallPrograms.lmlLayer(x, n)[0];
  }

  @FixedPoint(state = "v")
  static double[] worth(double[] v, double[][] policy, double[][] r, double gamma, double[][][] p) {
    double[] next = new double[v.length];
    for (int s = 0; s < v.length; s++) {
      for (int a = 0; a < 2; a++) {
        next[s] += policy[s][a] * (r[s][a] + gamma * (p[a][s][0] * v[0] + p[a][s][1] * v[1]));
      }
    }
    return next;
  }

  /** The multipliers stand after the unknowns. */
  @Argmin(unknown = "x", equality = "held", name = "EqualityByName")
  static double equality(double[] x, double[][] q, double[] c, double[][] a, double[] b) {
    return SolutionPrograms.equalityProgram(x, q, c, a, b);
  }

  static double[] held(double[] x, double[][] q, double[] c, double[][] a, double[] b) {
    return SolutionPrograms.affineEquality(x, q, c, a, b);
  }

  @Differentiable(wrt = {"q", "c", "a", "b"})
  static double[] primalAndDual(double[][] q, double[] c, double[][] a, double[] b) {
    var kkt = EqualityByName.kkt(new double[2], q, c, a, b);
    return new double[] {kkt.value()[0], kkt.value()[1], kkt.equalityMultipliers()[0]};
  }
}
