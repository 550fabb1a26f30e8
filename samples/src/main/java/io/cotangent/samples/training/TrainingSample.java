package io.cotangent.samples.training;

import io.cotangent.batch.Device;
import io.cotangent.samples.machines.Machines;
import java.io.PrintStream;
import java.util.Locale;

/** Trains on Java's devices and on an OpenCL device, side by side, from the same start. */
public final class TrainingSample {
  /** Digits kept for the examination. */
  static final int TEST = 297;

  private TrainingSample() {}

  public static void main(String[] args) {
    run(System.out, 20, 15);
  }

  /** Prints losses and marks after some epochs of each. */
  public static void run(PrintStream out, int regressionEpochs, int networkEpochs) {
    Examples tumours = Examples.tumours();
    Examples digits = Examples.digits();
    Examples training = digits.slice(0, digits.count() - TEST);
    Examples test = digits.slice(digits.count() - TEST, digits.count());
    try (Machines machines = new Machines(out)) {
      for (Device device : machines.all()) {
        long start = System.nanoTime();
        Regression regression = new Regression(tumours.features(), device);
        for (int epoch = 0; epoch < regressionEpochs; epoch++) {
          regression.epoch(tumours.batches(64, epoch), 0.5);
        }
        line(out, device, start, "tumours", regression.loss(tumours));
        out.printf(Locale.ROOT, "%d of %d right%n", regression.right(tumours), tumours.count());
      }
      for (Device device : machines.all()) {
        long start = System.nanoTime();
        Perceptron perceptron = new Perceptron(digits.features(), device, 5);
        for (int epoch = 0; epoch < networkEpochs; epoch++) {
          perceptron.epoch(training.batches(50, epoch), 0.1);
        }
        line(out, device, start, "digits", perceptron.loss(training));
        out.printf(
            Locale.ROOT, "%d of %d unseen ones right%n", perceptron.right(test), test.count());
      }
    }
  }

  private static void line(PrintStream out, Device device, long start, String what, double loss) {
    out.printf(
        Locale.ROOT,
        "%-8s %-34s %6.0f ms  loss %.12f  ",
        what,
        Machines.name(device),
        (System.nanoTime() - start) / 1e6,
        loss);
  }
}
