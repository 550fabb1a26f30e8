package io.cotangent.runtime;

/** What boxes of numbers do beside holding one, for generated code that takes them apart. */
public final class Boxed {
  private Boxed() {}

  /** As boxes compare. */
  public static int compare(double a, double b) {
    return Double.compare(a, b);
  }

  /** As boxes compare. */
  public static int compare(float a, float b) {
    return Float.compare(a, b);
  }

  /** Whether an object is one of the JDK's own with an order, which nobody else defines. */
  public static boolean isOfJava(Object object) {
    return object instanceof String
        || object instanceof Number
        || object instanceof Character
        || object instanceof Boolean
        || object instanceof Enum;
  }

  /** As such objects compare. */
  @SuppressWarnings("unchecked") // thrown where they are not comparable, as by themselves
  public static int compare(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  /** The hash code of a box. */
  public static int hash(double value) {
    return Double.hashCode(value);
  }

  /** The hash code of a box. */
  public static int hash(float value) {
    return Float.hashCode(value);
  }

  /** The text of a box. */
  public static String text(double value) {
    return Double.toString(value);
  }

  /** The text of a box. */
  public static String text(float value) {
    return Float.toString(value);
  }
}
