package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Equations from a generated function of {@code (z, θ)}: {@code F} itself, or {@code f - z}.
 *
 * @param function {@code F}, or {@code f} of a fixed point; of {@code (z, θ)} in one array
 * @param weighted {@code ⟨w, F⟩} as a function of {@code (z, θ, w)} in one array
 * @param unknowns the length of {@code z}
 * @param parameters the length of {@code θ}
 * @param fixedPoint whether {@code F} is {@code f - z}
 */
public record VectorEquations(
    VectorFunction function,
    ScalarFunction weighted,
    int unknowns,
    int parameters,
    boolean fixedPoint)
    implements Equations {

  /**
   * Evaluates the function.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param out overwritten with {@code F}, or {@code f} of a fixed point
   */
  void value(double[] z, double[] theta, double[] out) {
    double[] value = function.value(join(z, theta));
    if (value.length != unknowns) {
      throw new IllegalArgumentException(
          "the method gives " + value.length + " numbers for " + unknowns + " unknowns");
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
      return false;
    }

    @Override
    public int size() {
      return unknowns;
    }

    @Override
    public void apply(double[] x, double[] out) {
      Arrays.fill(along, 0);
      Vectors.copy(x, along);
      Vectors.copy(function.jvp(point, along), out);
      if (fixedPoint) {
        Vectors.add(out, -1, x);
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      System.arraycopy(function.vjp(point, x), 0, out, 0, unknowns);
      if (fixedPoint) {
        Vectors.add(out, -1, x);
      }
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      Arrays.fill(along, 0);
      System.arraycopy(thetaDot, 0, along, unknowns, parameters);
      Vectors.copy(function.jvp(point, along), out);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      System.arraycopy(function.vjp(point, w), unknowns, out, 0, parameters);
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      double[] direction = join(join(zDot, thetaDot), new double[unknowns]);
      double[] product = weighted.hvp(join(point, w), direction);
      System.arraycopy(product, 0, zOut, 0, unknowns);
      System.arraycopy(product, unknowns, thetaOut, 0, parameters);
    }
  }
}
