package io.cotangent.check;

/** A derivative that does not agree with what it was checked against. */
public final class GradientCheckError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String entry;
  private final double derivative;
  private final double reference;
  private final double tolerance;

  GradientCheckError(
      String message, String entry, double derivative, double reference, double tolerance) {
    super(message);
    this.entry = entry;
    this.derivative = derivative;
    this.reference = reference;
    this.tolerance = tolerance;
  }

  /**
   * The entry that is furthest off, such as {@code gradient[3]} or {@code jacobian[0][2]}.
   *
   * @return the entry's name
   */
  public String entry() {
    return entry;
  }

  /**
   * What the function gives for the entry.
   *
   * @return the derivative under test
   */
  public double derivative() {
    return derivative;
  }

  /**
   * What it was compared with.
   *
   * @return the value by finite differences, or by another of the function's derivatives
   */
  public double reference() {
    return reference;
  }

  /**
   * How far the two may be apart.
   *
   * @return an absolute tolerance; NaN where finite differences gave nothing to compare with
   */
  public double tolerance() {
    return tolerance;
  }
}
