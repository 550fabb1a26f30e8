package io.cotangent.fuzz.ast;

import java.util.Set;

/** The binary operators and the types of their results. */
public final class Operators {
  private static final Set<String> TESTS = Set.of("<", "<=", ">", ">=", "==", "!=", "&&", "||");

  private Operators() {}

  public static boolean isShift(String op) {
    return op.equals("<<") || op.equals(">>") || op.equals(">>>");
  }

  /** The static type of {@code left op right}. */
  public static Ty resultType(String op, Ty left, Ty right) {
    if (TESTS.contains(op) || left.equals(Ty.BOOLEAN)) {
      return Ty.BOOLEAN;
    }
    return isShift(op) ? left.promoted() : Ty.promote(left, right);
  }

  /** How tightly the operator binds; a greater number binds tighter. */
  public static int precedence(String op) {
    return switch (op) {
      case "*", "/", "%" -> 12;
      case "+", "-" -> 11;
      case "<<", ">>", ">>>" -> 10;
      case "<", "<=", ">", ">=" -> 9;
      case "==", "!=" -> 8;
      case "&" -> 7;
      case "^" -> 6;
      case "|" -> 5;
      case "&&" -> 4;
      case "||" -> 3;
      default -> throw new IllegalArgumentException(op);
    };
  }
}
