package io.cotangent.samples.tuning;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Tunes penalties on Longley's and on the breast cancer data by their gradients. */
public final class TuningSample {
  private TuningSample() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Prints every descent, and what it comes to. */
  public static void run(PrintStream out) {
    Table longley = Table.read("longley.txt").centred();
    double[][] x = longley.x();
    double[] y = longley.y();
    out.println("Longley, ridge: the error of rows left out, by Newton's method");
    double log = Math.log(0.3);
    for (int k = 0; k <= 6; k++) {
      double slope = RidgeLeftOutDerivatives.gradient(log, x, y);
      double curvature = RidgeLeftOutDerivatives.hessian(log, x, y)[0][0];
      line(out, k, log, Ridge.leftOut(log, x, y), slope);
      log -= Math.max(-1, Math.min(1, slope / Math.abs(curvature)));
    }
    out.println("Longley, lasso: the same by descent");
    descend(
        out,
        Math.log(0.5),
        0.5,
        30,
        at -> Lasso.leftOut(at, x, y),
        at -> LassoLeftOutDerivatives.gradient(at, x, y));
    Table cells = Table.tumours();
    Table fitted = cells.third(0, true);
    Table others = cells.third(0, false);
    out.println("breast cancer, logistic lasso: the loss of every third row, not fitted to");
    double found =
        descend(
            out,
            Math.log(0.02),
            4,
            12,
            at -> SparseLogistic.validation(at, fitted.x(), fitted.y(), others.x(), others.y()),
            at ->
                SparseLogisticValidationDerivatives.gradient(
                    at, fitted.x(), fitted.y(), others.x(), others.y()));
    double[] w =
        SparseLogisticLossArgmin.solve(new double[31], fitted.x(), fitted.y(), Math.exp(found));
    int kept = 0;
    for (int j = 0; j < 30; j++) {
      kept += w[j] != 0 ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "%d of 30 measures kept, %.1f %% of the others right%n",
        kept,
        100 * right(w, others));
    out.println("breast cancer, logistic ridge: the same loss, by Newton's method");
    found = newton(out, Math.log(0.02), 4, fitted, others);
    w = RidgeLogisticLossArgmin.solve(new double[31], fitted.x(), fitted.y(), Math.exp(found));
    out.printf(Locale.ROOT, "%.1f %% of the others right%n", 100 * right(w, others));
  }

  /** Newton's steps of at most one, downwards also where the curvature is negative. */
  private static double newton(
      PrintStream out, double start, int steps, Table fitted, Table others) {
    double log = start;
    for (int k = 0; k <= steps; k++) {
      double slope =
          RidgeLogisticValidationDerivatives.gradient(
              log, fitted.x(), fitted.y(), others.x(), others.y());
      double curvature =
          RidgeLogisticValidationDerivatives.hessian(
              log, fitted.x(), fitted.y(), others.x(), others.y())[0][0];
      double error = RidgeLogistic.validation(log, fitted.x(), fitted.y(), others.x(), others.y());
      line(out, k, log, error, slope);
      if (k < steps) {
        log -= Math.max(-1, Math.min(1, slope / Math.abs(curvature)));
      }
    }
    return log;
  }

  /** The share of rows whose answer has the score's sign. */
  static double right(double[] w, Table rows) {
    int right = 0;
    for (int i = 0; i < rows.y().length; i++) {
      double score = w[w.length - 1];
      for (int j = 0; j < rows.x()[i].length; j++) {
        score += rows.x()[i][j] * w[j];
      }
      right += score > 0 == rows.y()[i] > 0.5 ? 1 : 0;
    }
    return (double) right / rows.y().length;
  }

  /** Gradient steps of at most one half; the logarithm of the penalty they end at. */
  private static double descend(
      PrintStream out,
      double start,
      double rate,
      int steps,
      DoubleUnaryOperator error,
      DoubleUnaryOperator gradient) {
    double log = start;
    for (int k = 0; k <= steps; k++) {
      double slope = gradient.applyAsDouble(log);
      if (k % (steps / 3) == 0) {
        line(out, k, log, error.applyAsDouble(log), slope);
      }
      if (k < steps) {
        log -= Math.max(-0.5, Math.min(0.5, rate * slope));
      }
    }
    return log;
  }

  private static void line(PrintStream out, int k, double log, double error, double slope) {
    out.printf(
        Locale.ROOT,
        "step %2d: penalty %.6f, error %.6f, slope %+.2e%n",
        k,
        Math.exp(log),
        error,
        slope);
  }
}
