package io.cotangent.samples.mixture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Old Faithful's 272 eruptions: minutes of eruption, minutes until the next. */
public final class OldFaithful {

  private OldFaithful() {}

  /** A row of two figures per eruption. */
  public static double[][] read() {
    List<double[]> rows = new ArrayList<>();
    try (InputStream in = OldFaithful.class.getResourceAsStream("old-faithful.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ");
          rows.add(new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])});
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.toArray(new double[0][]);
  }
}
