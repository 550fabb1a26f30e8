package io.cotangent.runtime;

/** Exceptions that generated code throws. */
public final class Exceptions {
  private Exceptions() {}

  /**
   * Throws {@code exception} as it is, also a checked one through an interface that declares none.
   *
   * @return never; the type lets callers write {@code throw Exceptions.rethrow(e)}
   */
  public static RuntimeException rethrow(Throwable exception) {
    return Exceptions.<RuntimeException>raise(exception);
  }

  /**
   * What a call of an object's method ends with where nothing is known of the object's class.
   *
   * @param method the method's name, with its class
   * @return the exception; a {@code NullPointerException} is thrown where there is no object
   */
  public static RuntimeException unknownReceiver(Object receiver, String method) {
    return new IllegalArgumentException(
        "the derivative of "
            + method
            + " is not known for an object of "
            + receiver.getClass()
            + ": its source was not in the compilation");
  }

  /**
   * What a flat array that has another length than a function's dimension ends with.
   *
   * @param name what the message calls the array
   * @return the exception
   */
  public static RuntimeException wrongLength(String name, int expected, int actual) {
    return new IllegalArgumentException(name + " has length " + actual + " instead of " + expected);
  }

  @SuppressWarnings("unchecked") // the cast is erased: that is the point
  private static <E extends Throwable> RuntimeException raise(Throwable exception) throws E {
    throw (E) exception;
  }
}
