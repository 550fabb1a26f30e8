package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Base;
import io.cotangent.fuzz.ast.Ty;

/** The interpreter's values: their initial values, their conversions, their text. */
final class Values {
  private Values() {}

  /** What a new array's element holds. */
  static Object initial(Ty ty) {
    if (ty.isArray()) {
      return null;
    }
    return switch (ty.base()) {
      case BOOLEAN -> false;
      case BYTE -> (byte) 0;
      case SHORT -> (short) 0;
      case CHAR -> (char) 0;
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT, DOUBLE -> Num.passive(0);
    };
  }

  /** A value cast to a type, widening or narrowing as Java does. */
  static Object cast(Object value, Ty ty) {
    if (ty.rank() != 0 || ty.base() == Base.BOOLEAN) {
      return value;
    }
    return switch (ty.base()) {
      case DOUBLE -> toDouble(value);
      case FLOAT -> toFloat(value);
      case LONG -> value instanceof Num n ? (long) n.value : integral(value);
      default -> narrow(value instanceof Num n ? (int) n.value : (int) integral(value), ty.base());
    };
  }

  private static Object narrow(int i, Base base) {
    return switch (base) {
      case BYTE -> (byte) i;
      case SHORT -> (short) i;
      case CHAR -> (char) i;
      default -> i;
    };
  }

  /** An integer or character as a long. */
  static long integral(Object value) {
    return value instanceof Character c ? c : ((Number) value).longValue();
  }

  static Num toDouble(Object value) {
    return value instanceof Num n ? n : Num.passive((double) integral(value));
  }

  static Num toFloat(Object value) {
    if (value instanceof Num n) {
      if ((float) n.value == n.value || Double.isNaN(n.value)) {
        return n.isActive() ? n.marked(Num.FLOAT) : n;
      }
      return new Num(
          (float) n.value,
          n.gradient,
          n.gradientScale,
          n.hessian,
          n.hessianScale,
          n.isActive() ? n.marks | Num.FLOAT : 0);
    }
    return Num.passive(value instanceof Long l ? (float) (long) l : (float) (int) integral(value));
  }

  /** What string concatenation makes of a value of a static type. */
  static String text(Object value, Ty ty) {
    if (value instanceof Num n) {
      return ty.base() == Base.FLOAT ? Float.toString((float) n.value) : Double.toString(n.value);
    }
    return String.valueOf(value);
  }
}
