package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/** The loss of a stack of diagonal LSTM layers that predicts the next symbol of a sequence. */
public final class LstmObjective {
  private LstmObjective() {}

  /**
   * Returns the mean negative log likelihood of each symbol given those before it.
   *
   * <p>A layer's parameters are two rows, weights and biases, each of four runs of {@code b}:
   * forget, input, output and change gate.
   *
   * @param main the layers' parameters, {@code [2 * layers][4 * b]}
   * @param extra input weights, output weights and output biases, {@code [3 * b]}
   * @param state the hidden state and the cell of each layer at the start, {@code [2 * layers][b]}
   * @param sequence the symbols, one row of bits each, {@code [length][b]}
   */
  @Differentiable(
      wrt = {"main", "extra"},
      name = "LstmObjectiveDerivatives")
  public static double loss(
      double[][] main, double[] extra, double[][] state, double[][] sequence) {
    int layers = main.length / 2;
    int b = extra.length / 3;
    double[][] hidden = new double[layers][b];
    double[][] cell = new double[layers][b];
    for (int layer = 0; layer < layers; layer++) {
      for (int i = 0; i < b; i++) {
        hidden[layer][i] = state[2 * layer][i];
        cell[layer][i] = state[2 * layer + 1][i];
      }
    }
    double[] output = new double[b];
    double total = 0;
    for (int t = 0; t < sequence.length - 1; t++) {
      predict(main, extra, hidden, cell, sequence[t], output);
      double logSum = logSumExp(output);
      double[] next = sequence[t + 1];
      for (int i = 0; i < b; i++) {
        total += next[i] * (output[i] - logSum);
      }
    }
    return -total / ((sequence.length - 1) * b);
  }

  /** Moves the layers' states on by one symbol and writes the prediction to {@code output}. */
  private static void predict(
      double[][] main,
      double[] extra,
      double[][] hidden,
      double[][] cell,
      double[] input,
      double[] output) {
    int b = input.length;
    for (int i = 0; i < b; i++) {
      output[i] = input[i] * extra[i];
    }
    double[] current = output;
    for (int layer = 0; layer < hidden.length; layer++) {
      step(main[2 * layer], main[2 * layer + 1], hidden[layer], cell[layer], current);
      current = hidden[layer];
    }
    for (int i = 0; i < b; i++) {
      output[i] = current[i] * extra[b + i] + extra[2 * b + i];
    }
  }

  private static void step(
      double[] weight, double[] bias, double[] hidden, double[] cell, double[] input) {
    int b = hidden.length;
    for (int i = 0; i < b; i++) {
      double forget = sigmoid(input[i] * weight[i] + bias[i]);
      double ingate = sigmoid(hidden[i] * weight[b + i] + bias[b + i]);
      double outgate = sigmoid(input[i] * weight[2 * b + i] + bias[2 * b + i]);
      double change = Math.tanh(hidden[i] * weight[3 * b + i] + bias[3 * b + i]);
      cell[i] = cell[i] * forget + ingate * change;
      hidden[i] = outgate * Math.tanh(cell[i]);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The logarithm of the sum of exponentials and of the constant 2 that ADBench adds. */
  private static double logSumExp(double[] v) {
    double sum = 2;
    for (int i = 0; i < v.length; i++) {
      sum += Math.exp(v[i]);
    }
    return Math.log(sum);
  }
}
