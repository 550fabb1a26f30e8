package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Base;
import io.cotangent.fuzz.ast.Operators;
import io.cotangent.fuzz.ast.Ty;

/** Java's operators on the interpreter's values. */
final class Arithmetic {
  private final ChainRule chain;

  Arithmetic(ChainRule chain) {
    this.chain = chain;
  }

  /** {@code left op right}; the operand types decide the promotion. */
  Object binary(String op, Object left, Ty leftTy, Object right, Ty rightTy) {
    if (leftTy.equals(Ty.BOOLEAN)) {
      return logic(op, (Boolean) left, (Boolean) right);
    }
    if (Operators.isShift(op)) {
      return shift(op, left, leftTy.promoted(), (int) Values.integral(right));
    }
    Ty ty = Ty.promote(leftTy, rightTy);
    if (ty.base() == Base.LONG) {
      return longs(op, Values.integral(left), Values.integral(right));
    }
    if (ty.base() == Base.INT) {
      return ints(op, (int) Values.integral(left), (int) Values.integral(right));
    }
    return floating(op, (Num) Values.cast(left, ty), (Num) Values.cast(right, ty), ty);
  }

  private static Object logic(String op, boolean l, boolean r) {
    return switch (op) {
      case "&" -> l & r;
      case "|" -> l | r;
      case "^", "!=" -> l != r;
      case "==" -> l == r;
      default -> throw new Abandoned(op);
    };
  }

  private static Object shift(String op, Object left, Ty ty, int by) {
    if (ty.base() == Base.LONG) {
      long l = (Long) left;
      return op.equals("<<") ? l << by : op.equals(">>") ? l >> by : l >>> by;
    }
    int i = (int) Values.integral(left);
    return op.equals("<<") ? i << by : op.equals(">>") ? i >> by : i >>> by;
  }

  private static Object ints(String op, int l, int r) {
    return switch (op) {
      case "+" -> l + r;
      case "-" -> l - r;
      case "*" -> l * r;
      case "/" -> l / (int) divisor(r);
      case "%" -> l % (int) divisor(r);
      case "&" -> l & r;
      case "|" -> l | r;
      case "^" -> l ^ r;
      default -> compare(op, Integer.compare(l, r));
    };
  }

  private static Object longs(String op, long l, long r) {
    return switch (op) {
      case "+" -> l + r;
      case "-" -> l - r;
      case "*" -> l * r;
      case "/" -> l / divisor(r);
      case "%" -> l % divisor(r);
      case "&" -> l & r;
      case "|" -> l | r;
      case "^" -> l ^ r;
      default -> compare(op, Long.compare(l, r));
    };
  }

  private static long divisor(long r) {
    if (r == 0) {
      throw new JavaThrow("java.lang.ArithmeticException", "/ by zero");
    }
    return r;
  }

  private static boolean compare(String op, int sign) {
    return switch (op) {
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      case ">=" -> sign >= 0;
      case "==" -> sign == 0;
      case "!=" -> sign != 0;
      default -> throw new Abandoned(op);
    };
  }

  private Object floating(String op, Num l, Num r, Ty ty) {
    double a = l.value;
    double b = r.value;
    boolean narrow = ty.base() == Base.FLOAT;
    return switch (op) {
      case "+" -> chain.apply(round(a + b, narrow), narrow, Jet.of2(1, 1, 0, 0, 0), l, r);
      case "-" -> chain.apply(round(a - b, narrow), narrow, Jet.of2(1, -1, 0, 0, 0), l, r);
      case "*" -> chain.apply(round(a * b, narrow), narrow, Jet.of2(b, a, 0, 1, 0), l, r);
      case "/" -> chain.apply(round(a / b, narrow), narrow, quotient(a, b), l, r);
      case "%" -> {
        double v = a % b;
        double cut = a / b < 0 ? Math.ceil(a / b) : Math.floor(a / b);
        yield chain.apply(v, narrow, MathPartials.remainder(a, b, cut, (a - v) / b), l, r);
      }
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      case ">=" -> a >= b;
      case "==" -> a == b;
      case "!=" -> a != b;
      default -> throw new Abandoned(op);
    };
  }

  private static Jet quotient(double a, double b) {
    return Jet.of2(1 / b, -a / b / b, 0, -1 / b / b, 2 * a / b / b / b);
  }

  /** Rounding a double result of two floats to float is exact for these four operators. */
  private static double round(double v, boolean narrow) {
    return narrow ? (float) v : v;
  }

  /** {@code -e}, {@code +e}, {@code ~e} or {@code !e}. */
  Object unary(String op, Object value, Ty operandTy) {
    Object v = value instanceof Boolean ? value : Values.cast(value, operandTy.promoted());
    return switch (op) {
      case "!" -> !(Boolean) v;
      case "+" -> v;
      case "-" -> negate(v, operandTy.base() == Base.FLOAT);
      case "~" -> v instanceof Long l ? (Object) ~l : (Object) ~(Integer) v;
      default -> throw new Abandoned(op);
    };
  }

  private Object negate(Object v, boolean narrow) {
    if (v instanceof Num n) {
      return chain.apply(-n.value, narrow, Jet.of(-1, 0), n);
    }
    return v instanceof Long l ? (Object) (-l) : (Object) (-(Integer) v);
  }
}
