package io.cotangent.check;

/** Compares the entries of one derivative and remembers the one that is furthest off. */
final class Comparison {
  /** How much of the derivatives' scale a finite difference's error may be. */
  private static final double UNSETTLED = 1e-3;

  /** How much an error estimate is trusted to miss. */
  private static final double SAFETY = 10;

  private final String derivativeName;
  private final String referenceName;
  private int entries;
  private int wrong;
  private double worst;
  private GradientCheckError error;

  Comparison(String derivativeName, String referenceName) {
    this.derivativeName = derivativeName;
    this.referenceName = referenceName;
  }

  /** Compares with a value that is exact but for rounding. */
  void exact(String entry, double derivative, double reference, double tolerance) {
    entries++;
    double difference = Math.abs(derivative - reference);
    boolean equal = Double.compare(derivative, reference) == 0 || difference <= tolerance;
    if (!equal) {
      keep(
          Double.isFinite(difference) ? difference / tolerance : Double.POSITIVE_INFINITY,
          new GradientCheckError(
              entry
                  + derivativeName
                  + " is "
                  + derivative
                  + " but "
                  + referenceName
                  + " "
                  + reference
                  + " (difference "
                  + difference
                  + ", tolerance "
                  + tolerance
                  + ")",
              entry,
              derivative,
              reference,
              tolerance));
    }
  }

  /**
   * Compares with a finite difference.
   *
   * @param noise what rounding may add to the derivative
   * @param scale the size of the derivatives around, against which the differences must settle
   */
  void finiteDifference(
      String entry,
      double derivative,
      double reference,
      double estimate,
      double relative,
      double noise,
      double scale) {
    double slack = SAFETY * estimate;
    if (slack <= UNSETTLED * scale || (estimate == 0 && scale == 0)) {
      double size = Math.max(Math.abs(derivative), Math.abs(reference));
      double tolerance = relative * (Double.isFinite(size) ? size : 0) + slack + noise;
      exact(entry, derivative, reference, tolerance);
      return;
    }
    entries++;
    keep(
        Double.MAX_VALUE,
        new GradientCheckError(
            "finite differences do not settle for "
                + entry
                + derivativeName
                + ", which is "
                + derivative
                + ": "
                + (estimate == Double.POSITIVE_INFINITY
                    ? "the function is not defined around x"
                    : "they give " + reference + ", give or take " + estimate)
                + "; x may be at a kink, a jump or the edge of the domain: choose another x",
            entry,
            derivative,
            estimate == Double.POSITIVE_INFINITY ? Double.NaN : reference,
            Double.NaN));
  }

  private void keep(double badness, GradientCheckError found) {
    wrong++;
    if (error == null || badness > worst) {
      worst = badness;
      error = found;
    }
  }

  /** Throws the error of the worst entry, if any entry was off. */
  void done() {
    if (error == null) {
      return;
    }
    String count = wrong == 1 ? "" : wrong + " of " + entries + " entries are off, the worst: ";
    throw new GradientCheckError(
        count + error.getMessage(),
        error.entry(),
        error.derivative(),
        error.reference(),
        error.tolerance());
  }
}
