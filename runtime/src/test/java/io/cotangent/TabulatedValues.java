package io.cotangent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of the resource {@code special-math-values.txt}, whose header says where they are from.
 */
final class TabulatedValues {
  /**
   * One row.
   *
   * @param function a method of SpecialMath
   * @param arguments its arguments as they stand in the row
   * @param value the exact value to 40 digits
   */
  record Row(String function, String[] arguments, BigDecimal value) {
    double number(int index) {
      return Double.parseDouble(arguments[index]);
    }

    double[] numbers(int index) {
      String[] parts = arguments[index].split(",");
      double[] numbers = new double[parts.length];
      for (int i = 0; i < parts.length; i++) {
        numbers[i] = Double.parseDouble(parts[i]);
      }
      return numbers;
    }

    /** The distance of {@code computed} from the value, in ulps of {@code scale}. */
    double error(double computed, double scale) {
      if (!Double.isFinite(computed)) {
        return Double.POSITIVE_INFINITY;
      }
      BigDecimal difference = new BigDecimal(computed).subtract(value).abs();
      return difference
          .divide(new BigDecimal(Math.ulp(scale)), MathContext.DECIMAL64)
          .doubleValue();
    }

    double error(double computed) {
      return error(computed, ulpScale());
    }

    /** A double whose ulp is the value's: the value rounded towards zero. */
    double ulpScale() {
      double near = Math.abs(value.doubleValue());
      return new BigDecimal(near).compareTo(value.abs()) > 0 ? Math.nextDown(near) : near;
    }

    @Override
    public String toString() {
      return function + "(" + String.join(", ", arguments) + ") = " + value;
    }
  }

  private TabulatedValues() {}

  static List<Row> of(String function) {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = TabulatedValues.class.getResourceAsStream("special-math-values.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ");
        if (words[0].equals(function)) {
          String[] arguments = Arrays.copyOfRange(words, 1, words.length - 1);
          rows.add(new Row(function, arguments, new BigDecimal(words[words.length - 1])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
