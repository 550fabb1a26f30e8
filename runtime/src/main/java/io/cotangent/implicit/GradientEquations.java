package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * The equations that say that a function is stationary: {@code F} is its gradient with respect to
 * {@code z}.
 *
 * @param function a function of {@code (z, θ)} in one array, with second derivatives
 * @param slope its derivative along {@code w}, as a function of {@code (z, θ, w)} in one array
 * @param unknowns the length of {@code z}
 * @param parameters the length of {@code θ}
 */
public record GradientEquations(
    ScalarFunction function, ScalarFunction slope, int unknowns, int parameters)
    implements Equations {

  @Override
  public void residual(double[] z, double[] theta, double[] out) {
    double[] gradient = new double[unknowns + parameters];
    function.valueAndGradient(join(z, theta), gradient);
    System.arraycopy(gradient, 0, out, 0, unknowns);
  }

  /**
   * The function's value and its whole gradient.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param gradient overwritten with the gradient with respect to {@code (z, θ)}
   * @return the value
   */
  public double valueAndGradient(double[] z, double[] theta, double[] gradient) {
    return function.valueAndGradient(join(z, theta), gradient);
  }

  private static double[] join(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  @Override
  public Linearisation at(double[] z, double[] theta) {
    return new AtPoint(join(z, theta));
  }

  /** The derivatives at a point. */
  private final class AtPoint implements Linearisation, LinearOperator {
    private final double[] point;
    private final double[] along;

    AtPoint(double[] point) {
      this.point = point;
      along = new double[point.length];
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
      return unknowns;
    }

    private double[] along(double[] x, int at) {
      Arrays.fill(along, 0);
      System.arraycopy(x, 0, along, at, x.length);
      return function.hvp(point, along);
    }

    @Override
    public void apply(double[] x, double[] out) {
      System.arraycopy(along(x, 0), 0, out, 0, unknowns);
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      apply(x, out);
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      System.arraycopy(along(thetaDot, unknowns), 0, out, 0, unknowns);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      System.arraycopy(along(w, 0), unknowns, out, 0, parameters);
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      double[] direction = join(join(zDot, thetaDot), new double[unknowns]);
      double[] product = slope.hvp(join(point, w), direction);
      Vectors.copy(Arrays.copyOf(product, unknowns), zOut);
      System.arraycopy(product, unknowns, thetaOut, 0, parameters);
    }
  }
}
