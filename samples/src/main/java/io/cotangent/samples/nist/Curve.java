package io.cotangent.samples.nist;

/**
 * A curve to be fitted, with its Jacobian in two ways.
 *
 * @param values the method that was written
 * @param generated the Jacobian that Cotangent generated from it
 * @param byHand the same Jacobian with pencil and paper
 */
record Curve(Values values, Jacobian generated, Jacobian byHand) {

  /** The curve's values at all observations. */
  interface Values {
    double[] at(double[] b, double[][] x);
  }

  /** A row per observation, a column per parameter. */
  interface Jacobian {
    double[][] at(double[] b, double[][] x);
  }

  /** The curve's values at all observations, for a curve of one predictor. */
  interface PlainValues {
    double[] at(double[] b, double[] x);
  }

  /** The Jacobian of a curve of one predictor. */
  interface PlainJacobian {
    double[][] at(double[] b, double[] x);
  }

  /** A curve of one predictor. */
  static Curve of(PlainValues values, PlainJacobian generated, PlainJacobian byHand) {
    return new Curve(
        (b, x) -> values.at(b, x[0]),
        (b, x) -> generated.at(b, x[0]),
        (b, x) -> byHand.at(b, x[0]));
  }
}
