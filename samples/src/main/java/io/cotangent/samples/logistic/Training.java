package io.cotangent.samples.logistic;

import java.io.PrintStream;
import java.util.Locale;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;

/** Minimises the ridge loss: by plain gradient descent, and by Newton's method. */
final class Training {

  private static final double GRADIENT_TOLERANCE = 1e-9;
  private static final int MAX_STEPS = 20_000;

  private final double[][] inputs;
  private final boolean[] targets;
  private final double ridge;
  private final PrintStream out;

  Training(double[][] inputs, boolean[] targets, double ridge, PrintStream out) {
    this.inputs = inputs;
    this.targets = targets;
    this.ridge = ridge;
    this.out = out;
  }

  /**
   * Where a training ended.
   *
   * @param w the weights
   * @param b the bias
   * @param loss the ridge loss there
   * @param gradientNorm the length of its gradient
   * @param steps the steps taken
   */
  record Trained(double[] w, double b, double loss, double gradientNorm, int steps) {}

  /** Steps of fixed size down the generated gradient. */
  Trained descend(double[] w, double b, double stepSize) {
    double[] weights = w.clone();
    double bias = b;
    int report = 1;
    for (int step = 0; ; step++) {
      var at =
          LogisticRegressionRidgeLossDerivatives.valueAndGradient(
              weights, bias, inputs, targets, ridge);
      double norm = norm(at.gradient().w(), at.gradient().b());
      boolean converged = norm <= GRADIENT_TOLERANCE;
      if (step == report || step == 0 || converged) {
        print(step, at.value(), norm);
        report = step == 0 ? 1 : 4 * report;
      }
      if (converged || step == MAX_STEPS) {
        return new Trained(weights, bias, at.value(), norm, step);
      }
      for (int k = 0; k < weights.length; k++) {
        weights[k] -= stepSize * at.gradient().w()[k];
      }
      bias -= stepSize * at.gradient().b();
    }
  }

  /** Newton's method with the generated Hessian; the ridge loss is convex. */
  Trained newton(double[] w, double b) {
    double[] weights = w.clone();
    double bias = b;
    for (int step = 0; ; step++) {
      var at =
          LogisticRegressionRidgeLossDerivatives.valueAndGradient(
              weights, bias, inputs, targets, ridge);
      double norm = norm(at.gradient().w(), at.gradient().b());
      print(step, at.value(), norm);
      if (norm <= GRADIENT_TOLERANCE || step == MAX_STEPS) {
        return new Trained(weights, bias, at.value(), norm, step);
      }
      double[][] hessian =
          LogisticRegressionRidgeLossDerivatives.hessian(weights, bias, inputs, targets, ridge);
      RealVector gradient = new ArrayRealVector(at.gradient().w()).append(at.gradient().b());
      RealVector direction =
          new CholeskyDecomposition(MatrixUtils.createRealMatrix(hessian), 1e-9, 0)
              .getSolver()
              .solve(gradient);
      double length = acceptedLength(weights, bias, at.value(), gradient, direction);
      for (int k = 0; k < weights.length; k++) {
        weights[k] -= length * direction.getEntry(k);
      }
      bias -= length * direction.getEntry(weights.length);
    }
  }

  /** The first of 1, 1/2, 1/4, … that lowers the loss by a fair share of what the slope says. */
  private double acceptedLength(
      double[] w, double b, double loss, RealVector gradient, RealVector direction) {
    double slope = gradient.dotProduct(direction);
    double length = 1;
    while (length > 1e-6) {
      double[] trial = w.clone();
      for (int k = 0; k < trial.length; k++) {
        trial[k] -= length * direction.getEntry(k);
      }
      double bias = b - length * direction.getEntry(w.length);
      double there = LogisticRegression.ridgeLoss(trial, bias, inputs, targets, ridge);
      if (there <= loss - 1e-4 * length * slope + 1e-14 * Math.abs(loss)) {
        break;
      }
      length /= 2;
    }
    return length;
  }

  private void print(int step, double loss, double norm) {
    out.printf(Locale.ROOT, "  step %5d   loss %.12f   |gradient| %.1e%n", step, loss, norm);
  }

  private static double norm(double[] w, double b) {
    double norm = Math.abs(b);
    for (double entry : w) {
      norm = Math.hypot(norm, entry);
    }
    return norm;
  }
}
