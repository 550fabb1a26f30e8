package io.cotangent.ode;

/** How to integrate; immutable. */
public final class OdeOptions {
  /** Dormand-Prince, tolerances 1e-9 and 1e-9, 100,000 steps, the discrete adjoint. */
  public static final OdeOptions DEFAULT =
      new OdeOptions(
          OdeMethod.DORMAND_PRINCE, 1e-9, 1e-9, 100_000, Integer.MAX_VALUE, OdeAdjoint.DISCRETE);

  private final OdeMethod method;
  private final double absolute;
  private final double relative;
  private final int maxSteps;
  private final int checkpoints;
  private final OdeAdjoint adjoint;

  private OdeOptions(
      OdeMethod method,
      double absolute,
      double relative,
      int maxSteps,
      int checkpoints,
      OdeAdjoint adjoint) {
    this.method = method;
    this.absolute = absolute;
    this.relative = relative;
    this.maxSteps = maxSteps;
    this.checkpoints = checkpoints;
    this.adjoint = adjoint;
  }

  /**
   * Sets the method.
   *
   * @param method the method
   * @return these options with it
   */
  public OdeOptions with(OdeMethod method) {
    return new OdeOptions(method, absolute, relative, maxSteps, checkpoints, adjoint);
  }

  /**
   * Sets the tolerances: a step's error estimate stays below {@code absolute + relative |y|}, in
   * the root mean square over the state.
   *
   * @param absolute the absolute tolerance, positive
   * @param relative the relative tolerance, not below 1e-14
   * @return these options with them
   */
  public OdeOptions withTolerances(double absolute, double relative) {
    if (!(absolute > 0) || !(relative >= 1e-14)) {
      throw new IllegalArgumentException("tolerances are " + absolute + " and " + relative);
    }
    return new OdeOptions(method, absolute, relative, maxSteps, checkpoints, adjoint);
  }

  /**
   * Sets the limit of accepted and rejected steps.
   *
   * @param maxSteps the most steps to try
   * @return these options with it
   */
  public OdeOptions withMaxSteps(int maxSteps) {
    return new OdeOptions(method, absolute, relative, maxSteps, checkpoints, adjoint);
  }

  /**
   * Sets how many states the discrete adjoint keeps; those between are computed again, at the cost
   * of one more integration.
   *
   * @param checkpoints the most states to keep, at least 2
   * @return these options with it
   */
  public OdeOptions withCheckpoints(int checkpoints) {
    if (checkpoints < 2) {
      throw new IllegalArgumentException(checkpoints + " checkpoints, but 2 are needed");
    }
    return new OdeOptions(method, absolute, relative, maxSteps, checkpoints, adjoint);
  }

  /**
   * Sets how reverse mode goes.
   *
   * @param adjoint the adjoint
   * @return these options with it
   */
  public OdeOptions with(OdeAdjoint adjoint) {
    return new OdeOptions(method, absolute, relative, maxSteps, checkpoints, adjoint);
  }

  /** {@return the method} */
  public OdeMethod method() {
    return method;
  }

  /** {@return the absolute tolerance} */
  public double absolute() {
    return absolute;
  }

  /** {@return the relative tolerance} */
  public double relative() {
    return relative;
  }

  /** {@return the most steps to try} */
  public int maxSteps() {
    return maxSteps;
  }

  /** {@return the most states that the discrete adjoint keeps} */
  public int checkpoints() {
    return checkpoints;
  }

  /** {@return how reverse mode goes} */
  public OdeAdjoint adjoint() {
    return adjoint;
  }
}
