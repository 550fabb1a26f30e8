package io.cotangent.samples.solutions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SolutionsSampleTest {
  @Test
  void keplersEquation() {
    double ecc = 0.2056;
    double m = 1.1;
    double e = m;
    for (int k = 0; k < 60; k++) {
      e = m + ecc * Math.sin(e);
    }
    assertEquals(1 - ecc * Math.cos(e), Kepler.distance(ecc, m), 1e-13);
    double rate = 1 / (1 - ecc * Math.cos(e));
    var slope = KeplerDistanceDerivatives.gradient(ecc, m);
    assertEquals(ecc * Math.sin(e) * rate, slope.meanAnomaly(), 1e-12);
    assertEquals(
        -Math.cos(e) + ecc * Math.sin(e) * Math.sin(e) * rate, slope.eccentricity(), 1e-12);
    // r is at its least in perihelion, with the curvature e / (1 - e)^2 there.
    double[][] hessian = KeplerDistanceDerivatives.hessian(ecc, 0);
    assertEquals(ecc / Math.pow(1 - ecc, 2), hessian[1][1], 1e-10);
  }

  @Test
  void theEigenvaluesGradientIsTheOuterProduct() {
    double[][] a = {{2, 1, 0}, {1, 3, 1}, {0, 1, 4}};
    double[] v = PowerIterationStepFixedPoint.solve(new double[] {1, 1, 1}, a);
    double[][] gradient = PowerIterationEigenvalueDerivatives.gradient(a, new double[] {1, 1, 1});
    double[][] blackBox = PowerIterationOfBlackBoxDerivatives.gradient(a, v);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(v[i] * v[j], gradient[i][j], 1e-10);
        assertEquals(v[i] * v[j], blackBox[i][j], 1e-10);
      }
    }
    // The characteristic polynomial has the roots 3 and 3 ± √3.
    assertEquals(3 + Math.sqrt(3), PowerIteration.quotient(v, a), 1e-12);
  }

  @Test
  void ranksByDifferences() {
    double[][] web = SolutionsSample.web();
    var gradient = PageRankOfDerivatives.gradient(0, web, 0.85);
    double h = 1e-6;
    double damping = (PageRank.of(0, web, 0.85 + h) - PageRank.of(0, web, 0.85 - h)) / (2 * h);
    assertEquals(damping, gradient.damping(), 1e-8);
    for (int i = 0; i < 4; i++) {
      double[] byDifferences = new double[4];
      for (int j = 0; j < 4; j++) {
        double[][] up = SolutionsSample.web();
        double[][] down = SolutionsSample.web();
        up[i][j] += h;
        down[i][j] -= h;
        byDifferences[j] = (PageRank.of(0, up, 0.85) - PageRank.of(0, down, 0.85)) / (2 * h);
      }
      assertArrayEquals(byDifferences, gradient.links()[i], 1e-8);
    }
  }

  @Test
  void thePenaltysSlopeByTheActiveColumns() {
    double[][] x = SolutionsSample.columns(1, 40);
    double[] y = SolutionsSample.answers(x, 2);
    double[][] others = SolutionsSample.columns(3, 40);
    double[] theirs = SolutionsSample.answers(others, 4);
    double at = Math.log(0.1);
    double[] w = LassoSquaresArgmin.solve(new double[10], x, y, 0.1);
    // At the minimum every active column's product with the residual is the penalty.
    int active = 0;
    for (int j = 0; j < 10; j++) {
      double product = 0;
      for (int i = 0; i < y.length; i++) {
        double rest = y[i];
        for (int k = 0; k < 10; k++) {
          rest -= x[i][k] * w[k];
        }
        product += x[i][j] * rest / y.length;
      }
      if (w[j] != 0) {
        assertEquals(0.1 * Math.signum(w[j]), product, 1e-10);
        active++;
      } else {
        assertTrue(Math.abs(product) < 0.1);
      }
    }
    assertTrue(active > 0 && active < 10);
    double h = 1e-6;
    double slope = LassoValidationDerivatives.gradient(at, x, y, others, theirs);
    double up = Lasso.validation(at + h, x, y, others, theirs);
    double down = Lasso.validation(at - h, x, y, others, theirs);
    assertEquals((up - down) / (2 * h), slope, 1e-7);
    assertEquals(slope, LassoValidationDerivatives.jvp(at, x, y, others, theirs, 1), 1e-12);
  }

  @Test
  void itPrints() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SolutionsSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("step 30: penalty"), text);
    assertTrue(text.contains("iteration 5: residual"), text);
  }
}
