package io.cotangent.benchmarks.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An input of the LSTM's loss, its parameters in the objective's order.
 *
 * @param main {@code [2 * layers][4 * b]}
 * @param extra {@code [3 * b]}
 * @param state {@code [2 * layers][b]}
 * @param sequence {@code [length][b]}
 */
public record LstmData(double[][] main, double[] extra, double[][] state, double[][] sequence) {

  /** Reads ADBench's file. */
  public static LstmData read(Path file) throws IOException {
    Numbers numbers = Numbers.of(file, 0);
    int layers = numbers.nextInt();
    int length = numbers.nextInt();
    int b = numbers.nextInt();
    return new LstmData(
        numbers.next(2 * layers, 4 * b),
        numbers.next(3 * b),
        numbers.next(2 * layers, b),
        numbers.next(length, b));
  }

  /** Makes an input of {@code layers} layers, {@code length} symbols and {@code b} bits. */
  public static LstmData random(int layers, int length, int b, long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    double[][] sequence = new double[length][b];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < b; i++) {
        sequence[t][i] = random.flip() ? 1 : 0;
      }
    }
    return new LstmData(
        random.uniform(2 * layers, 4 * b, 0, 1),
        random.uniform(3 * b, 0, 1),
        random.uniform(2 * layers, b, 0, 1),
        sequence);
  }
}
