package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Objects;

/** Java's operators on boxed values, for {@link RawInterpreter}. */
final class RawOperations {
  private RawOperations() {}

  /** The operation on operands of the types that the IR says they have. */
  static Object apply(Operator operator, List<Object> args, Type operands) {
    Object a = args.get(0);
    switch (operator) {
      case NOT:
        return !(Boolean) a;
      case NEG:
        return negate(a, operands);
      case COMPLEMENT:
        return operands == Type.LONG ? (Object) ~(Long) a : (Object) ~(Integer) a;
      case CONCAT:
        return "" + a + args.get(1);
      case EQUALS:
        return a.equals(args.get(1));
      default:
        return binary(operator, a, args.get(1), operands);
    }
  }

  /** A conversion to a primitive type; other casts check the class. */
  static Object cast(Type target, Object value) {
    if (!(target instanceof Type.Primitive primitive) || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Character letter) {
      return number(primitive, (int) letter, (int) letter);
    }
    Number number = (Number) value;
    return number(primitive, number, exactInt(number));
  }

  private static int exactInt(Number number) {
    return number instanceof Long wide ? (int) (long) wide : number.intValue();
  }

  private static Object number(Type.Primitive target, Number value, int asInt) {
    return switch (target) {
      case BYTE -> (byte) asInt;
      case SHORT -> (short) asInt;
      case CHAR -> (char) asInt;
      case INT -> asInt;
      case LONG -> value.longValue();
      case FLOAT -> value.floatValue();
      case DOUBLE -> value.doubleValue();
      default -> throw new IllegalStateException("cast to " + target);
    };
  }

  private static Object negate(Object a, Type type) {
    if (type == Type.DOUBLE) {
      return -(Double) a;
    }
    if (type == Type.FLOAT) {
      return -(Float) a;
    }
    return type == Type.LONG ? (Object) (-(Long) a) : (Object) (-(Integer) a);
  }

  private static Object binary(Operator operator, Object a, Object b, Type type) {
    if (type == Type.DOUBLE) {
      return doubles(operator, (Double) a, (Double) b);
    } else if (type == Type.FLOAT) {
      return floats(operator, (Float) a, (Float) b);
    } else if (type == Type.LONG) {
      return longs(operator, (Long) a, ((Number) b).longValue());
    } else if (type == Type.INT) {
      return ints(operator, (Integer) a, ((Number) b).longValue());
    } else if (type == Type.BOOLEAN) {
      return booleans(operator, (Boolean) a, (Boolean) b);
    }
    return (operator == Operator.EQ) == (a == b) && !Objects.isNull(operator);
  }

  private static Object doubles(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case EQ -> a == b;
      case NE -> a != b;
      default -> throw new IllegalStateException("doubles " + operator);
    };
  }

  private static Object floats(Operator operator, float a, float b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      default -> doubles(operator, a, b);
    };
  }

  private static Object longs(Operator operator, long a, long b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case EQ -> a == b;
      case NE -> a != b;
      default -> throw new IllegalStateException("longs " + operator);
    };
  }

  private static Object ints(Operator operator, int a, long wide) {
    int b = (int) wide;
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case SHL -> a << wide;
      case SHR -> a >> wide;
      case USHR -> a >>> wide;
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      default -> longs(operator, a, b);
    };
  }

  private static Object booleans(Operator operator, boolean a, boolean b) {
    return switch (operator) {
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR, NE -> a ^ b;
      case EQ -> a == b;
      default -> throw new IllegalStateException("booleans " + operator);
    };
  }
}
