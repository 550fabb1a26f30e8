package io.cotangent.conformance;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;
import io.cotangent.Ode;
import io.cotangent.Root;
import io.cotangent.ode.OdeEvent;
import io.cotangent.ode.OdeSolution;
import java.util.List;

/**
 * Times at which solutions of differential equations meet a condition g(t, y) = 0: roots, so that
 * their derivative is {@code -(g_y Y) / (g_y f + g_t)}, of which all parts come from the solution.
 */
final class EventPrograms {
  private static final double G = 9.81;

  private EventPrograms() {}

  static List<Point> points() {
    double v = Math.sqrt(0.5 * 0.5 + 2 * G * 2);
    double time = Math.acos(0.4) / 2;
    double slope = -1 / (2 * Math.sqrt(1 - 0.4 * 0.4));
    return List.of(
        at("touchDown", 2.0, 0.5)
            .gradient(1 / v, (1 + 0.5 / v) / G)
            .within(1e-9)
            .note("a falling body"),
        at("secondTouchDown", 2.0, 0.5, 0.7)
            .gradient((1 + 2 * 0.7) / v, (1 + 0.5 / v) / G + 2 * 0.7 * 0.5 / v / G, 2 * v / G)
            .within(1e-8)
            .note("a bouncing ball"),
        at("afterBounce", 2.0, 0.5, 0.7, 1.2).within(1e-7).note("its height between bounces"),
        at("crossing", 1.5, 2.0, 0.6)
            .gradient(slope * -0.4 / 1.5, -time / 2, slope / 1.5)
            .within(1e-8)
            .note("an oscillator"),
        at("found", 1.5, 2.0, 0.6)
            .gradient(slope * -0.4 / 1.5, -time / 2, slope / 1.5)
            .within(1e-8)
            .note("the time is that of Ode.integrate"),
        at("moving", 1.5, 0.3).within(1e-7).note("a condition that depends on the time itself"));
  }

  private static Point at(String program, Object... args) {
    return Point.of(EventPrograms.class, program, args);
  }

  private static double[] flight(double[] start, double t) {
    return Ode.solve(
        (s, y, p, out) -> {
          out[0] = y[1];
          out[1] = -G;
        },
        start,
        0,
        t,
        new double[0],
        EquationPrograms.FINE);
  }

  @Root(unknown = "t", tolerance = 1e-11)
  static double ground(double t, double[] start) {
    return flight(start, t)[0];
  }

  @Differentiable(order = 2)
  static double touchDown(double height, double speed) {
    double[] start = {height, speed};
    return EventProgramsGroundRoot.solve(2, start);
  }

  @Differentiable(order = 2)
  static double secondTouchDown(double height, double speed, double restitution) {
    double[] start = {height, speed};
    double first = EventProgramsGroundRoot.solve(2, start);
    double[] again = {0, -restitution * flight(start, first)[1]};
    return first + EventProgramsGroundRoot.solve(2, again);
  }

  /** The state behind an event depends on its time twice: where it starts, and how long it goes. */
  @Differentiable(order = 2)
  static double afterBounce(double height, double speed, double restitution, double t) {
    double[] start = {height, speed};
    double first = EventProgramsGroundRoot.solve(2, start);
    double[] again = {0, -restitution * flight(start, first)[1]};
    return flight(again, t - first)[0];
  }

  private static double[] oscillation(double amplitude, double omega, double t) {
    return Ode.solve(
        (s, y, p, out) -> {
          out[0] = y[1];
          out[1] = -omega * omega * y[0];
        },
        new double[] {amplitude, 0},
        0,
        t,
        new double[0],
        EquationPrograms.FINE);
  }

  @Root(unknown = "t", tolerance = 1e-11)
  static double level(double t, double amplitude, double omega, double level) {
    return oscillation(amplitude, omega, t)[0] - level;
  }

  @Differentiable(order = 2)
  static double crossing(double amplitude, double omega, double level) {
    return EventProgramsLevelRoot.solve(0.5, amplitude, omega, level);
  }

  static double event(double amplitude, double omega, double level) {
    OdeSolution solution =
        Ode.integrate(
            (s, y, p, out) -> {
              out[0] = y[1];
              out[1] = -omega * omega * y[0];
            },
            new double[] {amplitude, 0},
            0,
            10,
            new double[0],
            EquationPrograms.FINE,
            List.of(new OdeEvent((t, y) -> y[0] - level, true)));
    return solution.events().get(0).t();
  }

  /** The search itself is not differentiated: what it finds is taken as the root. */
  @Differentiable(order = 2)
  static double found(double amplitude, double omega, double level) {
    double t =
        event(
            Cotangent.stopGradient(amplitude),
            Cotangent.stopGradient(omega),
            Cotangent.stopGradient(level));
    return EventProgramsLevelRoot.at(t, amplitude, omega, level);
  }

  @Root(unknown = "t", tolerance = 1e-11)
  static double meeting(double t, double amplitude, double speed) {
    return oscillation(amplitude, 1, t)[0] - speed * t * t;
  }

  @Differentiable(order = 2)
  static double moving(double amplitude, double speed) {
    return EventProgramsMeetingRoot.solve(1, amplitude, speed);
  }
}
