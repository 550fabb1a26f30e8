package io.cotangent.implicit;

/**
 * Remembers the solution of a derivative's linear system, from which the next one starts: for
 * problems that change little from one time to the next. Used by one thread at a time.
 */
public final class WarmStart {
  private double[] last = new double[0];

  /** Remembers nothing yet. */
  public WarmStart() {}

  /** What is remembered, if it has this length, else zeros. */
  double[] of(int length) {
    return last.length == length ? last.clone() : new double[length];
  }

  void remember(double[] solution) {
    last = solution.clone();
  }
}
