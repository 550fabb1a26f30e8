package io.cotangent.samples.training;

import static io.cotangent.samples.training.Models.CLASSES;
import static io.cotangent.samples.training.Models.HIDDEN;

import io.cotangent.batch.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A perceptron in training. */
final class Perceptron {
  private static final double MOMENTUM = 0.9;

  /** Weights and biases of the hidden layer, then of the classes. */
  final double[][] weights;

  private final double[][] bars;
  private final double[][] steps;
  private final Device device;

  Perceptron(int features, Device device, long seed) {
    Random random = new Random(seed);
    weights =
        new double[][] {
          drawn(random, HIDDEN * features, 1 / Math.sqrt(features)),
          new double[HIDDEN],
          drawn(random, CLASSES * HIDDEN, 1 / Math.sqrt(HIDDEN)),
          new double[CLASSES]
        };
    bars = zeros();
    steps = zeros();
    this.device = device;
  }

  private static double[] drawn(Random random, int n, double size) {
    return random.doubles(n).map(u -> (2 * u - 1) * size).toArray();
  }

  private double[][] zeros() {
    return Arrays.stream(weights).map(w -> new double[w.length]).toArray(double[][]::new);
  }

  /** Goes once through the examples by mini-batches. */
  void epoch(List<Examples> batches, double rate) {
    for (Examples batch : batches) {
      int n = batch.count();
      ModelsPerceptronBatch.gradient(
          device,
          n,
          weights[0],
          weights[1],
          weights[2],
          weights[3],
          batch.x(),
          batch.label(),
          new double[n],
          bars[0],
          bars[1],
          bars[2],
          bars[3]);
      for (int k = 0; k < weights.length; k++) {
        for (int i = 0; i < weights[k].length; i++) {
          steps[k][i] = MOMENTUM * steps[k][i] - rate / n * bars[k][i];
          weights[k][i] += steps[k][i];
        }
      }
    }
  }

  /** The mean loss. */
  double loss(Examples all) {
    double[] out = new double[all.count()];
    ModelsPerceptronBatch.value(
        device,
        all.count(),
        weights[0],
        weights[1],
        weights[2],
        weights[3],
        all.x(),
        all.label(),
        out);
    return Arrays.stream(out).sum() / all.count();
  }

  /** How many examples it gets right. */
  int right(Examples all) {
    int right = 0;
    int size = all.features();
    for (int row = 0; row < all.count(); row++) {
      double[] x = Arrays.copyOfRange(all.x(), row * size, (row + 1) * size);
      double[] scores = Models.scores(weights[0], weights[1], weights[2], weights[3], x);
      int best = 0;
      for (int k = 1; k < CLASSES; k++) {
        best = scores[k] > scores[best] ? k : best;
      }
      right += best == all.label()[row] ? 1 : 0;
    }
    return right;
  }
}
