package io.cotangent.samples.training;

import io.cotangent.batch.Device;
import java.util.Arrays;
import java.util.List;

/** The tumours' logistic regression in training. */
final class Regression {
  final double[] w;
  double b;
  private final Device device;

  Regression(int features, Device device) {
    w = new double[features];
    this.device = device;
  }

  /** Goes once through the examples by mini-batches. */
  void epoch(List<Examples> batches, double rate) {
    double[] wBar = new double[w.length];
    for (Examples batch : batches) {
      int n = batch.count();
      double bBar =
          ModelsRegressionBatch.gradient(
              device, n, w, b, batch.x(), batch.labels(), new double[n], wBar);
      for (int i = 0; i < w.length; i++) {
        w[i] -= rate / n * wBar[i];
      }
      b -= rate / n * bBar;
    }
  }

  /** The mean loss. */
  double loss(Examples all) {
    double[] out = new double[all.count()];
    ModelsRegressionBatch.value(device, all.count(), w, b, all.x(), all.labels(), out);
    return Arrays.stream(out).sum() / all.count();
  }

  /** How many examples it gets right. */
  int right(Examples all) {
    int right = 0;
    for (int row = 0; row < all.count(); row++) {
      double score = b;
      for (int i = 0; i < w.length; i++) {
        score += w[i] * all.x()[row * w.length + i];
      }
      right += (score > 0 ? 1 : 0) == all.label()[row] ? 1 : 0;
    }
    return right;
  }
}
