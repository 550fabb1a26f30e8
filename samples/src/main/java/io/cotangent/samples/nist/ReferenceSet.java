package io.cotangent.samples.nist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One of NIST's reference sets for nonlinear regression: data, two starts, certified results.
 *
 * @param name NIST's name of the set
 * @param difficulty NIST's grading: lower, average or higher
 * @param model the key of the curve, see {@link Curves}
 * @param starts two starting points
 * @param certified the certified parameters
 * @param certifiedDeviations the certified standard deviations of the parameters
 * @param certifiedRss the certified residual sum of squares
 * @param x the predictors, one array per predictor
 * @param y the response as it is fitted (its logarithm where the model is one of the logarithm)
 */
record ReferenceSet(
    String name,
    String difficulty,
    String model,
    double[][] starts,
    double[] certified,
    double[] certifiedDeviations,
    double certifiedRss,
    double[][] x,
    double[] y) {

  /** All 27 sets, from the easiest grade to the hardest as NIST lists them. */
  static final List<String> NAMES =
      List.of(
          "Misra1a",
          "Chwirut2",
          "Chwirut1",
          "Lanczos3",
          "Gauss1",
          "Gauss2",
          "DanWood",
          "Misra1b",
          "Kirby2",
          "Hahn1",
          "Nelson",
          "MGH17",
          "Lanczos1",
          "Lanczos2",
          "Gauss3",
          "Misra1c",
          "Misra1d",
          "Roszman1",
          "ENSO",
          "MGH09",
          "Thurber",
          "BoxBOD",
          "Rat42",
          "MGH10",
          "Eckerle4",
          "Rat43",
          "Bennett5");

  /** Reads a set from the resource {@code <name>.txt} beside this class. */
  static ReferenceSet read(String name) {
    String resource = name.toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = ReferenceSet.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no reference set " + name);
      }
      return new Reader(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
          .read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the keyword lines in their fixed order; lines that begin with {@code #} are comments. */
  private static final class Reader {

    private final BufferedReader in;

    Reader(BufferedReader in) {
      this.in = in;
    }

    ReferenceSet read() throws IOException {
      String name = keyword("set");
      String difficulty = keyword("difficulty");
      String model = keyword("model");
      boolean logarithm = keyword("response").equals("log y");
      int parameters = Integer.parseInt(keyword("parameters"));
      double[][] starts = new double[2][parameters];
      double[] certified = new double[parameters];
      double[] deviations = new double[parameters];
      for (int k = 0; k < parameters; k++) {
        double[] row = numbers(keyword("b" + (k + 1)));
        starts[0][k] = row[0];
        starts[1][k] = row[1];
        certified[k] = row[2];
        deviations[k] = row[3];
      }
      double rss = Double.parseDouble(keyword("rss"));
      keyword("rsd");
      int rows = Integer.parseInt(keyword("data"));
      double[] y = new double[rows];
      double[][] x = null;
      for (int i = 0; i < rows; i++) {
        double[] row = numbers(line());
        if (x == null) {
          x = new double[row.length - 1][rows];
        }
        y[i] = logarithm ? Math.log(row[0]) : row[0];
        for (int k = 1; k < row.length; k++) {
          x[k - 1][i] = row[k];
        }
      }
      return new ReferenceSet(name, difficulty, model, starts, certified, deviations, rss, x, y);
    }

    private String keyword(String expected) throws IOException {
      String line = line();
      if (!line.startsWith(expected + " ")) {
        throw new IOException("expected '" + expected + " …', read '" + line + "'");
      }
      return line.substring(expected.length() + 1);
    }

    private String line() throws IOException {
      String line = in.readLine();
      while (line != null && line.startsWith("#")) {
        line = in.readLine();
      }
      if (line == null) {
        throw new IOException("the set ends too early");
      }
      return line;
    }

    private static double[] numbers(String text) {
      String[] words = text.split(" ");
      double[] values = new double[words.length];
      for (int i = 0; i < words.length; i++) {
        values[i] = Double.parseDouble(words[i]);
      }
      return values;
    }
  }
}
