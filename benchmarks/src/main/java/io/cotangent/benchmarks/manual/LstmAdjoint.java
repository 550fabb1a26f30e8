package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.LstmObjective;
import java.util.Arrays;

/**
 * The adjoint of {@link LstmObjective#loss}: one sweep forward that keeps gates, cells and hidden
 * states of every step and layer, one sweep back.
 *
 * <p>An instance is the workspace: it allocates for one shape and nothing after.
 */
public final class LstmAdjoint {
  private final int layers;
  private final int b;
  private final int steps;
  private final double[][] mainBar;
  private final double[] extraBar;
  private final double[] forget;
  private final double[] ingate;
  private final double[] outgate;
  private final double[] change;
  private final double[] squashed;
  // One step longer than the others: they begin with the state at the start.
  private final double[] cell;
  private final double[] hidden;
  private final double[] outputBar;
  private final double[] output;
  private final double[] scaled;
  private final double[] hiddenBar;
  private final double[] cellBar;

  /** Makes room for {@code layers} layers, {@code b} bits and sequences of {@code length}. */
  public LstmAdjoint(int layers, int length, int b) {
    this.layers = layers;
    this.b = b;
    steps = length - 1;
    int width = layers * b;
    mainBar = new double[2 * layers][4 * b];
    extraBar = new double[3 * b];
    forget = new double[steps * width];
    ingate = new double[steps * width];
    outgate = new double[steps * width];
    change = new double[steps * width];
    squashed = new double[steps * width];
    cell = new double[length * width];
    hidden = new double[length * width];
    outputBar = new double[steps * b];
    output = new double[b];
    scaled = new double[b];
    hiddenBar = new double[width];
    cellBar = new double[width];
  }

  /** The cotangent of the layers' parameters, {@code [2 * layers][4 * b]}, of the last call. */
  public double[][] main() {
    return mainBar;
  }

  /** The cotangent of the input's and output's parameters, {@code [3 * b]}, of the last call. */
  public double[] extra() {
    return extraBar;
  }

  /** Returns the loss and leaves its gradient in this workspace. */
  public double valueAndGradient(
      double[][] main, double[] extra, double[][] state, double[][] sequence) {
    clear();
    for (int layer = 0; layer < layers; layer++) {
      System.arraycopy(state[2 * layer], 0, hidden, layer * b, b);
      System.arraycopy(state[2 * layer + 1], 0, cell, layer * b, b);
    }
    double scale = 1.0 / (steps * b);
    double total = 0;
    for (int t = 0; t < steps; t++) {
      forwardStep(t, main, extra, sequence[t]);
      total += predictionLoss(t, extra, sequence[t + 1], scale);
    }
    for (int t = steps - 1; t >= 0; t--) {
      reverseStep(t, main, extra, sequence[t]);
    }
    return -total / (steps * b);
  }

  private void clear() {
    for (int row = 0; row < mainBar.length; row++) {
      Arrays.fill(mainBar[row], 0);
    }
    Arrays.fill(extraBar, 0);
    Arrays.fill(hiddenBar, 0);
    Arrays.fill(cellBar, 0);
  }

  private void forwardStep(int t, double[][] main, double[] extra, double[] input) {
    for (int i = 0; i < b; i++) {
      scaled[i] = input[i] * extra[i];
    }
    int now = t * layers * b;
    forwardLayer(main[0], main[1], now, scaled, 0);
    for (int layer = 1; layer < layers; layer++) {
      int at = now + layer * b;
      forwardLayer(main[2 * layer], main[2 * layer + 1], at, hidden, at + (layers - 1) * b);
    }
  }

  private void forwardLayer(double[] weight, double[] bias, int at, double[] input, int from) {
    int next = at + layers * b;
    for (int i = 0; i < b; i++) {
      double x = input[from + i];
      double h = hidden[at + i];
      double f = 1 / (1 + Math.exp(-(x * weight[i] + bias[i])));
      double in = 1 / (1 + Math.exp(-(h * weight[b + i] + bias[b + i])));
      double out = 1 / (1 + Math.exp(-(x * weight[2 * b + i] + bias[2 * b + i])));
      double ch = Math.tanh(h * weight[3 * b + i] + bias[3 * b + i]);
      double c = cell[at + i] * f + in * ch;
      double s = Math.tanh(c);
      forget[at + i] = f;
      ingate[at + i] = in;
      outgate[at + i] = out;
      change[at + i] = ch;
      squashed[at + i] = s;
      cell[next + i] = c;
      hidden[next + i] = out * s;
    }
  }

  /** Returns one step's log likelihood and keeps the cotangent of the step's output. */
  private double predictionLoss(int t, double[] extra, double[] next, double scale) {
    int top = (t * layers + 2 * layers - 1) * b;
    double sum = 2;
    double ones = 0;
    for (int i = 0; i < b; i++) {
      double y = hidden[top + i] * extra[b + i] + extra[2 * b + i];
      double e = Math.exp(y);
      output[i] = y;
      outputBar[t * b + i] = e;
      sum += e;
      ones += next[i];
    }
    double log = Math.log(sum);
    double share = ones * scale / sum;
    double total = 0;
    for (int i = 0; i < b; i++) {
      total += next[i] * (output[i] - log);
      outputBar[t * b + i] = share * outputBar[t * b + i] - scale * next[i];
    }
    return total;
  }

  private void reverseStep(int t, double[][] main, double[] extra, double[] input) {
    int now = t * layers * b;
    int top = now + (2 * layers - 1) * b;
    int last = (layers - 1) * b;
    for (int i = 0; i < b; i++) {
      double bar = outputBar[t * b + i];
      extraBar[b + i] += bar * hidden[top + i];
      extraBar[2 * b + i] += bar;
      hiddenBar[last + i] += bar * extra[b + i];
    }
    for (int layer = layers - 1; layer > 0; layer--) {
      int at = now + layer * b;
      reverseLayer(main[2 * layer], layer, at, hidden, at + (layers - 1) * b, hiddenBar, -b);
    }
    for (int i = 0; i < b; i++) {
      scaled[i] = input[i] * extra[i];
      output[i] = 0;
    }
    reverseLayer(main[0], 0, now, scaled, 0, output, 0);
    for (int i = 0; i < b; i++) {
      extraBar[i] += output[i] * input[i];
    }
  }

  /** Sweeps back over one layer; its input's cotangent is added to {@code inputBar}. */
  private void reverseLayer(
      double[] weight, int layer, int at, double[] input, int from, double[] inputBar, int shift) {
    double[] weightBar = mainBar[2 * layer];
    double[] biasBar = mainBar[2 * layer + 1];
    int own = layer * b;
    for (int i = 0; i < b; i++) {
      double x = input[from + i];
      double h = hidden[at + i];
      double f = forget[at + i];
      double in = ingate[at + i];
      double out = outgate[at + i];
      double ch = change[at + i];
      double s = squashed[at + i];
      double hBar = hiddenBar[own + i];
      double cBar = cellBar[own + i] + hBar * out * (1 - s * s);
      cellBar[own + i] = cBar * f;
      double fBar = cBar * cell[at + i] * f * (1 - f);
      double inBar = cBar * ch * in * (1 - in);
      double outBar = hBar * s * out * (1 - out);
      double chBar = cBar * in * (1 - ch * ch);
      weightBar[i] += fBar * x;
      biasBar[i] += fBar;
      weightBar[b + i] += inBar * h;
      biasBar[b + i] += inBar;
      weightBar[2 * b + i] += outBar * x;
      biasBar[2 * b + i] += outBar;
      weightBar[3 * b + i] += chBar * h;
      biasBar[3 * b + i] += chBar;
      hiddenBar[own + i] = inBar * weight[b + i] + chBar * weight[3 * b + i];
      inputBar[own + shift + i] += fBar * weight[i] + outBar * weight[2 * b + i];
    }
  }
}
