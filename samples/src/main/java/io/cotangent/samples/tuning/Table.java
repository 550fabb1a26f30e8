package io.cotangent.samples.tuning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of standardised columns with an answer each. */
record Table(double[][] x, double[] y) {

  /** 569 tumours; 1 is benign. */
  static Table tumours() {
    return read("/io/cotangent/samples/training/tumours.txt");
  }

  /** Reads a resource whose last column is the answer. */
  static Table read(String resource) {
    List<double[]> rows = new ArrayList<>();
    try (InputStream in = Table.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int columns = rows.get(0).length - 1;
    double[][] x = new double[rows.size()][columns];
    double[] y = new double[rows.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = rows.get(i)[columns];
    }
    for (int j = 0; j < columns; j++) {
      int column = j;
      double[] all = rows.stream().mapToDouble(row -> row[column]).toArray();
      double mean = mean(all);
      double square = 0;
      for (double value : all) {
        square += (value - mean) * (value - mean) / all.length;
      }
      for (int i = 0; i < all.length; i++) {
        x[i][j] = (all[i] - mean) / Math.sqrt(square);
      }
    }
    return new Table(x, y);
  }

  static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  /** The same with answers of mean zero. */
  Table centred() {
    double mean = mean(y);
    return new Table(x, Arrays.stream(y).map(value -> value - mean).toArray());
  }

  /** The rows whose number leaves, or does not leave, this rest when divided by three. */
  Table third(int rest, boolean others) {
    List<double[]> rows = new ArrayList<>();
    List<Double> answers = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      if (i % 3 == rest != others) {
        rows.add(x[i]);
        answers.add(y[i]);
      }
    }
    return new Table(
        rows.toArray(new double[0][]), answers.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
