package io.cotangent.samples.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.SpecialMath;
import io.cotangent.Status;
import io.cotangent.batch.Device;
import io.cotangent.samples.machines.Machines;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GreeksSampleTest {

  /** On every device the textbook's formulas. */
  @Test
  void greeksAreTheClosedForms() {
    Market m = Market.random(20_000, 3);
    try (Machines machines = new Machines(System.out)) {
      for (Device device : machines.all()) {
        GreeksSample.Greeks greeks = GreeksSample.greeks(device, m);
        for (int i = 0; i < m.size(); i += 7) {
          double s = m.spot()[i];
          double t = m.years()[i];
          double root = m.vol()[i] * Math.sqrt(t);
          double cash = m.strike()[i] * Math.exp(-m.rate()[i] * t);
          double d1 = Math.log(s / cash) / root + root / 2;
          double n1 = SpecialMath.normalCdf(d1);
          double n2 = SpecialMath.normalCdf(d1 - root);
          double density = SpecialMath.normalPdf(d1);
          double[][] g = greeks.greeks();
          assertEquals(s * n1 - cash * n2, greeks.price()[i], 1e-11);
          assertEquals(n1, g[0][i], 1e-11);
          assertEquals(-cash / m.strike()[i] * n2, g[1][i], 1e-11);
          assertEquals(cash * t * n2, g[2][i], 1e-9);
          assertEquals(s * density * Math.sqrt(t), g[3][i], 1e-9);
          double theta = s * density * m.vol()[i] / (2 * Math.sqrt(t)) + m.rate()[i] * cash * n2;
          assertEquals(theta, g[4][i], 1e-9);
        }
      }
    }
  }

  @Test
  void impliedVolatilitiesMeetTheirPrices() {
    int n = 3000;
    Market m = Market.random(n, 4);
    double[] paid = new double[n];
    for (int i = 0; i < n; i++) {
      paid[i] = Call.price(m.spot()[i], m.strike()[i], 0.01, m.vol()[i], m.years()[i]);
    }
    paid[5] = 500;
    double[] found = new double[n];
    Status[] statuses = new Status[n];
    GreeksSample.implied(m, paid, 0.01, found, statuses);
    assertTrue(statuses[5] != Status.CONVERGED);
    assertEquals(1, Arrays.stream(statuses).filter(s -> s != Status.CONVERGED).count());
    for (int i = 0; i < n; i++) {
      if (i != 5) {
        double price = Call.price(m.spot()[i], m.strike()[i], 0.01, found[i], m.years()[i]);
        assertEquals(paid[i], price, 1e-10);
      }
    }
  }
}
