package io.cotangent.hipparchus;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.EqualityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.InequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/** Function objects for Hipparchus' optimisers. */
public final class Functions {
  private Functions() {}

  /**
   * A function as the objective of a scalar optimiser. Where it has second derivatives, it is a
   * {@link TwiceDifferentiableFunction}, as sequential quadratic programming wants it.
   *
   * @param f the function
   * @return its values
   */
  public static ObjectiveFunction objective(ScalarFunction f) {
    return new ObjectiveFunction(f.order() < 2 ? f::value : twiceDifferentiable(f));
  }

  /**
   * A function's gradient for an optimiser that takes one, beside {@link #objective}.
   *
   * @param f the function
   * @return its gradient, by reverse mode
   */
  public static ObjectiveFunctionGradient gradient(ScalarFunction f) {
    return new ObjectiveFunctionGradient(x -> gradient(f, x));
  }

  private static double[] gradient(ScalarFunction f, double[] x) {
    double[] out = new double[f.dimension()];
    f.valueAndGradient(x, out);
    return out;
  }

  /**
   * A function with gradient and Hessian, for sequential quadratic programming.
   *
   * @param f a function of order 2
   * @return the function
   * @throws IllegalArgumentException if it has no second derivatives
   */
  public static TwiceDifferentiableFunction twiceDifferentiable(ScalarFunction f) {
    if (f.order() < 2) {
      throw new IllegalArgumentException("no Hessian: set order = 2 in @Differentiable");
    }
    return new TwiceDifferentiableFunction() {
      @Override
      public int dim() {
        return f.dimension();
      }

      @Override
      public double value(RealVector x) {
        return f.value(x.toArray());
      }

      @Override
      public RealVector gradient(RealVector x) {
        return new ArrayRealVector(Functions.gradient(f, x.toArray()), false);
      }

      @Override
      public RealMatrix hessian(RealVector x) {
        return new Array2DRowRealMatrix(f.hessian(x.toArray()), false);
      }
    };
  }

  /**
   * A model with its Jacobian for the least squares optimisers.
   *
   * @param f the model, whose value is compared with the targets
   * @return value and Jacobian
   */
  public static MultivariateJacobianFunction model(VectorFunction f) {
    return x -> {
      double[] at = x.toArray();
      RealVector value = new ArrayRealVector(f.value(at), false);
      return new Pair<>(value, new Array2DRowRealMatrix(f.jacobian(at), false));
    };
  }

  /**
   * The constraint {@code f(x) = target}.
   *
   * @param f the constrained function
   * @param target the values it must have
   * @return the constraint
   */
  public static EqualityConstraint equality(VectorFunction f, double[] target) {
    return new EqualityConstraint(new ArrayRealVector(target)) {
      @Override
      public int dim() {
        return f.dimension();
      }

      @Override
      public RealVector value(RealVector x) {
        return new ArrayRealVector(f.value(x.toArray()), false);
      }

      @Override
      public RealMatrix jacobian(RealVector x) {
        return new Array2DRowRealMatrix(f.jacobian(x.toArray()), false);
      }
    };
  }

  /**
   * The constraint {@code f(x) >= bound}.
   *
   * @param f the constrained function
   * @param bound the values it must reach
   * @return the constraint
   */
  public static InequalityConstraint atLeast(VectorFunction f, double[] bound) {
    return new InequalityConstraint(new ArrayRealVector(bound)) {
      @Override
      public int dim() {
        return f.dimension();
      }

      @Override
      public RealVector value(RealVector x) {
        return new ArrayRealVector(f.value(x.toArray()), false);
      }

      @Override
      public RealMatrix jacobian(RealVector x) {
        return new Array2DRowRealMatrix(f.jacobian(x.toArray()), false);
      }
    };
  }
}
