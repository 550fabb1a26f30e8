package io.cotangent.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write common expressions. */
public final class Exprs {
  /** {@code true}. */
  public static final Expr TRUE = new Expr.Const(true, Type.BOOLEAN);

  /** The literal {@code false}. */
  public static final Expr FALSE = new Expr.Const(false, Type.BOOLEAN);

  private Exprs() {}

  /** An {@code int} literal. */
  public static Expr.Const constant(int value) {
    return new Expr.Const(value, Type.INT);
  }

  /** A string literal. */
  public static Expr.Const constant(String value) {
    return new Expr.Const(value, Type.STRING);
  }

  /** An operation with this result type. */
  public static Expr.Apply apply(Op op, Type type, Expr... args) {
    return new Expr.Apply(op, List.of(args), type);
  }

  /** A boolean operation: a comparison, a negation, a conjunction or a disjunction. */
  public static Expr.Apply test(Operator operator, Expr... args) {
    return new Expr.Apply(operator, List.of(args), Type.BOOLEAN);
  }

  /** {@code !test}, without a double negation. */
  public static Expr not(Expr test) {
    return test instanceof Expr.Apply apply && apply.op() == Operator.NOT
        ? apply.args().get(0)
        : test(Operator.NOT, test);
  }

  /** {@code left + right} of two {@code int}s. */
  public static Expr.Apply plus(Expr left, Expr right) {
    return apply(Operator.ADD, Type.INT, left, right);
  }

  /** {@code left - right} of two {@code int}s. */
  public static Expr.Apply minus(Expr left, Expr right) {
    return apply(Operator.SUB, Type.INT, left, right);
  }

  /** The value of a field or array element of this type before anything is assigned to it. */
  public static Expr.Const defaultValue(Type type) {
    return new Expr.Const(defaultObject(type), type);
  }

  private static @Nullable Object defaultObject(Type type) {
    if (!(type instanceof Type.Primitive primitive)) {
      return null;
    }
    return switch (primitive) {
      case VOID -> null;
      case BOOLEAN -> false;
      case BYTE -> (byte) 0;
      case SHORT -> (short) 0;
      case CHAR -> (char) 0;
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0d;
    };
  }
}
