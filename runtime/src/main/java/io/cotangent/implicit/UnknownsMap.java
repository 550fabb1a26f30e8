package io.cotangent.implicit;

import io.cotangent.VectorFunction;

/**
 * A generated function of the unknowns alone, its parameters bound, with what solvers use in every
 * iteration. Used by one thread at a time.
 */
public interface UnknownsMap extends VectorFunction {
  /**
   * Evaluates the function.
   *
   * @param z the unknowns
   * @param out overwritten with the value
   */
  void value(double[] z, double[] out);

  /**
   * The transposed derivative at a point, after one evaluation of the function there.
   *
   * @param z the unknowns; copied
   * @return products of the transpose with vectors
   */
  VectorMap pullback(double[] z);

  /**
   * The derivative at a point, after one evaluation of the function there.
   *
   * @param z the unknowns; copied
   * @return products with vectors
   */
  VectorMap pushforward(double[] z);
}
