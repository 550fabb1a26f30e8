package io.cotangent.runtime;

/** What generated code calls where a derivative is asked for that nobody can tell. */
public final class Missing {
  private Missing() {}

  /**
   * Ends the computation.
   *
   * @param method the generated method whose derivative is asked for
   * @throws UnsupportedOperationException always
   */
  public static void derivativeOfSolution(String method) {
    throw new UnsupportedOperationException(
        "the derivative of "
            + method
            + " is asked for, but derivatives of solutions are told to second order only");
  }
}
