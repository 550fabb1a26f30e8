package io.cotangent.runtime;

/** Lets a checked exception of a user's method through an interface that declares none. */
public final class Exceptions {
  private Exceptions() {}

  /**
   * Throws {@code exception} as it is.
   *
   * @return never; the type lets callers write {@code throw Exceptions.rethrow(e)}
   */
  public static RuntimeException rethrow(Throwable exception) {
    return Exceptions.<RuntimeException>raise(exception);
  }

  @SuppressWarnings("unchecked") // the cast is erased: that is the point
  private static <E extends Throwable> RuntimeException raise(Throwable exception) throws E {
    throw (E) exception;
  }
}
