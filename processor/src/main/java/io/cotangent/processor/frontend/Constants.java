package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;

/** Conversions of constants as Java's compiler does them. */
final class Constants {
  private Constants() {}

  /** The conversion of {@code operand} to another primitive type, done now if it is a constant. */
  static Expr cast(Type target, Expr operand) {
    if (target == operand.type()) {
      return operand;
    }
    return operand instanceof Expr.Const constant && constant.value() != null && target.isNumeric()
        ? new Expr.Const(converted(constant.value(), (Type.Primitive) target), target)
        : new Expr.Cast(target, operand);
  }

  private static Object converted(Object value, Type.Primitive target) {
    Number number = value instanceof Character letter ? (Number) (int) letter : (Number) value;
    return switch (target) {
      case BYTE -> (byte) integer(number);
      case SHORT -> (short) integer(number);
      case CHAR -> (char) integer(number);
      case INT -> integer(number);
      case LONG -> longInteger(number);
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      case VOID, BOOLEAN -> throw new IllegalArgumentException("no numeric type: " + target);
    };
  }

  private static int integer(Number number) {
    return number.intValue();
  }

  private static long longInteger(Number number) {
    return number.longValue();
  }

  /** The negation of a constant whose type is promoted already. */
  static Expr.Const negated(Expr.Const constant) {
    Object value = constant.value();
    if (value instanceof Integer number) {
      return new Expr.Const(-number, constant.type());
    }
    if (value instanceof Long number) {
      return new Expr.Const(-number, constant.type());
    }
    if (value instanceof Float number) {
      return new Expr.Const(-number, constant.type());
    }
    if (value instanceof Double number) {
      return new Expr.Const(-number, constant.type());
    }
    throw new IllegalArgumentException("no number: " + value);
  }
}
