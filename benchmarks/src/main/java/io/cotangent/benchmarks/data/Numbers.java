package io.cotangent.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** Reads a text file as numbers, one after the other. */
public final class Numbers {
  private final Path file;
  private final StringTokenizer tokens;

  private Numbers(Path file, String text) {
    this.file = file;
    tokens = new StringTokenizer(text);
  }

  /**
   * Opens a file.
   *
   * @param skip how many lines to leave out at its beginning
   * @throws IOException if it can't be read
   */
  public static Numbers of(Path file, int skip) throws IOException {
    String text = Files.readString(file);
    for (int line = 0; line < skip; line++) {
      text = text.substring(text.indexOf('\n') + 1);
    }
    return new Numbers(file, text);
  }

  /** Returns the next number, which must be an integer. */
  public int nextInt() {
    return Integer.parseInt(token());
  }

  /** Returns the next number. */
  public double nextDouble() {
    return Double.parseDouble(token());
  }

  /** Returns the next {@code n} numbers. */
  public double[] next(int n) {
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = nextDouble();
    }
    return row;
  }

  /** Returns the next {@code rows} times {@code columns} numbers, row by row. */
  public double[][] next(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = next(columns);
    }
    return matrix;
  }

  private String token() {
    if (!tokens.hasMoreTokens()) {
      throw new IllegalArgumentException(file + " ends too early");
    }
    return tokens.nextToken();
  }
}
