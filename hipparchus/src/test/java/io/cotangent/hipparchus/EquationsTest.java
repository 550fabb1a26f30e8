package io.cotangent.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.Ode;
import io.cotangent.ode.OdeOptions;
import io.cotangent.ode.OdeSystem;
import java.util.List;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEJacobiansProvider;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.VariationalEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** Hipparchus' integrators on systems, and against {@link Ode}. */
class EquationsTest {
  /** A damped pendulum. */
  private static final OdeSystem PENDULUM =
      new OdeSystem() {
        @Override
        public void rate(double t, double[] y, double[] p, double[] out) {
          out[0] = y[1];
          out[1] = -p[0] * Math.sin(y[0]) - p[1] * y[1];
        }

        @Override
        public void jvp(
            double t,
            double[] y,
            double[] p,
            double tDot,
            double[] yDot,
            double[] pDot,
            double[] out) {
          out[0] = yDot[1];
          out[1] =
              -pDot[0] * Math.sin(y[0])
                  - p[0] * Math.cos(y[0]) * yDot[0]
                  - pDot[1] * y[1]
                  - p[1] * yDot[1];
        }
      };

  private static final double[] Y0 = {1, 0.5};
  private static final double[] P = {2, 0.3};

  private static DormandPrince853Integrator integrator() {
    return new DormandPrince853Integrator(1e-12, 1, 1e-12, 1e-12);
  }

  @Test
  void bothIntegratorsAgree() {
    double[] theirs =
        integrator()
            .integrate(
                new ExpandableODE(Equations.equation(PENDULUM, 2, P)), new ODEState(0, Y0), 3)
            .getPrimaryState();
    assertArrayEquals(theirs, Ode.solve(PENDULUM, Y0, 0, 3, P), 1e-7);
  }

  @Test
  void variationalEquationsAgreeWithForwardSensitivities() {
    ODEJacobiansProvider equation =
        Equations.withJacobians(PENDULUM, 2, P, List.of("gravity", "friction"));
    ExpandableODE expandable = new ExpandableODE(equation);
    VariationalEquation variational = new VariationalEquation(expandable, equation);
    ODEState start = variational.setUpInitialState(new ODEState(0, Y0));
    ODEStateAndDerivative end = integrator().integrate(expandable, start, 3);
    double[][] transition = variational.extractMainSetJacobian(end);
    double[] friction = variational.extractParameterJacobian(end, "friction");
    double[][] ours = Ode.sensitivities(PENDULUM, Y0, 0, 3, P, OdeOptions.DEFAULT);
    for (int i = 0; i < 2; i++) {
      assertEquals(transition[i][0], ours[i][0], 1e-6);
      assertEquals(transition[i][1], ours[i][1], 1e-6);
      assertEquals(friction[i], ours[i][3], 1e-6);
    }
  }

  @Test
  void namesMustFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Equations.withJacobians(PENDULUM, 2, P, List.of("gravity")));
    ODEJacobiansProvider equation = Equations.withJacobians(PENDULUM, 2, P, List.of("a", "b"));
    assertThrows(
        IllegalArgumentException.class, () -> equation.computeParameterJacobian(0, Y0, Y0, "c"));
  }
}
