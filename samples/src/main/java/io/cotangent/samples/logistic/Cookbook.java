package io.cotangent.samples.logistic;

/**
 * The figures of the logistic regression in JAX's autodiff cookbook.
 *
 * <p>The four inputs and targets are as printed there; the weights are what the cookbook's random
 * key draws (32-bit floats, widened).
 */
final class Cookbook {

  static final double[][] INPUTS = {
    {0.52, 1.12, 0.77}, {0.88, -1.08, 0.15}, {0.52, 0.06, -1.30}, {0.74, -2.49, 1.39}
  };
  static final boolean[] TARGETS = {true, true, false, true};
  static final double[] W = {-0.3683878183364868, -2.275688886642456, 0.01144756656140089};
  static final double B = 0.8535517454147339;

  /** What the cookbook prints, in single precision. */
  static final double[] PRINTED_W_GRADIENT = {-0.16965576, -0.8774645, -1.4901344};

  static final double PRINTED_B_GRADIENT = -0.29227236;
  static final double PRINTED_LOSS = 3.051939;

  private Cookbook() {}
}
