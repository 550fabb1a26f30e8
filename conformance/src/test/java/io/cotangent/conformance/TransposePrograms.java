package io.cotangent.conformance;

import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import io.cotangent.Mode;
import java.util.List;

/**
 * Forward mode from reverse mode alone: methods whose rule is a reverse sweep written by hand,
 * which is linear in the cotangent. The tangent is the transpose of that sweep, itself reverse mode
 * over the sweep, so forward mode is the transpose of a transpose.
 */
final class TransposePrograms {
  private TransposePrograms() {}

  static List<Point> points() {
    return List.of(
        at("chain", new double[] {0.5, -1.2, 2, 0.3}),
        at("chain", new double[] {0.7}),
        at("chain", new double[0]),
        at("recurrence", 0.3, new double[] {0.5, -0.25, 1}, 4),
        at("recurrence", 0.3, new double[] {0.5, -0.25, 1}, 0),
        at("branches", new double[] {1, -2, 0.5, -0.75}, 0.4),
        at("product", new double[][] {{1, 2, -1}, {0.5, 0, 3}}, new double[] {1, -1, 2}));
  }

  private static Point at(String program, Object... args) {
    return Point.of(TransposePrograms.class, program, args);
  }

  /** Each entry is the product of the sines up to it. */
  static double[] chainSource(double[] x) {
    double[] out = new double[x.length];
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      product *= Math.sin(x[i]);
      out[i] = product;
    }
    return out;
  }

  static double[] chainBySweep(double[] x) {
    return chainSource(x);
  }

  @DerivativeOf(type = TransposePrograms.class, method = "chainBySweep", mode = Mode.VJP)
  static double[] chainVjp(double[] x, double[] resultBar) {
    double[] before = new double[x.length];
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      before[i] = product;
      product *= Math.sin(x[i]);
    }
    double[] bar = new double[x.length];
    double productBar = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      productBar += resultBar[i];
      bar[i] = productBar * before[i] * Math.cos(x[i]);
      productBar *= Math.sin(x[i]);
    }
    return bar;
  }

  @Differentiable
  static double[] chain(double[] x) {
    return chainBySweep(x);
  }

  @Differentiable(name = "TransposeChainOfSource")
  static double[] chainOfSource(double[] x) {
    return chainSource(x);
  }

  /** A state that goes through the same polynomial again and again. */
  static double recurrenceSource(double start, double[] c, int times) {
    double y = start;
    for (int k = 0; k < times; k++) {
      y = c[0] + y * (c[1] + y * c[2]) * 0.5;
    }
    return y;
  }

  static double recurrenceBySweep(double start, double[] c, int times) {
    return recurrenceSource(start, c, times);
  }

  record RecurrenceGradient(double start, double[] c) {}

  @DerivativeOf(type = TransposePrograms.class, method = "recurrenceBySweep", mode = Mode.VJP)
  static RecurrenceGradient recurrenceVjp(double start, double[] c, int times, double resultBar) {
    double[] states = new double[times];
    double y = start;
    for (int k = 0; k < times; k++) {
      states[k] = y;
      y = c[0] + y * (c[1] + y * c[2]) * 0.5;
    }
    double[] cBar = new double[c.length];
    double yBar = resultBar;
    for (int k = times - 1; k >= 0; k--) {
      cBar[0] += yBar;
      cBar[1] += 0.5 * states[k] * yBar;
      cBar[2] += 0.5 * states[k] * states[k] * yBar;
      yBar *= 0.5 * c[1] + states[k] * c[2];
    }
    return new RecurrenceGradient(yBar, cBar);
  }

  @Differentiable
  static double recurrence(double start, double[] c, int times) {
    return recurrenceBySweep(start, c, times);
  }

  @Differentiable(name = "TransposeRecurrenceOfSource")
  static double recurrenceOfSource(double start, double[] c, int times) {
    return recurrenceSource(start, c, times);
  }

  /** A sum that goes other ways for negative entries, and what it becomes on the way. */
  static double[] branchesSource(double[] x, double a) {
    double[] out = new double[2];
    for (double each : x) {
      if (each > 0) {
        out[0] += a * each * each;
      } else {
        out[1] += each * Math.exp(a) + out[0];
      }
    }
    return out;
  }

  static double[] branchesBySweep(double[] x, double a) {
    return branchesSource(x, a);
  }

  record BranchesGradient(double[] x, double a) {}

  @DerivativeOf(type = TransposePrograms.class, method = "branchesBySweep", mode = Mode.VJP)
  static BranchesGradient branchesVjp(double[] x, double a, double[] resultBar) {
    double[] xBar = new double[x.length];
    double aBar = 0;
    double first = resultBar[0];
    double second = resultBar[1];
    for (int i = x.length - 1; i >= 0; i--) {
      if (x[i] > 0) {
        xBar[i] += 2 * a * x[i] * first;
        aBar += x[i] * x[i] * first;
      } else {
        xBar[i] += Math.exp(a) * second;
        aBar += x[i] * Math.exp(a) * second;
        first += second;
      }
    }
    return new BranchesGradient(xBar, aBar);
  }

  @Differentiable
  static double[] branches(double[] x, double a) {
    return branchesBySweep(x, a);
  }

  @Differentiable(name = "TransposeBranchesOfSource")
  static double[] branchesOfSource(double[] x, double a) {
    return branchesSource(x, a);
  }

  /** A matrix times a vector that is squared entry by entry. */
  static double[] productSource(double[][] m, double[] x) {
    double[] out = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < x.length; j++) {
        out[i] += m[i][j] * x[j] * x[j];
      }
    }
    return out;
  }

  static double[] productBySweep(double[][] m, double[] x) {
    return productSource(m, x);
  }

  record ProductGradient(double[][] m, double[] x) {}

  @DerivativeOf(type = TransposePrograms.class, method = "productBySweep", mode = Mode.VJP)
  static ProductGradient productVjp(double[][] m, double[] x, double[] resultBar) {
    double[][] mBar = new double[m.length][x.length];
    double[] xBar = new double[x.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < x.length; j++) {
        mBar[i][j] = x[j] * x[j] * resultBar[i];
        xBar[j] += 2 * m[i][j] * x[j] * resultBar[i];
      }
    }
    return new ProductGradient(mBar, xBar);
  }

  @Differentiable
  static double[] product(double[][] m, double[] x) {
    return productBySweep(m, x);
  }

  @Differentiable(name = "TransposeProductOfSource")
  static double[] productOfSource(double[][] m, double[] x) {
    return productSource(m, x);
  }
}
