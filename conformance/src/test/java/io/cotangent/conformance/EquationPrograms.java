package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.Ode;
import io.cotangent.ode.OdeOptions;
import java.util.List;

/** Programs with solutions of differential equations whose right-hand sides are lambdas. */
final class EquationPrograms {
  static final OdeOptions FINE = OdeOptions.DEFAULT.withTolerances(1e-13, 1e-13);

  private EquationPrograms() {}

  static List<Point> points() {
    double[] y0 = {1, 0.5};
    double[] p = {0.7, 0.4, 0.3, 0.6};
    return List.of(
        at("decay", 2.0, 0.5, 1.5).within(1e-7),
        at("decay", 2.0, 0.5, 0.0).within(1e-7).note("over no time"),
        at("decay", 2.0, 0.5, -1.0).within(1e-7).note("backwards"),
        at("prey", y0, p, 2.0).within(1e-7),
        at("atTimes", y0, p, new double[] {0, 0.5, 2}).within(1e-7),
        at("ofRecord", 2.0, 0.25, 1.5).within(1e-7),
        at("driven", new double[] {1, 0.5, 0.25}, 1.5).within(1e-7),
        at("blowingUp", 2.0).note("before its end"));
  }

  private static Point at(String program, Object... args) {
    return Point.of(EquationPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double decay(double start, double rate, double t) {
    double[] y =
        Ode.solve(
            (s, v, p, out) -> out[0] = -rate * v[0] + p[0],
            new double[] {start},
            0,
            t,
            new double[] {start * 0.25},
            FINE);
    return y[0] * rate;
  }

  private static void lotkaVolterra(double t, double[] y, double[] p, double[] out) {
    out[0] = p[0] * y[0] - p[1] * y[0] * y[1];
    out[1] = p[2] * y[0] * y[1] - p[3] * y[1];
  }

  @Differentiable(order = 2)
  static double prey(double[] y0, double[] p, double t) {
    return Ode.solve(EquationPrograms::lotkaVolterra, y0, 0, t, p, FINE)[0];
  }

  @Differentiable
  static double[][] atTimes(double[] y0, double[] p, double[] times) {
    return Ode.solve(EquationPrograms::lotkaVolterra, y0, times, p, FINE);
  }

  record Spring(double stiffness, double damping) {}

  @Differentiable
  static double[] ofRecord(double stiffness, double damping, double t) {
    Spring spring = new Spring(stiffness, damping);
    return Ode.solve(
        (s, y, p, out) -> {
          out[0] = y[1];
          out[1] = -spring.stiffness() * y[0] - spring.damping() * y[1];
        },
        new double[] {1, 0},
        0,
        t,
        new double[0],
        FINE);
  }

  @Differentiable(order = 2)
  static double driven(double[] coefficients, double t) {
    double[] end =
        Ode.solve(
            (s, y, p, out) -> {
              double force = 0;
              for (double c : coefficients) {
                force = force * s + c;
              }
              out[0] = force - p[0] * y[0];
            },
            new double[1],
            coefficients[0],
            t,
            coefficients,
            FINE);
    return end[0];
  }

  @Differentiable
  static double blowingUp(double t) {
    return Ode.solve(
        (s, y, p, out) -> out[0] = y[0] * y[0], new double[] {1}, 0, t, new double[0], FINE)[0];
  }
}
