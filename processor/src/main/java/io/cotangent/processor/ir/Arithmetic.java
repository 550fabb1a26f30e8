package io.cotangent.processor.ir;

import static io.cotangent.processor.ir.Exprs.apply;

import io.cotangent.processor.diagnostics.Span;
import java.util.List;

/** Short ways to write derivative code; exact zeros, ones and double negations fold away. */
public final class Arithmetic {
  private Arithmetic() {}

  /** A literal of a floating type. */
  public static Expr.Const constant(double value, Type type) {
    return type == Type.FLOAT
        ? new Expr.Const((float) value, type)
        : new Expr.Const(value, Type.DOUBLE);
  }

  /** Whether the expression is the floating literal {@code value}, sign of zero included. */
  public static boolean isConstant(Expr expr, double value) {
    return expr instanceof Expr.Const c
        && expr.type().isFloating()
        && c.value() instanceof Number n
        && Double.compare(n.doubleValue(), value) == 0;
  }

  /** Whether the expression is a number that is neither zero, infinite nor NaN. */
  public static boolean isOrdinary(Expr expr) {
    return expr instanceof Expr.Const c
        && c.value() instanceof Number n
        && n.doubleValue() != 0
        && Double.isFinite(n.doubleValue());
  }

  /** {@code a + b} of one type. */
  public static Expr add(Expr a, Expr b) {
    if (isConstant(a, 0.0)) {
      return b;
    }
    if (isConstant(b, 0.0)) {
      return a;
    }
    if (isNegated(b)) {
      return sub(a, neg(b));
    }
    boolean swaps = isNegated(a) && !(reads(a) && reads(b));
    return swaps ? sub(b, neg(a)) : apply(Operator.ADD, a.type(), a, b);
  }

  /** {@code a - b} of one type. */
  public static Expr sub(Expr a, Expr b) {
    if (isConstant(b, 0.0)) {
      return a;
    }
    if (isConstant(a, 0.0)) {
      return neg(b);
    }
    return isNegated(b) ? add(a, neg(b)) : apply(Operator.SUB, a.type(), a, b);
  }

  /** {@code a * b} of one type. */
  public static Expr mul(Expr a, Expr b) {
    if (isConstant(a, 1.0)) {
      return b;
    }
    if (isConstant(b, 1.0)) {
      return a;
    }
    if (isConstant(a, -1.0)) {
      return neg(b);
    }
    if (isConstant(b, -1.0)) {
      return neg(a);
    }
    return isNegated(a) ? neg(mul(neg(a), b)) : apply(Operator.MUL, a.type(), a, b);
  }

  /** {@code a / b} of one type. */
  public static Expr div(Expr a, Expr b) {
    if (isConstant(b, 1.0)) {
      return a;
    }
    return isNegated(a) ? neg(div(neg(a), b)) : apply(Operator.DIV, a.type(), a, b);
  }

  /** {@code a * b}, zero where either is; of the first one's type. */
  public static Expr guarded(Expr a, Expr b) {
    Type wide = b.type() == Type.DOUBLE ? Type.DOUBLE : a.type();
    return cast(a.type(), apply(Operator.GUARDED_TIMES, wide, cast(wide, a), cast(wide, b)));
  }

  /** {@code -a}. */
  public static Expr neg(Expr a) {
    if (a instanceof Expr.Apply n && n.op() == Operator.NEG) {
      return n.args().get(0);
    }
    if (a instanceof Expr.Const c && a.type().isFloating() && c.value() instanceof Number n) {
      return constant(-n.doubleValue(), a.type());
    }
    return apply(Operator.NEG, a.type(), a);
  }

  /** Whether the expression reads elements or fields: the first that can't be read throws. */
  private static boolean reads(Expr e) {
    return Walk.any(e, x -> x instanceof Expr.Load || x instanceof Expr.Field);
  }

  private static boolean isNegated(Expr a) {
    return a instanceof Expr.Apply n && n.op() == Operator.NEG && a.type().isFloating();
  }

  /** {@code a && b}. */
  public static Expr and(Expr a, Expr b) {
    if (a.equals(Exprs.TRUE)) {
      return b;
    }
    return b.equals(Exprs.TRUE) ? a : apply(Operator.AND, Type.BOOLEAN, a, b);
  }

  /** {@code a || b}. */
  public static Expr or(Expr a, Expr b) {
    return apply(Operator.OR, Type.BOOLEAN, a, b);
  }

  /** A conversion, or the expression itself where it has the type already. */
  public static Expr cast(Type type, Expr expr) {
    return expr.type().equals(type) ? expr : new Expr.Cast(type, expr);
  }

  /** A call of a static method that the runtime module has for generated code. */
  public static Expr.Invoke support(String owner, String name, Type type, Expr... args) {
    return new Expr.Invoke(
        Expr.Invocation.STATIC,
        "io.cotangent.runtime." + owner,
        name,
        List.of(args),
        type,
        Span.NONE);
  }
}
