package io.cotangent.samples.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LayersSampleTest {
  private static final double[] SCORES = {2, 0.5, -1, 0.3, -2};
  private static final double[] WEIGHTS = {1, -0.5, 0.2, 1, 0.1};

  @Test
  void theLayersGradientIsThatOfVeryManyLayers() {
    Digits data = Digits.read();
    assertEquals(1797, data.digits().length);
    Training training = new Training(12, 3);
    var one =
        EquilibriumLossDerivatives.gradient(
            training.w, training.u, training.v, data.images()[5], data.digits()[5]);
    var many =
        EquilibriumUnrolledDerivatives.gradient(
            training.w, training.u, training.v, data.images()[5], data.digits()[5], 200);
    for (int i = 0; i < 12; i++) {
      assertArrayEquals(many.w()[i], one.w()[i], 1e-6);
      assertArrayEquals(many.u()[i], one.u()[i], 1e-6);
    }
    assertArrayEquals(many.v()[3], one.v()[3], 1e-6);
  }

  @Test
  void memoryDoesNotGrowWithTheLayers() {
    Digits data = Digits.read();
    Training training = new Training(12, 3);
    long few = LayersSample.atSolution(training, data.images()[0], 10);
    long many = LayersSample.atSolution(training, data.images()[0], 1000);
    assertTrue(Math.abs(many - few) < 0.05 * few, few + " and " + many);
    long unrolledFew = LayersSample.throughAll(training, data.images()[0], 0, 100);
    long unrolled = LayersSample.throughAll(training, data.images()[0], 0, 1000);
    assertTrue(unrolled > 5 * unrolledFew, unrolledFew + " and " + unrolled);
  }

  /** The chances' derivatives are {@code D - D 1 1ᵀ D / 1ᵀ D 1} with {@code D = y (1 - y)}. */
  @Test
  void theMultiLabelLayerByItsClosedForm() {
    double[] start = {0.4, 0.4, 0.4, 0.4, 0.4};
    double[] y = MultiLabelCostArgmin.solve(start, SCORES, 2);
    double[] d = new double[5];
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      d[i] = y[i] * (1 - y[i]);
      sum += d[i];
    }
    double[] expected = new double[5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        expected[j] += WEIGHTS[i] / y[i] * ((i == j ? d[i] : 0) - d[i] * d[j] / sum);
      }
    }
    double[] bisected = MultiLabelByBisectionDerivatives.gradient(SCORES, 2, WEIGHTS);
    double[] conditions = MultiLabelByConditionsDerivatives.gradient(SCORES, 2, WEIGHTS);
    assertArrayEquals(expected, bisected, 1e-9);
    assertArrayEquals(expected, conditions, 1e-9);
    double[][] first = MultiLabelByBisectionDerivatives.hessian(SCORES, 2, WEIGHTS);
    double[][] second = MultiLabelByConditionsDerivatives.hessian(SCORES, 2, WEIGHTS);
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(first[i], second[i], 1e-8);
    }
  }

  @Test
  void digitsAreRead() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LayersSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), 600, 2);
    String text = bytes.toString(StandardCharsets.UTF_8);
    double right =
        Double.parseDouble(text.replaceAll("(?s).*epoch 2: loss [0-9.]+, ([0-9.]+) %.*", "$1"));
    assertTrue(right > 75, text);
    assertTrue(text.contains("by conditions"), text);
  }
}
