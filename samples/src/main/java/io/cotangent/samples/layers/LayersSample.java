package io.cotangent.samples.layers;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** A deep-equilibrium layer that reads digits, and the limited multi-label layer. */
public final class LayersSample {
  private LayersSample() {}

  public static void main(String[] args) {
    run(System.out, 1500, 4);
  }

  /** Trains on the first images, and tells how many of the last ones are read. */
  public static void run(PrintStream out, int images, int epochs) {
    Digits data = Digits.read();
    int all = data.digits().length;
    Training training = new Training(24, 7);
    for (int k = 1; k <= epochs; k++) {
      double loss = training.epoch(data, 0, images, 0.01 / k);
      out.printf(
          Locale.ROOT,
          "epoch %d: loss %.4f, %.1f %% of %d others right%n",
          k,
          loss,
          100 * training.right(data, 1500, all),
          all - 1500);
    }
    memory(out, training, data);
    multiLabel(out);
  }

  /** What a gradient allocates after the state is found, by the number of layers. */
  private static void memory(PrintStream out, Training training, Digits data) {
    out.println("bytes for one gradient, by the number of layers that led to the state:");
    for (int layers : new int[] {10, 100, 1000}) {
      out.printf(
          Locale.ROOT,
          "%5d layers: %8d at the solution, %9d through all layers%n",
          layers,
          atSolution(training, data.images()[0], layers),
          throughAll(training, data.images()[0], data.digits()[0], layers));
    }
  }

  /** Bytes that the solution's cotangents take, the solution itself found before. */
  static long atSolution(Training training, double[] image, int layers) {
    double[] z = new double[training.w.length];
    for (int k = 0; k < layers + 30; k++) {
      z = Equilibrium.layer(z, training.w, training.u, image);
    }
    double[] state = z;
    double[] cotangent = new double[z.length];
    Arrays.fill(cotangent, 1);
    return bytes(
        () ->
            EquilibriumLayerFixedPoint.vjpAtSolution(
                state, training.w, training.u, image, cotangent));
  }

  /** Bytes that reverse mode through all layers takes. */
  static long throughAll(Training training, double[] image, int digit, int layers) {
    return bytes(
        () ->
            EquilibriumUnrolledDerivatives.gradient(
                training.w, training.u, training.v, image, digit, layers));
  }

  private static long bytes(Runnable work) {
    work.run();
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int k = 0; k < 5; k++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static void multiLabel(PrintStream out) {
    double[] scores = {2, 0.5, -1, 0.3, -2};
    double[] weights = {1, 0, 0, 1, 0};
    out.println("multi-label layer, two of five: slopes of the log-likelihood of labels 1 and 4");
    row(out, "by bisection ", MultiLabelByBisectionDerivatives.gradient(scores, 2, weights));
    row(out, "by conditions", MultiLabelByConditionsDerivatives.gradient(scores, 2, weights));
  }

  private static void row(PrintStream out, String name, double[] entries) {
    out.print(name);
    for (double entry : entries) {
      out.printf(Locale.ROOT, "%12.8f", entry);
    }
    out.println();
  }
}
