package io.cotangent.fuzz.eval;

/**
 * First and second partial derivatives of an operation at a point, each with a bound on the size of
 * the terms that it is computed from.
 *
 * @param first one partial per argument
 * @param firstScale bounds for them
 * @param second the upper triangle of second partials, row by row
 * @param secondScale bounds for them
 */
record Jet(double[] first, double[] firstScale, double[] second, double[] secondScale) {

  /** One argument, partials that are computed without cancellation. */
  static Jet of(double p, double q) {
    return of(p, Math.abs(p), q, Math.abs(q));
  }

  /** One argument, partials with bounds of their own. */
  static Jet of(double p, double pScale, double q, double qScale) {
    return new Jet(
        new double[] {p}, new double[] {pScale}, new double[] {q}, new double[] {qScale});
  }

  /** Two arguments: partials in a and b, then second partials aa, ab, bb. */
  static Jet of2(double a, double b, double aa, double ab, double bb) {
    double[] first = {a, b};
    double[] second = {aa, ab, bb};
    return new Jet(first, magnitudes(first), second, magnitudes(second));
  }

  /** The same partials with other bounds for the second ones. */
  Jet secondScale(double... bounds) {
    return new Jet(first, firstScale, second, bounds);
  }

  /** Partials that are all zero: a piecewise constant operation. */
  static Jet zero(int arity) {
    double[] none = new double[arity];
    double[] nothing = new double[arity * (arity + 1) / 2];
    return new Jet(none, none, nothing, nothing);
  }

  static double[] magnitudes(double[] xs) {
    double[] result = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      result[i] = Math.abs(xs[i]);
    }
    return result;
  }

  /** The second partial's position in the packed triangle. */
  static int packed(int i, int j, int arity) {
    int row = Math.min(i, j);
    int column = Math.max(i, j);
    return row * arity - row * (row - 1) / 2 + column - row;
  }
}
