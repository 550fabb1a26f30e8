package io.cotangent.samples.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.linalg.Linalg;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TuningSampleTest {

  /** The error of rows left out from one fit: residuals over what the hat matrix leaves. */
  private static double leftOut(double penalty, double[][] x, double[] y) {
    int n = x[0].length;
    double[][] normal = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < n; j++) {
        right[j] += x[i][j] * y[i];
        for (int k = 0; k < n; k++) {
          normal[j][k] += x[i][j] * x[i][k];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      normal[j][j] += penalty;
    }
    double[] w = Linalg.solve(normal, right);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double[] column = Linalg.solve(normal, x[i]);
      double rest = y[i];
      double leverage = 0;
      for (int j = 0; j < n; j++) {
        rest -= x[i][j] * w[j];
        leverage += x[i][j] * column[j];
      }
      sum += rest * rest / ((1 - leverage) * (1 - leverage));
    }
    return sum / y.length;
  }

  @Test
  void theRidgeByItsClosedForm() {
    Table longley = Table.read("longley.txt").centred();
    assertEquals(16, longley.y().length);
    double[][] x = longley.x();
    double[] y = longley.y();
    double log = Math.log(0.05);
    assertEquals(leftOut(0.05, x, y), Ridge.leftOut(log, x, y), 1e-9);
    double h = 1e-4;
    double up = leftOut(Math.exp(log + h), x, y);
    double down = leftOut(Math.exp(log - h), x, y);
    assertEquals((up - down) / (2 * h), RidgeLeftOutDerivatives.gradient(log, x, y), 1e-7);
    double second = (up - 2 * leftOut(0.05, x, y) + down) / (h * h);
    assertEquals(second, RidgeLeftOutDerivatives.hessian(log, x, y)[0][0], 1e-5);
  }

  @Test
  void theLassosSlopesByDifferences() {
    Table longley = Table.read("longley.txt").centred();
    double h = 1e-5;
    double log = Math.log(0.3);
    double up = Lasso.leftOut(log + h, longley.x(), longley.y());
    double down = Lasso.leftOut(log - h, longley.x(), longley.y());
    double slope = LassoLeftOutDerivatives.gradient(log, longley.x(), longley.y());
    assertEquals((up - down) / (2 * h), slope, 1e-5 * Math.abs(slope) + 1e-7);
  }

  @Test
  void theLogisticSlopeByDifferences() {
    Table cells = Table.tumours();
    assertEquals(569, cells.y().length);
    Table a = cells.third(0, true);
    Table b = cells.third(0, false);
    double log = Math.log(0.02);
    double h = 1e-4;
    double up = SparseLogistic.validation(log + h, a.x(), a.y(), b.x(), b.y());
    double down = SparseLogistic.validation(log - h, a.x(), a.y(), b.x(), b.y());
    double slope = SparseLogisticValidationDerivatives.gradient(log, a.x(), a.y(), b.x(), b.y());
    assertEquals((up - down) / (2 * h), slope, 1e-5 * Math.abs(slope));
  }

  @Test
  void theLogisticRidgeByDifferences() {
    Table cells = Table.tumours();
    Table a = cells.third(0, true);
    Table b = cells.third(0, false);
    double log = Math.log(0.02);
    double h = 1e-3;
    double up = RidgeLogistic.validation(log + h, a.x(), a.y(), b.x(), b.y());
    double down = RidgeLogistic.validation(log - h, a.x(), a.y(), b.x(), b.y());
    double slope = RidgeLogisticValidationDerivatives.gradient(log, a.x(), a.y(), b.x(), b.y());
    assertEquals((up - down) / (2 * h), slope, 1e-6);
    double above = RidgeLogisticValidationDerivatives.gradient(log + h, a.x(), a.y(), b.x(), b.y());
    double below = RidgeLogisticValidationDerivatives.gradient(log - h, a.x(), a.y(), b.x(), b.y());
    assertEquals(
        (above - below) / (2 * h),
        RidgeLogisticValidationDerivatives.hessian(log, a.x(), a.y(), b.x(), b.y())[0][0],
        1e-6);
  }

  @Test
  void itPrints() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TuningSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    double right = Double.parseDouble(text.replaceAll("(?s).*kept, ([0-9.]+) %.*", "$1"));
    assertTrue(right > 95, text);
    double byRidge =
        Double.parseDouble(text.replaceAll("(?s).*\\n([0-9.]+) % of the others.*", "$1"));
    assertTrue(byRidge > 95, text);
    // Newton's method ends where the slope vanishes.
    String last = text.replaceAll("(?s).*slope ([-+0-9.e]+)\\R[0-9.]+ % of the others.*", "$1");
    assertEquals(0, Double.parseDouble(last), 1e-8, text);
  }
}
