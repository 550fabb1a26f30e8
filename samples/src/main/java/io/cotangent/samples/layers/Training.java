package io.cotangent.samples.layers;

import java.util.Random;

/** The layer's weights, and steps of Adam on them. */
final class Training {
  /** Below one, so that the layer contracts whatever the image. */
  private static final double LARGEST = 0.9;

  final double[][] w;
  final double[][] u;
  final double[][] v;
  private final double[][][] means = new double[3][][];
  private final double[][][] squares = new double[3][][];
  private int steps;

  Training(int states, long seed) {
    Random random = new Random(seed);
    w = random(random, states, states, 0.5 / states);
    u = random(random, states, 65, 0.2);
    v = random(random, 10, states + 1, 0.3);
    for (int m = 0; m < 3; m++) {
      double[][] matrix = matrices()[m];
      means[m] = new double[matrix.length][matrix[0].length];
      squares[m] = new double[matrix.length][matrix[0].length];
    }
    bound();
  }

  private static double[][] random(Random random, int rows, int columns, double size) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = size * random.nextGaussian();
      }
    }
    return matrix;
  }

  private double[][][] matrices() {
    return new double[][][] {w, u, v};
  }

  /** Goes once through some images, in batches of eight; the mean loss on the way. */
  double epoch(Digits data, int from, int to, double rate) {
    double sum = 0;
    for (int start = from; start < to; start += 8) {
      double[][][] total = {
        new double[w.length][w.length], new double[u.length][65], new double[10][w.length + 1]
      };
      int end = Math.min(start + 8, to);
      for (int k = start; k < end; k++) {
        var both =
            EquilibriumLossDerivatives.valueAndGradient(
                w, u, v, data.images()[k], data.digits()[k]);
        sum += both.value();
        add(total[0], both.gradient().w(), 1.0 / (end - start));
        add(total[1], both.gradient().u(), 1.0 / (end - start));
        add(total[2], both.gradient().v(), 1.0 / (end - start));
      }
      step(total, rate);
    }
    return sum / (to - from);
  }

  private static void add(double[][] sum, double[][] matrix, double weight) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum[i].length; j++) {
        sum[i][j] += weight * matrix[i][j];
      }
    }
  }

  private void step(double[][][] gradient, double rate) {
    steps++;
    for (int m = 0; m < 3; m++) {
      double[][] matrix = matrices()[m];
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < matrix[i].length; j++) {
          double slope = gradient[m][i][j];
          means[m][i][j] += 0.1 * (slope - means[m][i][j]);
          squares[m][i][j] += 0.01 * (slope * slope - squares[m][i][j]);
          double mean = means[m][i][j] / (1 - Math.pow(0.9, steps));
          double square = squares[m][i][j] / (1 - Math.pow(0.99, steps));
          matrix[i][j] -= rate * mean / (Math.sqrt(square) + 1e-8);
        }
      }
    }
    bound();
  }

  /** Keeps the sums of absolute weights per row below one. */
  private void bound() {
    for (double[] row : w) {
      double sum = 0;
      for (double weight : row) {
        sum += Math.abs(weight);
      }
      for (int j = 0; j < row.length && sum > LARGEST; j++) {
        row[j] *= LARGEST / sum;
      }
    }
  }

  /** The share of images that are told right. */
  double right(Digits data, int from, int to) {
    int right = 0;
    for (int k = from; k < to; k++) {
      double[] z = EquilibriumLayerFixedPoint.solve(new double[w.length], w, u, data.images()[k]);
      double[] scores = Equilibrium.scores(z, v);
      int best = 0;
      for (int i = 1; i < 10; i++) {
        best = scores[i] > scores[best] ? i : best;
      }
      right += best == data.digits()[k] ? 1 : 0;
    }
    return (double) right / (to - from);
  }
}
