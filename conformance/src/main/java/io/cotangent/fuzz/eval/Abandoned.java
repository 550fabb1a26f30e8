package io.cotangent.fuzz.eval;

/** The interpreter gave up: the program ran for too long, or is not one it can run. */
public final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Abandoned(String message) {
    super(message, null, false, false);
  }
}
