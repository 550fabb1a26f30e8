package io.cotangent.samples.hare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HareSampleTest {
  private static final Pelts PELTS = Pelts.read();
  private static final double[] START = {0.5, 0.03, 0.7, 0.02, 30, 5};

  /** B. Carpenter's Bayesian fit of the same figures has 0.55, 0.028, 0.80, 0.024, 34, 5.9. */
  @Test
  void theFitIsThatOfOthers() {
    double[] logs = HareSample.fit(PELTS, START).getPoint().toArray();
    double[] published = {0.55, 0.028, 0.80, 0.024, 34, 5.9};
    for (int i = 0; i < logs.length; i++) {
      assertEquals(1, Math.exp(logs[i]) / published[i], 0.06, "parameter " + i);
    }
  }

  @Test
  void nothingIsLeftOfTheGradient() {
    Optimum fit = HareSample.fit(PELTS, START);
    double[] gradient =
        HareAndLynxLogPeltsDerivatives.vjp(
            fit.getPoint().toArray(), PELTS.years(), fit.getResiduals().toArray());
    assertArrayEquals(new double[HareAndLynx.UNKNOWNS], gradient, 1e-5);
    double[] elsewhere = {0.45, 0.025, 0.9, 0.03, 40, 4};
    assertArrayEquals(
        fit.getPoint().toArray(), HareSample.fit(PELTS, elsewhere).getPoint().toArray(), 1e-6);
  }

  @Test
  void bothModesAgree() {
    double[] logs = {-0.6, -3.6, -0.2, -3.7, 3.5, 1.8};
    double[][] forward = HareAndLynxLogPeltsDerivatives.jacobianForward(logs, PELTS.years());
    double[][] reverse = HareAndLynxLogPeltsDerivatives.jacobianReverse(logs, PELTS.years());
    double h = 1e-5;
    for (int k = 0; k < logs.length; k++) {
      double[] up = logs.clone();
      double[] down = logs.clone();
      up[k] += h;
      down[k] -= h;
      double[] above = HareAndLynx.logPelts(up, PELTS.years());
      double[] below = HareAndLynx.logPelts(down, PELTS.years());
      for (int i = 0; i < above.length; i++) {
        assertEquals(forward[i][k], reverse[i][k], 1e-9);
        assertEquals((above[i] - below[i]) / (2 * h), forward[i][k], 1e-5);
      }
    }
  }

  @Test
  void thePictureIsDrawn(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path picture = folder.resolve("deeper").resolve("pelts.svg");
    HareSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), picture);
    String svg = Files.readString(picture);
    assertTrue(svg.startsWith("<svg") && svg.endsWith("</svg>\n"));
    assertEquals(42 + 2, svg.split("<circle", -1).length - 1);
    assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("hares' growth"));
  }
}
