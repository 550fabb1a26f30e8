package io.cotangent.ode;

/** The method of Dormand and Prince; its last stage is the rate at the step's end. */
final class DormandPrince implements Method {
  private static final double[] C = {0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1};

  private static final double[][] A = {
    {},
    {0.2},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
  };

  /** Weights of order 5 less those of order 4. */
  private static final double[] E = {
    71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
  };

  /** The dense output's correction (E. Hairer, S. Nørsett and G. Wanner, II.6). */
  private static final double[] D = {
    -12715105075.0 / 11282082432.0,
    0,
    87487479700.0 / 32700410799.0,
    -10690763975.0 / 1880347072.0,
    701980252875.0 / 199316789632.0,
    -1453857185.0 / 822651844.0,
    69997945.0 / 29380423.0
  };

  private final OdeSystem system;
  private final double[] p;
  private final Tolerances tolerances;

  DormandPrince(OdeSystem system, double[] p, Tolerances tolerances) {
    this.system = system;
    this.p = p;
    this.tolerances = tolerances;
  }

  @Override
  public int errorOrder() {
    return 5;
  }

  @Override
  public Step step(double t, double end, double[] y, Step before) {
    double h = end - t;
    double[][] k = new double[7][y.length];
    if (before == null) {
      system.rate(t, y, p, k[0]);
    } else {
      k[0] = before.stages()[6];
    }
    for (int i = 1; i < 7; i++) {
      system.rate(time(t, h, end, i), stage(y, h, k, i), p, k[i]);
    }
    double[] result = stage(y, h, k, 6);
    double[] error = combination(k, E, h, 7);
    return new Step(t, end, y, result, k, tolerances.norm(error, y, result));
  }

  private static double time(double t, double h, double end, int i) {
    return C[i] == 1 ? end : t + C[i] * h;
  }

  /** The state at which stage i is evaluated. */
  private static double[] stage(double[] y, double h, double[][] k, int i) {
    double[] out = combination(k, A[i], h, A[i].length);
    for (int n = 0; n < out.length; n++) {
      out[n] += y[n];
    }
    return out;
  }

  private static double[] combination(double[][] k, double[] weights, double h, int count) {
    double[] out = new double[k[0].length];
    for (int j = 0; j < count; j++) {
      for (int n = 0; n < out.length && weights[j] != 0; n++) {
        out[n] += h * weights[j] * k[j][n];
      }
    }
    return out;
  }

  @Override
  public double[] tangent(Step step, double[] yDot, double[] pDot) {
    double[][] kDot = new double[6][yDot.length];
    for (int i = 0; i < 6; i++) {
      double[] at = stage(step.start(), step.h(), step.stages(), i);
      double[] along = i == 0 ? yDot : stage(yDot, step.h(), kDot, i);
      system.jvp(time(step.t(), step.h(), step.end(), i), at, p, 0, along, pDot, kDot[i]);
    }
    return stage(yDot, step.h(), kDot, 6);
  }

  @Override
  public double[] cotangent(Step step, double[] resultBar, double[] pBar) {
    int n = resultBar.length;
    double h = step.h();
    double[] startBar = resultBar.clone();
    double[][] kBar = new double[6][n];
    spread(kBar, A[6], h, resultBar);
    for (int i = 5; i >= 0; i--) {
      double[] at = stage(step.start(), h, step.stages(), i);
      double[] stageBar = new double[n];
      system.vjp(time(step.t(), h, step.end(), i), at, p, kBar[i], stageBar, pBar);
      spread(kBar, A[i], h, stageBar);
      for (int j = 0; j < n; j++) {
        startBar[j] += stageBar[j];
      }
    }
    return startBar;
  }

  private static void spread(double[][] kBar, double[] weights, double h, double[] bar) {
    for (int j = 0; j < weights.length; j++) {
      for (int n = 0; n < bar.length; n++) {
        kBar[j][n] += h * weights[j] * bar[n];
      }
    }
  }

  @Override
  public double[][] polynomial(Step step) {
    int n = step.start().length;
    double h = step.h();
    double[] correction = combination(step.stages(), D, h, 7);
    double[][] c = new double[5][n];
    for (int i = 0; i < n; i++) {
      double difference = step.result()[i] - step.start()[i];
      double third = h * step.stages()[0][i] - difference;
      double fourth = difference - h * step.stages()[6][i] - third;
      // start + s (difference + (1-s) (third + s (fourth + (1-s) correction))), by powers of s.
      c[0][i] = step.start()[i];
      c[1][i] = difference + third;
      c[2][i] = fourth - third + correction[i];
      c[3][i] = -fourth - 2 * correction[i];
      c[4][i] = correction[i];
    }
    return c;
  }
}
