package io.cotangent.implicit;

/** Equations {@code F(z, θ) = 0} for the unknowns {@code z}, with derivatives. */
public interface Equations {
  /**
   * The number of unknowns and of equations.
   *
   * @return the length of {@code z}
   */
  int unknowns();

  /**
   * The number of parameters.
   *
   * @return the length of {@code θ}
   */
  int parameters();

  /**
   * Evaluates the equations.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param out overwritten with {@code F(z, θ)}
   */
  void residual(double[] z, double[] theta, double[] out);

  /**
   * The equations' linearisation.
   *
   * @param z the unknowns; copied
   * @param theta the parameters; copied
   * @return the derivatives there
   */
  Linearisation at(double[] z, double[] theta);
}
