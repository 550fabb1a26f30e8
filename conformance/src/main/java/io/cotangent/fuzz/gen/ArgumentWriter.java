package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Base;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Ty;
import io.cotangent.fuzz.eval.Differentiator;
import io.cotangent.fuzz.run.Records;
import java.lang.reflect.Array;
import java.util.List;

/** Writes the arguments that a program is called with. */
public final class ArgumentWriter {
  private static final double[] ROUND = {0, 1, -1, 0.5, 2, -0.5};
  private static final double[] WILD = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e-300, 1e300, 1e-9, 1e9
  };
  private static final int MOST_ENTRIES = 14;
  private final Dice dice;

  public ArgumentWriter(Dice dice) {
    this.dice = dice;
  }

  /** What kind of values a point has. */
  public enum Kind {
    ORDINARY,
    TIES,
    EMPTY,
    WILD
  }

  /** Arguments for a program. */
  public Object[] write(Program p, Kind kind) {
    List<Method.Param> params = p.main().params();
    Object[] args = new Object[params.size()];
    int entries = 0;
    for (int i = 0; i < args.length; i++) {
      int most = entries < MOST_ENTRIES / 2 ? 4 : 2;
      args[i] = value(params.get(i).ty(), kind, most);
      entries += p.wrt().contains(i) ? entries(args[i]) : 0;
    }
    return args;
  }

  private static int entries(Object arg) {
    return io.cotangent.fuzz.eval.Inputs.entries(arg);
  }

  private Object value(Ty ty, Kind kind, int most) {
    if (!ty.isArray()) {
      return scalar(ty.base(), kind);
    }
    int length =
        kind == Kind.EMPTY && dice.chance(0.5)
            ? 0
            : ty.rank() > 1 ? dice.between(1, Math.min(most, 3)) : dice.between(1, most);
    Object array = Array.newInstance(Differentiator.javaClass(ty.element()), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, value(ty.element(), kind, most));
    }
    return array;
  }

  /** A value of another's type and lengths. */
  Object like(Object value, Ty ty, Kind kind) {
    if (!ty.isArray()) {
      return scalar(ty.base(), kind);
    }
    int length = Array.getLength(value);
    Object array = Array.newInstance(Differentiator.javaClass(ty.element()), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, like(Array.get(value, i), ty.element(), kind));
    }
    return array;
  }

  private Object scalar(Base base, Kind kind) {
    return switch (base) {
      case DOUBLE -> real(kind);
      case FLOAT -> (Object) (float) real(kind);
      case LONG -> (Object) (long) integer(kind);
      case BOOLEAN -> (Object) dice.chance(0.5);
      default -> (Object) integer(kind);
    };
  }

  private int integer(Kind kind) {
    return kind == Kind.WILD && dice.chance(0.2)
        ? dice.of(Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 100)
        : dice.between(0, 4);
  }

  private double real(Kind kind) {
    if (kind == Kind.TIES && dice.chance(0.7)) {
      return ROUND[dice.below(ROUND.length)];
    }
    if (kind == Kind.WILD && dice.chance(0.3)) {
      return WILD[dice.below(WILD.length)];
    }
    return dice.real(-2, 2);
  }

  /** A tangent or cotangent with the shape of a value; some entries are exactly zero. */
  public Object direction(Object like) {
    if (like.getClass().isRecord()) {
      return Records.map(like, this::direction);
    }
    if (!like.getClass().isArray()) {
      double d = dice.chance(0.12) ? 0 : (float) dice.real(-1, 1);
      return like instanceof Float ? (Object) (float) d : (Object) d;
    }
    int length = Array.getLength(like);
    Object array = Array.newInstance(like.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, direction(Array.get(like, i)));
    }
    return array;
  }
}
