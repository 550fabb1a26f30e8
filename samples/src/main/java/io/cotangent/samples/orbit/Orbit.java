package io.cotangent.samples.orbit;

import io.cotangent.Differentiable;
import io.cotangent.Ode;
import io.cotangent.ode.OdeOptions;

/**
 * A body's orbit in its plane about a centre of attraction 1: two coordinates and two velocities,
 * in units in which an orbit of semi-major axis 1 takes 2π.
 */
final class Orbit {
  static final OdeOptions FINE = OdeOptions.DEFAULT.withTolerances(1e-12, 1e-12);

  private Orbit() {}

  /** The state at the point nearest to the centre of an orbit of semi-major axis 1. */
  static double[] nearest(double eccentricity) {
    return new double[] {
      1 - eccentricity, 0, 0, Math.sqrt((1 + eccentricity) / (1 - eccentricity))
    };
  }

  /** The state after a time; its Jacobian in the state is the state transition matrix. */
  @Differentiable
  static double[] flown(double[] state, double time) {
    return Ode.solve(
        (t, y, p, out) -> {
          double square = y[0] * y[0] + y[1] * y[1];
          double pull = 1 / (square * Math.sqrt(square));
          out[0] = y[2];
          out[1] = y[3];
          out[2] = -pull * y[0];
          out[3] = -pull * y[1];
        },
        state,
        0,
        time,
        new double[0],
        FINE);
  }

  /** The time that the state's orbit takes, by Kepler's third law. */
  @Differentiable
  static double period(double[] state) {
    double speed = state[2] * state[2] + state[3] * state[3];
    double axis = 1 / (2 / Math.hypot(state[0], state[1]) - speed);
    return 2 * Math.PI * axis * Math.sqrt(axis);
  }
}
