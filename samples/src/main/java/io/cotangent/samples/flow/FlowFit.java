package io.cotangent.samples.flow;

import java.util.Random;

/** Fits a flow by maximum likelihood, with Adam's steps on exact gradients. */
final class FlowFit {
  private static final double RATE = 0.02;

  private FlowFit() {}

  /** The weights after so many steps. */
  static double[] of(double[][] points, int layers, int steps) {
    Random random = new Random(7);
    double[] w = new double[layers * Flow.SIZE];
    for (int i = 0; i < w.length; i++) {
      w[i] = random.nextGaussian() * 0.5;
    }
    double[] mean = new double[w.length];
    double[] square = new double[w.length];
    FlowLogLikelihoodDerivatives.Workspace ws = new FlowLogLikelihoodDerivatives.Workspace();
    for (int step = 1; step <= steps; step++) {
      FlowLogLikelihoodDerivatives.valueAndGradient(w, points, ws);
      double[] gradient = ws.w();
      double rate = RATE * Math.min(1, 3.0 * (steps - step + 1) / steps);
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i] / points.length;
        mean[i] = 0.9 * mean[i] + 0.1 * g;
        square[i] = 0.999 * square[i] + 0.001 * g * g;
        double unbiased = mean[i] / (1 - Math.pow(0.9, step));
        double spread = Math.sqrt(square[i] / (1 - Math.pow(0.999, step)));
        w[i] += rate * unbiased / (spread + 1e-8);
      }
    }
    return w;
  }
}
