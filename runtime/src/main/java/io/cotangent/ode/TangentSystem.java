package io.cotangent.ode;

import java.util.Arrays;

/**
 * A system together with its tangent along a fixed change of the parameters: the states are {@code
 * (y, η)}, their rates {@code (f, f_y η + f_p ṗ)}.
 */
record TangentSystem(OdeSystem system, double[] pDot) implements OdeSystem {
  private static double[] first(double[] z) {
    return Arrays.copyOf(z, z.length / 2);
  }

  private static double[] second(double[] z) {
    return Arrays.copyOfRange(z, z.length / 2, z.length);
  }

  @Override
  public void rate(double t, double[] z, double[] p, double[] out) {
    double[] y = first(z);
    double[] rate = new double[y.length];
    system.rate(t, y, p, rate);
    System.arraycopy(rate, 0, out, 0, y.length);
    system.jvp(t, y, p, 0, second(z), pDot, rate);
    System.arraycopy(rate, 0, out, y.length, y.length);
  }

  /** At a fixed time, which is all that steps need. */
  @Override
  public void jvp(
      double t, double[] z, double[] p, double tDot, double[] zDot, double[] other, double[] out) {
    double[] y = first(z);
    int n = y.length;
    double[] rate = new double[n];
    system.jvp(t, y, p, 0, first(zDot), other, rate);
    System.arraycopy(rate, 0, out, 0, n);
    system.jvp(t, y, p, 0, second(zDot), new double[p.length], rate);
    double[] unit = new double[n];
    for (int i = 0; i < n; i++) {
      double[] yBar = new double[n];
      double[] pBar = new double[p.length];
      unit[i] = 1;
      system.vjpJvp(t, y, p, unit, second(z), pDot, yBar, pBar);
      unit[i] = 0;
      out[n + i] = rate[i] + dot(yBar, zDot) + dot(pBar, other);
    }
  }

  @Override
  public void vjp(double t, double[] z, double[] p, double[] bar, double[] zBar, double[] pBar) {
    double[] y = first(z);
    int n = y.length;
    double[] yBar = new double[n];
    system.vjp(t, y, p, first(bar), yBar, pBar);
    system.vjpJvp(t, y, p, second(bar), second(z), pDot, yBar, pBar);
    double[] etaBar = new double[n];
    system.vjp(t, y, p, second(bar), etaBar, new double[p.length]);
    for (int i = 0; i < n; i++) {
      zBar[i] += yBar[i];
      zBar[n + i] += etaBar[i];
    }
  }

  /** Over the first's entries. */
  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
