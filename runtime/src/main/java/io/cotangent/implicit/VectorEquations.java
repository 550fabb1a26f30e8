package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;

/**
 * Equations from a generated function of unknowns and parameters: {@code F} itself, or {@code f -
 * z}.
 *
 * @param function {@code F}, or {@code f} of a fixed point
 * @param weighted {@code ⟨w, F⟩} as a function of the same array followed by {@code w}
 * @param arrangement where unknowns and parameters stand in that array
 * @param fixedPoint whether {@code F} is {@code f - z}
 */
public record VectorEquations(
    VectorFunction function, ScalarFunction weighted, Arrangement arrangement, boolean fixedPoint)
    implements Equations {

  /**
   * One equation for one unknown.
   *
   * @param function {@code F}, or {@code f} of a fixed point
   * @param weighted {@code w F} as a function of the same array followed by {@code w}
   * @param arrangement where unknown and parameters stand in that array
   * @param fixedPoint whether {@code F} is {@code f - z}
   */
  public VectorEquations(
      ScalarFunction function,
      ScalarFunction weighted,
      Arrangement arrangement,
      boolean fixedPoint) {
    this(new OneNumber(function), weighted, arrangement, fixedPoint);
  }

  @Override
  public int unknowns() {
    return arrangement.unknowns();
  }

  @Override
  public int parameters() {
    return arrangement.parameters();
  }

  /**
   * Evaluates the function.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param out overwritten with {@code F}, or {@code f} of a fixed point
   */
  void value(double[] z, double[] theta, double[] out) {
    double[] value = function.value(arrangement.join(z, theta));
    if (value.length != unknowns()) {
      throw new IllegalArgumentException(
          "the method gives " + value.length + " numbers for " + unknowns() + " unknowns");
    }
    Vectors.copy(value, out);
  }

  @Override
  public void residual(double[] z, double[] theta, double[] out) {
    value(z, theta, out);
    if (fixedPoint) {
      Vectors.add(out, -1, z);
    }
  }

  @Override
  public Linearisation at(double[] z, double[] theta) {
    return new AtPoint(arrangement.join(z, theta));
  }

  /** The derivatives at a point. */
  private final class AtPoint implements Linearisation, LinearOperator {
    private final double[] point;
    private final double[] none = new double[unknowns()];
    private final double[] fixed = new double[parameters()];

    AtPoint(double[] point) {
      this.point = point;
    }

    @Override
    public LinearOperator matrix() {
      return this;
    }

    @Override
    public boolean symmetric() {
      return false;
    }

    @Override
    public int size() {
      return unknowns();
    }

    @Override
    public void apply(double[] x, double[] out) {
      Vectors.copy(function.jvp(point, arrangement.join(x, fixed)), out);
      if (fixedPoint) {
        Vectors.add(out, -1, x);
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      arrangement.unknowns(function.vjp(point, x), out);
      if (fixedPoint) {
        Vectors.add(out, -1, x);
      }
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      Vectors.copy(function.jvp(point, arrangement.join(none, thetaDot)), out);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      arrangement.parameters(function.vjp(point, w), out);
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      double[] direction = Arrangement.followed(arrangement.join(zDot, thetaDot), none);
      double[] product = weighted.hvp(Arrangement.followed(point, w), direction);
      arrangement.unknowns(product, zOut);
      arrangement.parameters(product, thetaOut);
    }
  }
}
