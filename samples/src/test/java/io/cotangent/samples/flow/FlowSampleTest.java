package io.cotangent.samples.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.samples.mixture.OldFaithful;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowSampleTest {
  private static final double[][] POINTS = FlowSample.standardised(OldFaithful.read());

  @Test
  void theFlowIsMuchLikelierThanOneGaussian(@TempDir Path folder) throws Exception {
    Path picture = folder.resolve("flow.png");
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    double[] w = FlowSample.run(out, picture, 600);
    assertTrue(Flow.logLikelihood(w, POINTS) > FlowSample.gaussian(POINTS) + 100);
    assertTrue(Files.size(picture) > 10_000);
    assertEquals(1, mass(w), 0.01);
  }

  /** The density's integral over most of the plane. */
  private static double mass(double[] w) {
    double sum = 0;
    double step = 0.02;
    for (double a = -4; a < 4; a += step) {
      for (double b = -4; b < 4; b += step) {
        sum += Math.exp(FlowSample.logDensity(new double[] {a, b}, w)) * step * step;
      }
    }
    return sum;
  }

  @Test
  void densityAndInverseAgreeWithTheHandComposedOnes() {
    double[] w = FlowFit.of(POINTS, FlowSample.LAYERS, 20);
    double sum = 0;
    for (double[] x : POINTS) {
      sum += FlowSample.logDensity(x, w);
      double[] z = Flow.toNormal(x, w);
      assertArrayEquals(x, FlowToNormalDerivatives.inverse(new double[2], w, z), 1e-9);
    }
    assertEquals(Flow.logLikelihood(w, POINTS), sum, 1e-9 * Math.abs(sum));
  }
}
