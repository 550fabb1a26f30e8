package io.cotangent.implicit;

/** A function from vectors to vectors. */
@FunctionalInterface
public interface VectorMap {
  /**
   * Evaluates the function.
   *
   * @param x the argument; left as it is
   * @param out overwritten with the value; not the same array as {@code x}
   */
  void apply(double[] x, double[] out);
}
