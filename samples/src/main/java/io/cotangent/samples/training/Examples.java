package io.cotangent.samples.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/**
 * Examples with their labels.
 *
 * @param x the features, row by row
 * @param label the classes
 */
public record Examples(double[] x, int[] label) {
  /** 569 tumours by 30 measures, standardised; 1 is benign. */
  public static Examples tumours() {
    Examples raw =
        read("tumours.txt", line -> line.split(" "), (cells, i) -> Double.parseDouble(cells[i]));
    int size = raw.features();
    for (int k = 0; k < size; k++) {
      double mean = 0;
      double square = 0;
      for (int row = 0; row < raw.count(); row++) {
        double v = raw.x[row * size + k];
        mean += v / raw.count();
        square += v * v / raw.count();
      }
      double deviation = Math.sqrt(square - mean * mean);
      for (int row = 0; row < raw.count(); row++) {
        raw.x[row * size + k] = (raw.x[row * size + k] - mean) / deviation;
      }
    }
    return raw;
  }

  /** 1,797 handwritten digits, 64 pixels of 0 to 1 each. */
  static Examples digits() {
    return read(
        "digits.txt", line -> line.split(""), (cells, i) -> Integer.parseInt(cells[i], 17) / 16.0);
  }

  /** How many there are. */
  public int count() {
    return label.length;
  }

  /** How many features each has. */
  public int features() {
    return x.length / label.length;
  }

  /** The labels as numbers. */
  public double[] labels() {
    return Arrays.stream(label).asDoubleStream().toArray();
  }

  /** Examples of some rows. */
  public Examples rows(List<Integer> rows) {
    int size = features();
    Examples some = new Examples(new double[rows.size() * size], new int[rows.size()]);
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(x, rows.get(i) * size, some.x, i * size, size);
      some.label[i] = label[rows.get(i)];
    }
    return some;
  }

  /** Examples from one row to before another. */
  public Examples slice(int from, int to) {
    int size = features();
    return new Examples(
        Arrays.copyOfRange(x, from * size, to * size), Arrays.copyOfRange(label, from, to));
  }

  /** The examples in an order drawn from a seed, cut into batches of one size. */
  public List<Examples> batches(int size, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < count(); row++) {
      order.add(row);
    }
    Collections.shuffle(order, new Random(seed));
    List<Examples> batches = new ArrayList<>();
    for (int from = 0; from + size <= count(); from += size) {
      batches.add(rows(order.subList(from, from + size)));
    }
    return batches;
  }

  /** Cuts a line: the last part is the label. */
  private interface Cut {
    String[] of(String line);
  }

  private static Examples read(
      String name, Cut cut, ToDoubleBiFunction<String[], Integer> feature) {
    List<String[]> lines = new ArrayList<>();
    try (InputStream in = Examples.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).map(cut::of).forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int size = lines.get(0).length - 1;
    Examples all = new Examples(new double[lines.size() * size], new int[lines.size()]);
    for (int row = 0; row < lines.size(); row++) {
      for (int k = 0; k < size; k++) {
        all.x[row * size + k] = feature.applyAsDouble(lines.get(row), k);
      }
      all.label[row] = Integer.parseInt(lines.get(row)[size]);
    }
    return all;
  }
}
