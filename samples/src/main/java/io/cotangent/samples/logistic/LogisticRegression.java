package io.cotangent.samples.logistic;

import io.cotangent.Differentiable;

/** Logistic regression as JAX's autodiff cookbook has it, and a ridge penalty to train it with. */
final class LogisticRegression {

  private LogisticRegression() {}

  static double sigmoid(double x) {
    return 0.5 * (Math.tanh(x / 2) + 1);
  }

  /** The probability that one input's target is true. */
  @Differentiable(
      wrt = {"w", "b"},
      order = 2)
  static double probability(double[] w, double b, double[] input) {
    double activation = b;
    for (int k = 0; k < w.length; k++) {
      activation += w[k] * input[k];
    }
    return sigmoid(activation);
  }

  /** The probabilities for a table of inputs. */
  @Differentiable(wrt = {"w", "b"})
  static double[] predict(double[] w, double b, double[][] inputs) {
    double[] predictions = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      predictions[i] = probability(w, b, inputs[i]);
    }
    return predictions;
  }

  /** The negative log-likelihood of the targets. */
  @Differentiable(
      wrt = {"w", "b"},
      order = 2)
  static double loss(double[] w, double b, double[][] inputs, boolean[] targets) {
    double[] predictions = predict(w, b, inputs);
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += Math.log(targets[i] ? predictions[i] : 1 - predictions[i]);
    }
    return -sum;
  }

  /** The loss and half of {@code ridge} times the squared length of the weights. */
  @Differentiable(
      wrt = {"w", "b"},
      order = 2)
  static double ridgeLoss(
      double[] w, double b, double[][] inputs, boolean[] targets, double ridge) {
    double penalty = 0;
    for (double weight : w) {
      penalty += weight * weight;
    }
    return loss(w, b, inputs, targets) + 0.5 * ridge * penalty;
  }
}
