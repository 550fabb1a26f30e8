package io.cotangent.samples.logistic;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** JAX's cookbook regression: gradient, Hessian-vector product and Hessian, then training. */
public final class LogisticSample {

  /** Weight of the penalty in training: four rows and four unknowns separate without it. */
  static final double RIDGE = 0.1;

  static final double STEP_SIZE = 0.5;

  private LogisticSample() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Prints the cookbook's figures beside the generated ones, then trains. */
  public static void run(PrintStream out) {
    double[] w = Cookbook.W;
    double b = Cookbook.B;
    var at =
        LogisticRegressionLossDerivatives.valueAndGradient(w, b, Cookbook.INPUTS, Cookbook.TARGETS);
    out.printf(
        Locale.ROOT, "loss       %.9f   (cookbook: %s)%n", at.value(), Cookbook.PRINTED_LOSS);
    out.printf(
        "dloss/dW   %s   (cookbook: %s)%n",
        text(at.gradient().w()), Arrays.toString(Cookbook.PRINTED_W_GRADIENT));
    out.printf(
        Locale.ROOT,
        "dloss/db   %.9f   (cookbook: %s)%n",
        at.gradient().b(),
        Cookbook.PRINTED_B_GRADIENT);

    double[] direction = {1, 0, 0};
    var product =
        LogisticRegressionLossDerivatives.hvp(
            w, b, Cookbook.INPUTS, Cookbook.TARGETS, direction, 0);
    out.printf(Locale.ROOT, "H e1       %s, %.9f%n", text(product.w()), product.b());
    out.println("Hessian over (W, b):");
    for (double[] row :
        LogisticRegressionLossDerivatives.hessian(w, b, Cookbook.INPUTS, Cookbook.TARGETS)) {
      out.println("  " + text(row));
    }

    Training training = new Training(Cookbook.INPUTS, Cookbook.TARGETS, RIDGE, out);
    out.printf("training with ridge %s by gradient descent, steps of %s:%n", RIDGE, STEP_SIZE);
    training.descend(w, b, STEP_SIZE);
    out.println("by Newton's method with the generated Hessian:");
    Training.Trained trained = training.newton(w, b);
    out.println(
        "probabilities after training: "
            + text(LogisticRegression.predict(trained.w(), trained.b(), Cookbook.INPUTS))
            + " for targets "
            + Arrays.toString(Cookbook.TARGETS));
  }

  private static String text(double[] values) {
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      line.append(String.format(Locale.ROOT, "%s%12.9f", line.length() == 0 ? "" : " ", value));
    }
    return line.toString();
  }
}
