package io.cotangent.fuzz.eval;

/** An exception that the interpreted program throws. */
public final class JavaThrow extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String type;

  JavaThrow(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  /** The qualified name of the exception's class. */
  public String type() {
    return type;
  }
}
