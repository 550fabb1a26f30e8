package io.cotangent.processor.ir;

/** Java's operators without side effects, and the two guarded products of adjoint code. */
public enum Operator implements Op {
  ADD("+", 12),
  SUB("-", 12),
  MUL("*", 13),
  DIV("/", 13),
  REM("%", 13),
  NEG("-", 15),
  COMPLEMENT("~", 15),
  NOT("!", 15),
  SHL("<<", 11),
  SHR(">>", 11),
  USHR(">>>", 11),
  LT("<", 10),
  LE("<=", 10),
  GT(">", 10),
  GE(">=", 10),
  EQ("==", 9),
  NE("!=", 9),
  BIT_AND("&", 8),
  BIT_XOR("^", 7),
  BIT_OR("|", 6),
  AND("&&", 5),
  OR("||", 4),
  /** String concatenation. */
  CONCAT("+", 12),
  /** {@code a.equals(b)} of two non-null constants or strings. */
  EQUALS("equals", 16),
  /**
   * {@code g * p}, but exactly zero where either is: an unused value's adjoint stays zero beside an
   * infinite partial, as does a partial of zero beside an infinite adjoint.
   */
  GUARDED_TIMES("*", 3),
  /** {@code g / p}, but exactly zero where {@code g} is. */
  GUARDED_DIVIDE("/", 3);

  private final String symbol;
  private final int precedence;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** The operator as Java writes it. */
  public String symbol() {
    return symbol;
  }

  /** Binding strength, greater binds tighter; a conditional expression has 3, a cast 15. */
  public int precedence() {
    return precedence;
  }

  /** Whether the result is a boolean from two numbers or references. */
  public boolean isComparison() {
    return switch (this) {
      case LT, LE, GT, GE, EQ, NE -> true;
      default -> false;
    };
  }
}
