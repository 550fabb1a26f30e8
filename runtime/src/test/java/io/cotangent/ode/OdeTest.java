package io.cotangent.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Ode;
import io.cotangent.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Solutions against closed forms and tabulated values. */
class OdeTest {
  private static final double[] NONE = {};
  private static final OdeOptions RADAU = OdeOptions.DEFAULT.with(OdeMethod.RADAU);

  /** A harmonic oscillator. */
  private static final OdeSystem OSCILLATOR =
      (t, y, p, out) -> {
        out[0] = y[1];
        out[1] = -y[0];
      };

  @Test
  void theOscillatorForwardsAndBackwards() {
    double[] y0 = {1, 0};
    for (double t : new double[] {0, 0.1, 1, 20, -7}) {
      double[] y = Ode.solve(OSCILLATOR, y0, 0, t, NONE);
      assertArrayEquals(new double[] {Math.cos(t), -Math.sin(t)}, y, 3e-8, "t = " + t);
    }
    double[] times = {0, 0, 1, 2, 2, 5};
    double[][] states = Ode.solve(OSCILLATOR, y0, times, NONE, OdeOptions.DEFAULT);
    for (int i = 0; i < times.length; i++) {
      assertEquals(Math.cos(times[i]), states[i][0], 1e-8);
    }
  }

  @Test
  void errorsFollowTheTolerance() {
    double previous = Double.POSITIVE_INFINITY;
    for (double tolerance : new double[] {1e-4, 1e-6, 1e-8, 1e-10, 1e-12}) {
      OdeOptions options = OdeOptions.DEFAULT.withTolerances(tolerance, tolerance);
      double error =
          Math.abs(
              Ode.solve(OSCILLATOR, new double[] {1, 0}, 0, 10, NONE, options)[0] - Math.cos(10));
      assertTrue(error < 50 * tolerance && error < previous, tolerance + ": " + error);
      previous = error;
    }
  }

  @Test
  void denseOutputIsAsGoodAsTheSteps() {
    OdeSolution solution =
        Ode.integrate(OSCILLATOR, new double[] {1, 0}, 0, 10, NONE, OdeOptions.DEFAULT, List.of());
    for (double t = 0; t <= 10; t += 0.01) {
      assertEquals(Math.cos(t), solution.at(t)[0], 5e-8, "t = " + t);
    }
    assertArrayEquals(solution.last(), solution.at(10));
    assertThrows(IllegalArgumentException.class, () -> solution.at(10.1));
    assertThrows(IllegalArgumentException.class, () -> solution.at(Double.NaN));
  }

  @Test
  void eventsAndTheirEnd() {
    OdeEvent zero = new OdeEvent((t, y) -> y[0], false);
    OdeEvent third = new OdeEvent((t, y) -> t - 7, true);
    OdeSolution solution =
        Ode.integrate(
            OSCILLATOR,
            new double[] {1, 0},
            0,
            100,
            NONE,
            OdeOptions.DEFAULT,
            List.of(zero, third));
    assertEquals(3, solution.events().size());
    assertEquals(Math.PI / 2, solution.events().get(0).t(), 1e-8);
    assertEquals(1.5 * Math.PI, solution.events().get(1).t(), 1e-8);
    assertEquals(1, solution.events().get(2).index());
    assertEquals(7, solution.end(), 1e-12);
    assertEquals(Math.cos(7), solution.last()[0], 1e-8);
    OdeSolution backwards =
        Ode.integrate(
            OSCILLATOR, new double[] {1, 0}, 0, -5, NONE, OdeOptions.DEFAULT, List.of(zero));
    assertEquals(-Math.PI / 2, backwards.events().get(0).t(), 1e-8);
    assertEquals(Math.cos(3), backwards.at(-3)[0], 1e-7);
  }

  /** A change of sign beside it would be missed without a word. */
  @Test
  void anEventThatIsNotANumberThrows() {
    OdeEvent height = new OdeEvent((t, y) -> Math.sqrt(y[0]) - 0.5, true);
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class,
            () ->
                Ode.integrate(
                    OSCILLATOR,
                    new double[] {0.2, -1},
                    0,
                    10,
                    NONE,
                    OdeOptions.DEFAULT,
                    List.of(height)));
    assertEquals(Status.DIVERGED, thrown.status());
    assertTrue(thrown.getMessage().endsWith("the function of event 0 is not a number"));
  }

  /** E. Hairer and G. Wanner's test set: Robertson's problem at t = 40. */
  @Test
  void aStiffSystem() {
    double[] p = {0.04, 1e4, 3e7};
    OdeOptions options = RADAU.withTolerances(1e-12, 1e-9);
    double[] y = Ode.solve(Systems.ROBERTSON, new double[] {1, 0, 0}, 0, 40, p, options);
    assertArrayEquals(REFERENCE, y, 1e-8);
    OdeSolution solution =
        Ode.integrate(Systems.ROBERTSON, new double[] {1, 0, 0}, 0, 1e5, p, options, List.of());
    assertTrue(solution.steps() < 2000, "steps: " + solution.steps());
    assertArrayEquals(REFERENCE, solution.at(40), 1e-7);
    double[] late = solution.last();
    assertEquals(1, late[0] + late[1] + late[2], 1e-9);
  }

  private static final double[] REFERENCE = {0.715827068719, 9.18553476456e-06, 0.284163745746};

  @Test
  void radauOnASystemThatIsNotStiff() {
    double[] p = {1.1, 0.4, 0.1, 0.4};
    double[] y0 = {10, 5};
    double[] explicit = Ode.solve(Systems.PREDATORS, y0, 0, 10, p);
    assertArrayEquals(explicit, Ode.solve(Systems.PREDATORS, y0, 0, 10, p, RADAU), 2e-6);
  }

  private static ConvergenceException failure(OdeSystem system, OdeOptions options) {
    return assertThrows(
        ConvergenceException.class, () -> Ode.solve(system, new double[] {1}, 0, 2, NONE, options));
  }

  @Test
  void failuresThrow() {
    ConvergenceException pole = failure((t, y, p, out) -> out[0] = y[0] * y[0], OdeOptions.DEFAULT);
    assertTrue(pole.getMessage().startsWith("at t = 0.99999"), pole.getMessage());
    assertEquals(
        Status.DIVERGED,
        failure((t, y, p, out) -> out[0] = t < 1 ? 1 : Double.NaN, OdeOptions.DEFAULT).status());
    assertEquals(
        Status.MAX_ITERATIONS,
        failure((t, y, p, out) -> out[0] = -1e6 * y[0], OdeOptions.DEFAULT.withMaxSteps(100))
            .status());
    assertThrows(
        UnsupportedOperationException.class,
        () -> Ode.solve(OSCILLATOR, new double[] {1, 0}, 0, 1, NONE, RADAU));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Ode.solve(OSCILLATOR, new double[2], new double[] {0, 2, 1}, NONE, OdeOptions.DEFAULT));
    assertThrows(IllegalArgumentException.class, () -> OdeOptions.DEFAULT.withTolerances(0, 1e-9));
    assertThrows(IllegalArgumentException.class, () -> OdeOptions.DEFAULT.withCheckpoints(1));
  }
}
