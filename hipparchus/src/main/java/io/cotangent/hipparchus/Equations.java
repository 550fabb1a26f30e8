package io.cotangent.hipparchus;

import io.cotangent.ode.OdeSystem;
import java.util.List;
import org.hipparchus.ode.ODEJacobiansProvider;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/** Systems of differential equations for Hipparchus' integrators. */
public final class Equations {
  private Equations() {}

  /**
   * A system as an equation to be integrated.
   *
   * @param system the right-hand side
   * @param states the number of entries of the state
   * @param parameters the parameters
   * @return the equation
   */
  public static OrdinaryDifferentialEquation equation(
      OdeSystem system, int states, double[] parameters) {
    return new Equation(system, states, parameters.clone(), List.of());
  }

  /**
   * A system with its Jacobians, for Hipparchus' variational equations: the state transition matrix
   * and the sensitivities to parameters come with the solution.
   *
   * @param system the right-hand side, with derivatives
   * @param states the number of entries of the state
   * @param parameters the parameters
   * @param names a name for each parameter
   * @return the equation
   */
  public static ODEJacobiansProvider withJacobians(
      OdeSystem system, int states, double[] parameters, List<String> names) {
    if (names.size() != parameters.length) {
      throw new IllegalArgumentException(
          names.size() + " names for " + parameters.length + " parameters");
    }
    return new Equation(system, states, parameters.clone(), List.copyOf(names));
  }

  private record Equation(OdeSystem system, int states, double[] parameters, List<String> names)
      implements ODEJacobiansProvider {
    @Override
    public int getDimension() {
      return states;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
      double[] out = new double[states];
      system.rate(t, y, parameters, out);
      return out;
    }

    @Override
    public double[][] computeMainStateJacobian(double t, double[] y, double[] yDot) {
      double[][] out = new double[states][states];
      for (int j = 0; j < states; j++) {
        double[] unit = new double[states];
        unit[j] = 1;
        double[] column = tangent(t, y, unit, new double[parameters.length]);
        for (int i = 0; i < states; i++) {
          out[i][j] = column[i];
        }
      }
      return out;
    }

    @Override
    public List<String> getParametersNames() {
      return names;
    }

    @Override
    public boolean isSupported(String name) {
      return names.contains(name);
    }

    @Override
    public double[] computeParameterJacobian(double t, double[] y, double[] yDot, String name) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("no parameter " + name + ", but " + names);
      }
      double[] unit = new double[parameters.length];
      unit[names.indexOf(name)] = 1;
      return tangent(t, y, new double[states], unit);
    }

    private double[] tangent(double t, double[] y, double[] yDot, double[] pDot) {
      double[] out = new double[states];
      system.jvp(t, y, parameters, 0, yDot, pDot, out);
      return out;
    }
  }
}
