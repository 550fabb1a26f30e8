package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link SpecialMath#marcumQ} against tabulated values and the integral that defines it. */
class MarcumQTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void valuesAreThoseOfTheTable() throws IOException {
    List<String> rows;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                MarcumQTest.class.getResourceAsStream("marcum-q-values.txt"),
                StandardCharsets.UTF_8))) {
      rows = reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
    assertTrue(rows.size() > 80);
    assertAll(rows.stream().map(row -> () -> compare(row.split(" "))));
  }

  private static void compare(String[] row) {
    int m = Integer.parseInt(row[1]);
    double a = Double.parseDouble(row[2]);
    double b = Double.parseDouble(row[3]);
    double exact = Double.parseDouble(row[4]);
    double got =
        row[0].equals("marcumQ")
            ? SpecialMath.marcumQ(m, a, b)
            : SpecialMath.marcumQDifference(m, a, b);
    double relative = 2e-15 * Math.max(500, Math.abs(Math.log(exact)));
    assertEquals(exact, got, exact == 0 ? 0 : relative * exact, () -> String.join(" ", row));
  }

  /** First and second derivatives of two cases, computed with 60 digits. */
  @Test
  void derivatives() {
    checkDerivatives(
        1,
        1,
        2,
        new double[] {
          0.2611348480480557,
          -0.374239512810632,
          0.22620932952515255,
          0.3002244211678923,
          -0.14803018328547946
        });
    checkDerivatives(
        2,
        0.5,
        1.5,
        new double[] {
          0.09497661584178686,
          -0.5182774584505645,
          0.1600681847042322,
          -0.3066270371461757,
          0.11667380546260196
        });
  }

  private static void checkDerivatives(int m, double a, double b, double[] exact) {
    double at = SpecialMath.marcumQDifference(m, a, b);
    double below = SpecialMath.marcumQDifference(m - 1, a, b);
    assertEquals(exact[0], a * at, 1e-14);
    assertEquals(exact[1], -b * below, 1e-14);
    // d/da of the difference of order m is a times the difference of the next two.
    double atA = a * (SpecialMath.marcumQDifference(m + 1, a, b) - at);
    double belowA = a * (at - below);
    double belowB = b * (SpecialMath.marcumQDifference(m - 2, a, b) - below);
    assertEquals(exact[2], at + a * atA, 1e-13);
    assertEquals(exact[3], -below - b * belowB, 1e-13);
    assertEquals(exact[4], -b * belowA, 1e-13);
  }

  @Test
  void theDefiningIntegral() {
    double a = 2.5;
    double b = 3;
    // The integrand x (x/a)^(m-1) exp(...) I_{m-1}(a x) is x times the difference of order m - 1.
    for (int m = 1; m <= 4; m++) {
      int order = m;
      double tail =
          Quadrature.integrate(x -> x * SpecialMath.marcumQDifference(order - 1, a, x), b, INF);
      assertEquals(tail, SpecialMath.marcumQ(m, a, b), 1e-10);
    }
  }

  @Test
  void largeArgumentsGoOnSmoothly() {
    for (int m = 1; m <= 5; m++) {
      for (double d : new double[] {-3, -0.5, 0, 1, 4}) {
        double a = 1e5;
        // A product of arguments just below and just above 1e10, with the same difference.
        double below = SpecialMath.marcumQ(m, a - 4, a - 4 + d);
        double above = SpecialMath.marcumQ(m, a + 4, a + 4 + d);
        assertEquals(below, above, 2e-8 * below, m + ", " + d);
        assertEquals(
            (a - 4) * SpecialMath.marcumQDifference(m, a - 4, a - 4 + d),
            (a + 4) * SpecialMath.marcumQDifference(m, a + 4, a + 4 + d),
            1e-7 * below);
      }
    }
    assertEquals(0.5, SpecialMath.marcumQ(1, 1e12, 1e12), 1e-12);
  }

  @Test
  void edges() {
    assertEquals(1, SpecialMath.marcumQ(1, 3, 0));
    assertEquals(0, SpecialMath.marcumQ(1, 3, INF));
    assertEquals(1, SpecialMath.marcumQ(1, INF, 3));
    assertTrue(Double.isNaN(SpecialMath.marcumQ(1, -1, 2)));
    assertTrue(Double.isNaN(SpecialMath.marcumQ(1, 1, Double.NaN)));
    assertTrue(Double.isNaN(SpecialMath.marcumQDifference(1, -1, 2)));
    assertEquals(0, SpecialMath.marcumQ(1, 1, 60));
    assertThrows(IllegalArgumentException.class, () -> SpecialMath.marcumQ(0, 1, 2));
  }
}
