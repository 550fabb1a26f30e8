package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import java.util.Optional;

/** The derivatives of {@link Equations} at a point. Used by one thread at a time. */
public interface Linearisation {
  /**
   * The derivative with respect to the unknowns.
   *
   * @return {@code F_z}
   */
  LinearOperator matrix();

  /**
   * Makes these the derivatives at another point, with the same parameters, where that needs no
   * memory of its own.
   *
   * @param z the unknowns; copied
   * @return whether they are; else nothing has changed
   */
  default boolean moveTo(double[] z) {
    return false;
  }

  /**
   * Whether {@link #matrix()} is symmetric.
   *
   * @return whether it is, by its kind
   */
  boolean symmetric();

  /**
   * Something near the inverse of {@link #matrix()}, or near the negative of that.
   *
   * @return it, if there is one
   */
  default Optional<LinearOperator> preconditioner() {
    return Optional.empty();
  }

  /**
   * The derivative along a change of the parameters.
   *
   * @param thetaDot the change
   * @param out overwritten with {@code F_θ θ̇}
   */
  void alongParameters(double[] thetaDot, double[] out);

  /**
   * The transpose of the derivative with respect to the parameters, times a vector.
   *
   * @param w the vector
   * @param out overwritten with {@code F_θᵀ w}
   */
  void toParameters(double[] w, double[] out);

  /**
   * The derivative of {@code (F_zᵀ w, F_θᵀ w)} along a change of unknowns and parameters, with
   * {@code w} held fixed.
   *
   * @param w the vector
   * @param zDot the change of the unknowns
   * @param thetaDot the change of the parameters
   * @param zOut overwritten with the change of {@code F_zᵀ w}
   * @param thetaOut overwritten with the change of {@code F_θᵀ w}
   * @throws UnsupportedOperationException if there are no second derivatives
   */
  void curvature(double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut);
}
