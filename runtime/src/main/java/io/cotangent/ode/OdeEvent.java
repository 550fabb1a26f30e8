package io.cotangent.ode;

/**
 * Something to be found on the way: where a function of time and state changes its sign.
 *
 * @param function the function
 * @param terminal whether the integration ends there
 */
public record OdeEvent(Function function, boolean terminal) {
  /** A function of time and state. */
  @FunctionalInterface
  public interface Function {
    /**
     * Evaluates.
     *
     * @param t the time
     * @param y the state; not to be written to
     * @return a number whose sign is watched
     */
    double at(double t, double[] y);
  }

  /**
   * An event that was found.
   *
   * @param index which of the events given, from 0
   * @param t when
   * @param y the state then
   */
  public record Occurrence(int index, double t, double[] y) {}
}
