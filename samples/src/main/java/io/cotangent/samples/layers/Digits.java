package io.cotangent.samples.layers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Handwritten digits: 64 greys between 0 and 1, and which digit it is. */
record Digits(double[][] images, int[] digits) {

  private static final String SOURCE = "/io/cotangent/samples/training/digits.txt";

  static Digits read() {
    List<double[]> images = new ArrayList<>();
    List<Integer> digits = new ArrayList<>();
    try (InputStream in = Digits.class.getResourceAsStream(SOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          images.add(
              line.chars()
                  .limit(64)
                  .mapToDouble(grey -> Character.digit(grey, 17) / 16.0)
                  .toArray());
          digits.add(line.charAt(64) - '0');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Digits(
        images.toArray(new double[0][]), digits.stream().mapToInt(Integer::intValue).toArray());
  }
}
