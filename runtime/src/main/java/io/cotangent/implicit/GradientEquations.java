package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The equations that say that a function is stationary: {@code F} is its gradient with respect to
 * the unknowns.
 *
 * @param function a function of unknowns and parameters, with second derivatives
 * @param slope its derivative along a change {@code w} of the unknowns, as a function of the same
 *     array followed by {@code w}
 * @param arrangement where unknowns and parameters stand in that array
 * @param bound the same function of the unknowns alone, where the parameters are always the same
 */
public record GradientEquations(
    ScalarFunction function,
    Supplier<ScalarFunction> slope,
    Arrangement arrangement,
    Optional<ScalarFunction> bound)
    implements Equations {

  /**
   * Equations whose parameters may change.
   *
   * @param function a function of unknowns and parameters, with second derivatives
   * @param slope its derivative along a change {@code w} of the unknowns, as a function of the same
   *     array followed by {@code w}
   * @param arrangement where unknowns and parameters stand in that array
   */
  public GradientEquations(
      ScalarFunction function, Supplier<ScalarFunction> slope, Arrangement arrangement) {
    this(function, slope, arrangement, Optional.empty());
  }

  /**
   * The same for parameters that don't change.
   *
   * @param alone the function of the unknowns alone, with second derivatives
   * @return equations whose {@code theta} is always that of {@code alone}
   */
  public GradientEquations bound(ScalarFunction alone) {
    return new GradientEquations(function, slope, arrangement, Optional.of(alone));
  }

  @Override
  public int unknowns() {
    return arrangement.unknowns();
  }

  @Override
  public int parameters() {
    return arrangement.parameters();
  }

  @Override
  public void residual(double[] z, double[] theta, double[] out) {
    value(z, theta, out);
  }

  /**
   * The function's value and its gradient with respect to the unknowns.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param zBar overwritten with the gradient with respect to {@code z}
   * @return the value
   */
  double value(double[] z, double[] theta, double[] zBar) {
    if (bound.isPresent()) {
      return bound.get().valueAndGradient(z, zBar);
    }
    double[] gradient = new double[arrangement.size()];
    double value = function.valueAndGradient(arrangement.join(z, theta), gradient);
    arrangement.unknowns(gradient, zBar);
    return value;
  }

  /**
   * The function's value and its whole gradient.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param zBar overwritten with the gradient with respect to {@code z}
   * @param thetaBar overwritten with the gradient with respect to {@code theta}
   * @return the value
   */
  double valueAndGradient(double[] z, double[] theta, double[] zBar, double[] thetaBar) {
    double[] gradient = new double[arrangement.size()];
    double value = function.valueAndGradient(arrangement.join(z, theta), gradient);
    arrangement.unknowns(gradient, zBar);
    arrangement.parameters(gradient, thetaBar);
    return value;
  }

  /** The change of the parameters' gradient along a change of both. */
  double[] parametersAlong(double[] z, double[] theta, double[] zDot, double[] thetaDot) {
    double[] out = new double[theta.length];
    double[] product = function.hvp(arrangement.join(z, theta), arrangement.join(zDot, thetaDot));
    arrangement.parameters(product, out);
    return out;
  }

  @Override
  public Linearisation at(double[] z, double[] theta) {
    return new AtPoint(z.clone(), bound.isPresent() ? theta : theta.clone());
  }

  /** The derivatives at a point. */
  private final class AtPoint implements Linearisation, LinearOperator {
    private final double[] z;
    private final double[] theta;

    AtPoint(double[] z, double[] theta) {
      this.z = z;
      this.theta = theta;
    }

    @Override
    public boolean moveTo(double[] other) {
      Vectors.copy(other, z);
      return true;
    }

    private double[] point() {
      return arrangement.join(z, theta);
    }

    /** The change of the unknowns and parameters, of the others none. */
    private double[] along(double[] zDot, double[] thetaDot) {
      return function.hvp(point(), arrangement.join(zDot, thetaDot));
    }

    @Override
    public LinearOperator matrix() {
      return this;
    }

    @Override
    public boolean symmetric() {
      return true;
    }

    @Override
    public int size() {
      return unknowns();
    }

    @Override
    public void apply(double[] x, double[] out) {
      if (bound.isPresent()) {
        bound.get().hvp(z, x, out);
      } else {
        arrangement.unknowns(along(x, new double[parameters()]), out);
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      apply(x, out);
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      arrangement.unknowns(along(new double[unknowns()], thetaDot), out);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      arrangement.parameters(along(w, new double[parameters()]), out);
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      double[] none = new double[unknowns()];
      double[] direction = Arrangement.followed(arrangement.join(zDot, thetaDot), none);
      double[] product = slope.get().hvp(Arrangement.followed(point(), w), direction);
      arrangement.unknowns(product, zOut);
      arrangement.parameters(product, thetaOut);
    }
  }
}
