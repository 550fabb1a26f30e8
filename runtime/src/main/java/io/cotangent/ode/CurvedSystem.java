package io.cotangent.ode;

import io.cotangent.ScalarFunction;

/**
 * A system whose second derivatives are those of the weighted sum of its rates, a function of
 * {@code (t, y…, p…, w…)}.
 */
record CurvedSystem(OdeSystem system, ScalarFunction weighted) implements OdeSystem {
  @Override
  public void rate(double t, double[] y, double[] p, double[] out) {
    system.rate(t, y, p, out);
  }

  @Override
  public void jvp(
      double t, double[] y, double[] p, double tDot, double[] yDot, double[] pDot, double[] out) {
    system.jvp(t, y, p, tDot, yDot, pDot, out);
  }

  @Override
  public void vjp(double t, double[] y, double[] p, double[] bar, double[] yBar, double[] pBar) {
    system.vjp(t, y, p, bar, yBar, pBar);
  }

  @Override
  public void vjpJvp(
      double t,
      double[] y,
      double[] p,
      double[] bar,
      double[] yDot,
      double[] pDot,
      double[] yBar,
      double[] pBar) {
    double[] none = new double[bar.length];
    double[] product = weighted.hvp(joined(t, y, p, bar), joined(0, yDot, pDot, none));
    for (int i = 0; i < y.length; i++) {
      yBar[i] += product[1 + i];
    }
    for (int i = 0; i < p.length; i++) {
      pBar[i] += product[1 + y.length + i];
    }
  }

  private static double[] joined(double t, double[] y, double[] p, double[] w) {
    double[] x = new double[1 + y.length + p.length + w.length];
    x[0] = t;
    System.arraycopy(y, 0, x, 1, y.length);
    System.arraycopy(p, 0, x, 1 + y.length, p.length);
    System.arraycopy(w, 0, x, 1 + y.length + p.length, w.length);
    return x;
  }
}
