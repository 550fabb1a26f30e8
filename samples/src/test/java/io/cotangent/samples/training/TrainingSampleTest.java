package io.cotangent.samples.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.batch.Device;
import io.cotangent.samples.machines.Machines;
import org.junit.jupiter.api.Test;

class TrainingSampleTest {

  @Test
  void theRegressionIsTheSameOnEveryDevice() {
    Examples tumours = Examples.tumours();
    assertEquals(569, tumours.count());
    assertEquals(30, tumours.features());
    double[] first = null;
    try (Machines machines = new Machines(System.out)) {
      for (Device device : machines.all()) {
        Regression regression = new Regression(30, device);
        for (int epoch = 0; epoch < 5; epoch++) {
          regression.epoch(tumours.batches(64, epoch), 0.5);
        }
        first = first == null ? regression.w : first;
        assertArrayEquals(first, regression.w, 1e-11);
        assertTrue(regression.right(tumours) >= 555);
      }
    }
  }

  /** The sum over a mini-batch against that of the unbatched class. */
  @Test
  void cotangentsOfWeightsAreSummed() {
    Examples some = Examples.digits().slice(100, 150);
    Perceptron p = new Perceptron(64, Device.sequential(), 1);
    double[][] w = p.weights;
    double[][] bars = new double[4][];
    double[][] want = new double[4][];
    for (int k = 0; k < 4; k++) {
      bars[k] = new double[w[k].length];
      want[k] = new double[w[k].length];
    }
    ModelsPerceptronBatch.gradient(
        Device.sequential(),
        50,
        w[0],
        w[1],
        w[2],
        w[3],
        some.x(),
        some.label(),
        new double[50],
        bars[0],
        bars[1],
        bars[2],
        bars[3]);
    for (int row = 0; row < 50; row++) {
      double[] x = java.util.Arrays.copyOfRange(some.x(), row * 64, row * 64 + 64);
      var one = ModelsPerceptronDerivatives.gradient(w[0], w[1], w[2], w[3], x, some.label()[row]);
      double[][] parts = {one.in(), one.inBias(), one.up(), one.upBias()};
      for (int k = 0; k < 4; k++) {
        for (int i = 0; i < want[k].length; i++) {
          want[k][i] += parts[k][i];
        }
      }
    }
    for (int k = 0; k < 4; k++) {
      assertArrayEquals(want[k], bars[k], 1e-12);
    }
  }

  @Test
  void theNetworkLearnsDigits() {
    Examples digits = Examples.digits();
    assertEquals(1797, digits.count());
    Examples training = digits.slice(0, digits.count() - TrainingSample.TEST);
    Examples test = digits.slice(digits.count() - TrainingSample.TEST, digits.count());
    Perceptron p = new Perceptron(64, Device.parallel(), 5);
    double before = p.loss(training);
    for (int epoch = 0; epoch < 8; epoch++) {
      p.epoch(training.batches(50, epoch), 0.1);
    }
    assertTrue(p.loss(training) < 0.1 * before, () -> "loss " + p.loss(training));
    assertTrue(p.right(test) > 255, () -> p.right(test) + " right");
  }
}
