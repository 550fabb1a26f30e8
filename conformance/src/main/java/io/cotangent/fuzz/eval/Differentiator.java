package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Ty;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Runs a program on plain Java arguments and differentiates it on the way. */
public final class Differentiator {
  private Differentiator() {}

  /**
   * The value and the derivatives at a point.
   *
   * @param order 0 for the value alone, 1 for the Jacobian, 2 for second derivatives too
   * @param assertions whether {@code assert} is on
   * @throws Abandoned where the program takes more than {@code fuel} steps
   */
  public static Outcome run(
      Program program, Object[] args, int order, boolean assertions, int fuel) {
    int directions = order == 0 ? 0 : directions(program, args);
    ChainRule chain = new ChainRule(directions, order == 2);
    Machine machine = new Machine(program, chain, assertions, fuel);
    Object[] values = new Object[args.length];
    int[] next = {0};
    Method main = program.main();
    for (int i = 0; i < args.length; i++) {
      boolean active = order > 0 && program.wrt().contains(i);
      values[i] = Inputs.convert(args[i], main.params().get(i).ty(), active, chain, next);
    }
    try {
      Object result = machine.invoke(main, values);
      List<Outcome.Entry> entries = new ArrayList<>();
      collect(result, main.result(), directions, order, entries);
      return new Outcome(
          null,
          plain(result, main.result()),
          entries,
          fuel - machine.fuelLeft(),
          chain.overflowed());
    } catch (JavaThrow e) {
      return new Outcome(e, null, List.of(), fuel - machine.fuelLeft(), chain.overflowed());
    } catch (NullPointerException | ClassCastException e) {
      throw new Abandoned("not a program it can run: " + e);
    }
  }

  /** The number of entries of the arguments that are differentiated. */
  public static int directions(Program program, Object[] args) {
    int count = 0;
    for (int i : program.wrt()) {
      count += Inputs.entries(args[i]);
    }
    return count;
  }

  private static void collect(Object value, Ty ty, int n, int order, List<Outcome.Entry> entries) {
    if (ty.isArray()) {
      for (Object element : ((Arr) value).data()) {
        collect(element, ty.element(), n, order, entries);
      }
    } else {
      entries.add(entry((Num) value, n, order));
    }
  }

  static Outcome.Entry entry(Num x, int n, int order) {
    double[] none = new double[n];
    double[] flat = order == 2 ? new double[n * n] : null;
    return new Outcome.Entry(
        x.isActive() ? x.gradient : none,
        x.isActive() ? x.gradientScale : none,
        x.isActive() ? x.hessian : flat,
        x.isActive() ? x.hessianScale : flat,
        (x.marks & Num.FLOAT) != 0,
        (x.marks & Num.SINGULAR) != 0,
        (x.marks & Num.SINGULAR_SECOND) != 0);
  }

  private static Object plain(Object value, Ty ty) {
    if (value instanceof Num n) {
      return ty.equals(Ty.FLOAT) ? (Object) (float) n.value : (Object) n.value;
    }
    if (value instanceof Arr a) {
      Object result = Array.newInstance(javaClass(ty.element()), a.data().length);
      for (int i = 0; i < a.data().length; i++) {
        Array.set(result, i, plain(a.data()[i], ty.element()));
      }
      return result;
    }
    return value;
  }

  /** The class that represents a type. */
  public static Class<?> javaClass(Ty ty) {
    if (ty.isArray()) {
      return javaClass(ty.element()).arrayType();
    }
    return switch (ty.base()) {
      case BOOLEAN -> boolean.class;
      case BYTE -> byte.class;
      case SHORT -> short.class;
      case CHAR -> char.class;
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
    };
  }
}
