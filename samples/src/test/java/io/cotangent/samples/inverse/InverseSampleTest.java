package io.cotangent.samples.inverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import io.cotangent.implicit.CompetitiveGradient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InverseSampleTest {
  @Test
  void bothCostsByDifferences() {
    double[][] y = InverseSample.circle();
    double[][] x = InverseSample.line();
    double[] at = new double[24];
    for (int i = 0; i < 12; i++) {
      at[2 * i] = 3 * x[i][0];
      at[2 * i + 1] = x[i][1] - 0.05 * i;
    }
    GradientCheck.check(SinkhornLossDerivatives.function(x, y), at);
    GradientCheck.check(SinkhornSharpDerivatives.function(x, y), at);
  }

  @Test
  void pricesGiveTheirVolatilities() {
    double price = ImpliedVolatility.call(0.27, 1, 1.1, 0.5);
    double found = ImpliedVolatilityExcessRoot.solve(0.2, price, 1.1, 0.5, 1e-3, 5);
    assertEquals(0.27, found, 1e-12);
  }

  /** Quotes that a mixture has made lead back to its parameters, with the inverse's slopes. */
  @Test
  void aMixturesOwnSurface() {
    double[] p = {-1, -2, -1.8, -1.2, 0.05};
    double[] own = ImpliedVolatility.misses(p, new double[20]);
    double[] found =
        ImpliedVolatilityMissesArgmin.solve(new double[] {-0.8, -1.9, -1.7, -1.3, 0}, own);
    for (int i = 0; i < 5; i++) {
      assertEquals(p[i], found[i], 1e-6);
    }
    double[][] slopes = ImpliedVolatilityMissesArgmin.jacobian(found, own);
    double h = 1e-6;
    double[] up = p.clone();
    double[] down = p.clone();
    up[2] += h;
    down[2] -= h;
    double[] above = ImpliedVolatility.misses(up, new double[20]);
    double[] below = ImpliedVolatility.misses(down, new double[20]);
    double back = 0;
    for (int k = 0; k < 20; k++) {
      back += slopes[2][k] * (above[k] - below[k]) / (2 * h);
    }
    assertEquals(1, back, 1e-5);
  }

  @Test
  void theRewardsConditionsHold() {
    double[][] seen = InverseSample.acts();
    CompetitiveGradient.Constrained found = InverseSample.rewards(seen);
    assertEquals(Status.CONVERGED, found.status());
    double[] slope = ApprenticeUnlikelyDerivatives.gradient(found.x(), seen);
    double[][] equation = ApprenticeBellmanDerivatives.jacobian(found.x());
    for (int i = 0; i < slope.length; i++) {
      double sum = slope[i];
      for (int k = 0; k < equation.length; k++) {
        sum += found.multipliers()[k] * equation[k][i];
      }
      assertEquals(0, sum, 1e-7);
    }
    for (double rest : Apprentice.bellman(found.x())) {
      assertEquals(0, rest, 1e-7);
    }
    for (int s = 0; s < Apprentice.PLACES; s++) {
      assertTrue(s == 2 || found.x()[s] < found.x()[2]);
      assertTrue(s == 5 || found.x()[s] > found.x()[5]);
    }
  }

  @Test
  void itPrints() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InverseSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("rewards from acts: CONVERGED"), text);
    assertTrue(text.contains("mixture: CONVERGED"), text);
    assertTrue(text.contains("CONVERGED, by LSMR"), text);
  }
}
