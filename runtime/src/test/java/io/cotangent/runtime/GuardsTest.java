package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final double[] VALUES = {
    0,
    -0.0,
    1,
    -2.5,
    Double.MIN_VALUE,
    1e-200,
    -1e200,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  /** As a test and a branch; a zero's sign does not matter. */
  @Test
  void zeroWins() {
    for (double a : VALUES) {
      for (double b : VALUES) {
        double product = a == 0 || b == 0 ? 0 : a * b;
        double quotient = a == 0 ? 0 : a / b;
        assertEquals(product + 0.0, Guards.times(a, b) + 0.0);
        assertEquals(quotient + 0.0, Guards.over(a, b) + 0.0);
        float f = (float) a;
        float g = (float) b;
        assertEquals((f == 0 || g == 0 ? 0 : f * g) + 0.0f, Guards.times(f, g) + 0.0f);
        assertEquals((f == 0 ? 0 : f / g) + 0.0f, Guards.over(f, g) + 0.0f);
      }
    }
  }
}
