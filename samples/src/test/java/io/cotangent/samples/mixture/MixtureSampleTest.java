package io.cotangent.samples.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class MixtureSampleTest {

  private static final double[][] POINTS = OldFaithful.read();

  /** What the R package mclust (model VVV, two components) reports for this data. */
  private static final double PUBLISHED = -1130.264;

  @Test
  void thereAre272Eruptions() {
    assertEquals(272, POINTS.length);
    assertArrayEquals(new double[] {3.6, 79}, POINTS[0]);
    assertArrayEquals(new double[] {4.467, 74}, POINTS[271]);
  }

  @Test
  void theFitReachesTheLikelihoodThatExpectationMaximisationReaches() {
    List<Double> seen = new ArrayList<>();
    MixtureFit.Result fit = MixtureFit.of(POINTS, (iteration, value, norm) -> seen.add(value));
    assertEquals(PUBLISHED, fit.logLikelihood(), 1e-3);
    assertTrue(fit.gradientNorm() < 1e-6, () -> fit.toString());
    assertEquals(fit.iterations(), seen.size());
    for (int i = 1; i < seen.size(); i++) {
      assertTrue(seen.get(i) >= seen.get(i - 1) - 1e-9, "iteration " + i + ": " + seen);
    }

    Mixture byEm = ExpectationMaximisation.fit(POINTS);
    assertEquals(byEm.logLikelihood(POINTS), fit.logLikelihood(), 1e-7);
    assertEquals(fit.mixture().logLikelihood(POINTS), fit.logLikelihood(), 1e-8);
    for (int k = 0; k < 2; k++) {
      assertEquals(byEm.weights()[k], fit.mixture().weights()[k], 1e-5);
      assertArrayEquals(byEm.means()[k], fit.mixture().means()[k], 1e-3);
      for (int i = 0; i < 2; i++) {
        assertArrayEquals(byEm.covariances()[k][i], fit.mixture().covariances()[k][i], 1e-2);
      }
    }
  }

  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    double[] logits = {0.3, -0.4};
    double[][] means = {{2, 55}, {4.2, 78}};
    double[][] factors = {{1.1, -0.2, -1.7}, {0.9, -0.1, -1.8}};
    var at = GaussianMixtureLossDerivatives.valueAndGradient(logits, means, factors, POINTS);
    assertEquals(GaussianMixture.loss(logits, means, factors, POINTS), at.value());
    double h = 1e-6;
    for (int k = 0; k < 2; k++) {
      logits[k] += h;
      double up = GaussianMixture.loss(logits, means, factors, POINTS);
      logits[k] -= 2 * h;
      double down = GaussianMixture.loss(logits, means, factors, POINTS);
      logits[k] += h;
      assertEquals((up - down) / (2 * h), at.gradient().logits()[k], 1e-7);
    }
    checkRows(logits, means, factors, means, at.gradient().means());
    checkRows(logits, means, factors, factors, at.gradient().factors());
  }

  private static void checkRows(
      double[] logits, double[][] means, double[][] factors, double[][] varied, double[][] slopes) {
    double h = 1e-6;
    for (int k = 0; k < varied.length; k++) {
      for (int i = 0; i < varied[k].length; i++) {
        double kept = varied[k][i];
        varied[k][i] = kept + h;
        double up = GaussianMixture.loss(logits, means, factors, POINTS);
        varied[k][i] = kept - h;
        double down = GaussianMixture.loss(logits, means, factors, POINTS);
        varied[k][i] = kept;
        assertEquals((up - down) / (2 * h), slopes[k][i], 1e-6 * (1 + Math.abs(slopes[k][i])));
      }
    }
  }

  @Test
  void theSampleShowsProgressAndWritesAPictureOfEveryPoint(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path file = folder.resolve("sub/fit.svg");
    MixtureSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), file);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("iteration   1   log-likelihood"), text);
    assertTrue(text.contains("log-likelihood -1130.263960"), text);

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Files.readAllBytes(file)));
    assertEquals(POINTS.length + 2, svg.getElementsByTagName("circle").getLength());
    assertEquals(2 * 3 + 1, svg.getElementsByTagName("ellipse").getLength());
    String all = svg.getDocumentElement().getTextContent();
    for (String label : new String[] {"Old Faithful", "length of the eruption", "waiting time"}) {
      assertTrue(all.contains(label), label);
    }
  }
}
