package io.cotangent.samples.asian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.SpecialMath;
import io.cotangent.batch.Device;
import io.cotangent.samples.asian.AsianSample.Estimate;
import io.cotangent.samples.asian.AsianSample.Terms;
import io.cotangent.samples.machines.Machines;
import org.junit.jupiter.api.Test;

class AsianSampleTest {
  private static final int PATHS = 200_000;

  /** With one price to average it is a European call, which has closed forms. */
  @Test
  void ofOneStepItIsEuropean() {
    Terms one = new Terms(100, 95, 0.03, 0.25, 0.5, 1);
    Estimate e = AsianSample.estimate(Device.parallel(), one, PATHS);
    double root = 0.25 * Math.sqrt(0.5);
    double cash = 95 * Math.exp(-0.03 * 0.5);
    double d1 = Math.log(100 / cash) / root + root / 2;
    double n1 = SpecialMath.normalCdf(d1);
    double n2 = SpecialMath.normalCdf(d1 - root);
    assertEquals(100 * n1 - cash * n2, e.price(), 4 * e.error());
    assertTrue(e.error() < 0.05);
    assertEquals(n1, e.greeks()[0], 0.006);
    assertEquals(-cash / 95 * n2, e.greeks()[1], 0.005);
    assertEquals(cash * 0.5 * n2, e.greeks()[2], 0.25);
    assertEquals(100 * SpecialMath.normalPdf(d1) * Math.sqrt(0.5), e.greeks()[3], 0.5);
  }

  /** On the same paths, differences of prices are the Greeks but where a payoff has its kink. */
  @Test
  void greeksAreTheDifferencesOnTheSamePaths() {
    Terms t = Terms.SAMPLE;
    double h = 1e-5;
    double[] greeks = AsianSample.estimate(Device.parallel(), t, 20_000).greeks();
    double delta =
        (price(new Terms(t.spot() + h, 100, 0.03, 0.25, 1, 12))
                - price(new Terms(t.spot() - h, 100, 0.03, 0.25, 1, 12)))
            / (2 * h);
    double vega =
        (price(new Terms(100, 100, 0.03, 0.25 + h, 1, 12))
                - price(new Terms(100, 100, 0.03, 0.25 - h, 1, 12)))
            / (2 * h);
    assertEquals(delta, greeks[0], 1e-5);
    assertEquals(vega, greeks[3], 1e-3);
  }

  private static double price(Terms terms) {
    return AsianSample.estimate(Device.parallel(), terms, 20_000).price();
  }

  @Test
  void everyDeviceDrawsTheSamePaths() {
    try (Machines machines = new Machines(System.out)) {
      Estimate first = AsianSample.estimate(Device.sequential(), Terms.SAMPLE, 30_000);
      for (Device device : machines.all()) {
        Estimate e = AsianSample.estimate(device, Terms.SAMPLE, 30_000);
        assertEquals(first.price(), e.price(), 1e-11);
        assertEquals(first.greeks()[3], e.greeks()[3], 1e-10);
      }
    }
  }

  /** Mean, variance and correlation of neighbours. */
  @Test
  void randomNumbersAreNormal() {
    int n = 100_000;
    double mean = 0;
    double square = 0;
    double steps = 0;
    double paths = 0;
    for (int i = 0; i < n; i++) {
      double z = AsianCall.normal(i, 3);
      mean += z / n;
      square += z * z / n;
      steps += z * AsianCall.normal(i, 4) / n;
      paths += z * AsianCall.normal(i + 1, 3) / n;
    }
    double error = 4 / Math.sqrt(n);
    assertEquals(0, mean, error);
    assertEquals(1, square, error * Math.sqrt(2));
    assertEquals(0, steps, error);
    assertEquals(0, paths, error);
  }
}
