package io.cotangent.benchmarks.data;

import java.util.Random;

/** Arrays of random numbers; the same seed gives the same numbers on every machine. */
final class RandomNumbers {
  private final Random random;

  RandomNumbers(long seed) {
    random = new Random(seed);
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  boolean flip() {
    return random.nextBoolean();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double[] normal(int n) {
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = random.nextGaussian();
    }
    return row;
  }

  double[][] normal(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = normal(columns);
    }
    return matrix;
  }

  double[] uniform(int n, double from, double to) {
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = uniform(from, to);
    }
    return row;
  }

  double[][] uniform(int rows, int columns, double from, double to) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = uniform(columns, from, to);
    }
    return matrix;
  }
}
