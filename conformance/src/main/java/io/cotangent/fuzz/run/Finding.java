package io.cotangent.fuzz.run;

/**
 * Something wrong with a program.
 *
 * @param kind what
 * @param where the operation that showed it, or the message of a refusal without its particulars
 * @param detail expected and got, or the message
 * @param args the arguments it shows at, or null
 */
public record Finding(Kind kind, String where, String detail, Object[] args) {
  /** The kinds of failures. */
  public enum Kind {
    /** The processor refused a program of the supported language. */
    REFUSED,
    /** The processor threw. */
    CRASHED,
    /** The generated code does not compile. */
    BAD_CODE,
    /** A generated method or type is missing. */
    MISSING,
    /** The value is not the method's own, bit for bit. */
    VALUE,
    /** A derivative is wrong. */
    DERIVATIVE,
    /** The shape of a result is wrong. */
    SHAPE,
    /** Another exception than the method's, or none. */
    EXCEPTION,
    /** Arguments were changed. */
    ARGUMENTS,
    /** A call did not return in time. */
    HANG,
    /** The tester's interpreter and the JVM disagree: a fault of the tester. */
    TESTER
  }

  /** What failures of one cause have in common. */
  public String signature() {
    return kind + " " + where;
  }

  /** An argument as text. */
  public static String text(Object arg) {
    return Data.text(arg);
  }

  static Finding of(Kind kind, String where, String detail) {
    return new Finding(kind, where, detail, null);
  }
}
