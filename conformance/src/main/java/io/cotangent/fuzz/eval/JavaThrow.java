package io.cotangent.fuzz.eval;

/** An exception that the interpreted program throws. */
public final class JavaThrow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stands for a message that nobody can tell. */
  public static final String ANY = "(any)";

  private final String type;

  JavaThrow(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  /** Whether it is an instance of a class of java.lang. */
  boolean isA(String simpleName) {
    try {
      return Class.forName("java.lang." + simpleName).isAssignableFrom(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The qualified name of the exception's class. */
  public String type() {
    return type;
  }
}
