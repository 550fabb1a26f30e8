package io.cotangent.ode;

/**
 * One step of a method.
 *
 * @param t where it starts
 * @param end where it ends
 * @param start the state there
 * @param result the state at its end
 * @param stages what the method's derivative and dense output need
 * @param error the error estimate in units of the tolerance; NaN if the step failed
 */
record Step(
    double t, double end, double[] start, double[] result, double[][] stages, double error) {
  double h() {
    return end - t;
  }
}
