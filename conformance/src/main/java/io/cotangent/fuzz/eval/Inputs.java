package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Ty;
import java.lang.reflect.Array;

/** Turns plain Java arguments into the interpreter's values and counts their entries. */
public final class Inputs {
  private Inputs() {}

  /** The number of floating-point entries in an argument. */
  public static int entries(Object arg) {
    if (!arg.getClass().isArray()) {
      return 1;
    }
    int count = 0;
    for (int i = 0; i < Array.getLength(arg); i++) {
      count += entries(Array.get(arg, i));
    }
    return count;
  }

  /** The value of an argument; entries get directions from {@code next} on where it is active. */
  static Object convert(Object arg, Ty ty, boolean active, ChainRule chain, int[] next) {
    if (ty.isArray()) {
      Object[] data = new Object[Array.getLength(arg)];
      for (int i = 0; i < data.length; i++) {
        data[i] = convert(Array.get(arg, i), ty.element(), active, chain, next);
      }
      return new Arr(ty, data);
    }
    if (!ty.isFloating()) {
      return arg;
    }
    double value = ((Number) arg).doubleValue();
    chain.note(value);
    return active ? chain.input(value, next[0]++, ty.equals(Ty.FLOAT)) : Num.passive(value);
  }
}
