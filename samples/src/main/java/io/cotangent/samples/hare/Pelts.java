package io.cotangent.samples.hare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pelts that the Hudson's Bay Company took in, in thousands a year.
 *
 * @param years the years
 * @param hares hares' pelts
 * @param lynx lynx' pelts
 */
record Pelts(double[] years, double[] hares, double[] lynx) {
  static Pelts read() {
    List<double[]> rows = new ArrayList<>();
    try (InputStream in = Pelts.class.getResourceAsStream("hudson-bay.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ");
          rows.add(
              new double[] {
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2])
              });
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Pelts(column(rows, 0), column(rows, 1), column(rows, 2));
  }

  private static double[] column(List<double[]> rows, int k) {
    return rows.stream().mapToDouble(row -> row[k]).toArray();
  }

  /** The logarithms of hares and lynx in turn, year by year. */
  double[] logs() {
    double[] logs = new double[2 * years.length];
    for (int i = 0; i < years.length; i++) {
      logs[2 * i] = Math.log(hares[i]);
      logs[2 * i + 1] = Math.log(lynx[i]);
    }
    return logs;
  }
}
