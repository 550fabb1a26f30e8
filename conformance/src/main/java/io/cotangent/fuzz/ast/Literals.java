package io.cotangent.fuzz.ast;

/** Writes constants as Java literals. */
public final class Literals {
  private Literals() {}

  /** The Java expression, a primary, that denotes a boxed primitive exactly. */
  public static String print(Object value) {
    if (value instanceof Double d) {
      return printDouble(d);
    }
    if (value instanceof Float f) {
      return printFloat(f);
    }
    if (value instanceof Character c) {
      return c > ' ' && c < 127 && c != '\'' && c != '\\'
          ? "'" + c + "'"
          : "'\\u" + String.format("%04x", (int) c) + "'";
    }
    String text = value + (value instanceof Long ? "L" : "");
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  private static String printDouble(double d) {
    if (Double.isNaN(d)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    String text = Double.toString(d);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  private static String printFloat(float f) {
    if (Float.isNaN(f)) {
      return "Float.NaN";
    }
    if (Float.isInfinite(f)) {
      return f > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    String text = f + "f";
    return text.startsWith("-") ? "(" + text + ")" : text;
  }
}
