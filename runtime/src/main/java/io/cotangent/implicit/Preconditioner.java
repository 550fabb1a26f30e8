package io.cotangent.implicit;

import io.cotangent.VectorFunction;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Optional;

/** Something near the inverse of the equations' matrix, as a linear function of a vector. */
@FunctionalInterface
public interface Preconditioner {
  /**
   * The function at a point.
   *
   * @param z the unknowns
   * @return a linear function of vectors of the length of {@code z}, with its derivatives
   */
  VectorFunction at(double[] z);

  /** The operator at a point; its transpose is the function's reverse derivative. */
  default LinearOperator operator(double[] z) {
    VectorFunction function = at(z);
    double[] origin = new double[z.length];
    return new LinearOperator() {
      @Override
      public int size() {
        return origin.length;
      }

      @Override
      public void apply(double[] x, double[] out) {
        Vectors.copy(function.value(x), out);
      }

      @Override
      public void applyTransposed(double[] x, double[] out) {
        Vectors.copy(function.vjp(origin, x), out);
      }
    };
  }

  /** Equations whose linearisations have a preconditioner. */
  record Of(Equations original, Preconditioner preconditioner) implements Equations {
    @Override
    public int unknowns() {
      return original.unknowns();
    }

    @Override
    public int parameters() {
      return original.parameters();
    }

    @Override
    public void residual(double[] z, double[] theta, double[] out) {
      original.residual(z, theta, out);
    }

    @Override
    public Linearisation at(double[] z, double[] theta) {
      return new At(original.at(z, theta), preconditioner.operator(z.clone()));
    }
  }

  /** A linearisation with a preconditioner. */
  record At(Linearisation original, LinearOperator operator) implements Linearisation {
    @Override
    public LinearOperator matrix() {
      return original.matrix();
    }

    @Override
    public boolean symmetric() {
      return original.symmetric();
    }

    @Override
    public Optional<LinearOperator> preconditioner() {
      return Optional.of(operator);
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      original.alongParameters(thetaDot, out);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      original.toParameters(w, out);
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      original.curvature(w, zDot, thetaDot, zOut, thetaOut);
    }
  }
}
