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
