package io.cotangent.ode;

/** Adds the cotangents of outputs to the adjoint where it meets their times, going backwards. */
final class OutputBars {
  private final OdeSystem system;
  private final double[] p;
  private final double[] times;
  private final double[][] bars;
  private final double[] timesBar;
  private int next;

  /** The adjoint. */
  double[] bar;

  OutputBars(OdeSystem system, double[] p, double[] times, double[][] bars, int states) {
    this.system = system;
    this.p = p;
    this.times = times;
    this.bars = bars;
    if (bars.length != times.length) {
      throw new IllegalArgumentException(
          bars.length + " cotangents for " + times.length + " times");
    }
    timesBar = new double[times.length];
    next = times.length - 1;
    bar = new double[states];
  }

  /** The adjoint has come back to a time, where the state is y. */
  void meet(double t, double[] y) {
    while (next > 0 && times[next] == t) {
      timesBar[next] = rateAlong(t, y, bars[next]);
      for (int i = 0; i < bar.length; i++) {
        bar[i] += bars[next][i];
      }
      next--;
    }
  }

  private double rateAlong(double t, double[] y, double[] along) {
    double[] rate = new double[y.length];
    system.rate(t, y, p, rate);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += along[i] == 0 ? 0 : along[i] * rate[i];
    }
    return sum;
  }

  /** The adjoint has come back to the first time. */
  Solver.Cotangents finish(double[] y0, double[] pBar) {
    meet(times[0], y0);
    timesBar[0] -= rateAlong(times[0], y0, bar);
    double[] y0Bar = bar.clone();
    for (int i = 0; i < y0Bar.length; i++) {
      y0Bar[i] += bars[0][i];
    }
    return new Solver.Cotangents(y0Bar, timesBar, pBar);
  }
}
