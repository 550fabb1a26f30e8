package io.cotangent.fuzz.ast;

import java.util.Locale;

/** A primitive type of the language that random programs are written in. */
public enum Base {
  BOOLEAN,
  BYTE,
  SHORT,
  CHAR,
  INT,
  LONG,
  FLOAT,
  DOUBLE;

  /** The type's name in Java source. */
  public String javaName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether values of this type carry derivatives. */
  public boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether this is an integer type (characters included). */
  public boolean isIntegral() {
    return this != BOOLEAN && !isFloating();
  }
}
