package io.cotangent.benchmarks.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An input of the Gaussian mixture's log posterior, its parameters in the objective's order.
 *
 * @param alphas {@code [k]}
 * @param means {@code [k][d]}
 * @param icf {@code [k][d(d+1)/2]}
 * @param x {@code [n][d]}
 */
public record GmmData(
    double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {

  /** Reads one of ADBench's files. */
  public static GmmData read(Path file) throws IOException {
    Numbers numbers = Numbers.of(file, 0);
    int d = numbers.nextInt();
    int k = numbers.nextInt();
    int n = numbers.nextInt();
    return new GmmData(
        numbers.next(k),
        numbers.next(k, d),
        numbers.next(k, d * (d + 1) / 2),
        numbers.next(n, d),
        numbers.nextDouble(),
        numbers.nextInt());
  }

  /** Makes an input of {@code n} points in {@code d} dimensions and {@code k} components. */
  public static GmmData random(int d, int k, int n, long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    return new GmmData(
        random.normal(k),
        random.uniform(k, d, 0, 1),
        random.normal(k, d * (d + 1) / 2),
        random.normal(n, d),
        1.0,
        0);
  }
}
