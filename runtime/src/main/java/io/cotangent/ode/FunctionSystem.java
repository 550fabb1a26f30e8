package io.cotangent.ode;

import io.cotangent.VectorFunction;

/** A system whose rate is a function object of {@code (t, y…, p…)}. */
record FunctionSystem(VectorFunction f, int states) implements OdeSystem {
  private double[] joined(double t, double[] y, double[] p) {
    if (1 + y.length + p.length != f.dimension() || y.length != states) {
      throw new IllegalArgumentException(
          "the function has "
              + f.dimension()
              + " arguments, but there are the time, "
              + y.length
              + " states and "
              + p.length
              + " parameters");
    }
    double[] x = new double[f.dimension()];
    x[0] = t;
    System.arraycopy(y, 0, x, 1, states);
    System.arraycopy(p, 0, x, 1 + states, p.length);
    return x;
  }

  @Override
  public void rate(double t, double[] y, double[] p, double[] out) {
    System.arraycopy(f.value(joined(t, y, p)), 0, out, 0, states);
  }

  @Override
  public void jvp(
      double t, double[] y, double[] p, double tDot, double[] yDot, double[] pDot, double[] out) {
    double[] tangent = f.jvp(joined(t, y, p), joined(tDot, yDot, pDot));
    System.arraycopy(tangent, 0, out, 0, states);
  }

  @Override
  public void vjp(double t, double[] y, double[] p, double[] bar, double[] yBar, double[] pBar) {
    double[] all = f.vjp(joined(t, y, p), bar);
    for (int i = 0; i < states; i++) {
      yBar[i] += all[1 + i];
    }
    for (int i = 0; i < p.length; i++) {
      pBar[i] += all[1 + states + i];
    }
  }
}
