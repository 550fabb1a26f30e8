package io.cotangent.fuzz.eval;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** Runs a program that is written on {@link Dual} numbers. */
public final class DualRun {
  private DualRun() {}

  /**
   * The value and the derivatives that a run gives.
   *
   * @param body the run; its inputs come from {@link Dual#inputs}
   * @param plain turns the result into one of the program's own classes
   * @param exception the name of an exception's class, as the program throws it
   */
  public static Outcome run(
      int directions,
      int order,
      Callable<Object> body,
      UnaryOperator<Object> plain,
      UnaryOperator<String> exception) {
    ChainRule chain = new ChainRule(order == 0 ? 0 : directions, order == 2);
    Dual.begin(chain);
    try {
      Object result = body.call();
      List<Outcome.Entry> entries = new ArrayList<>();
      collect(result, order == 0 ? 0 : directions, order, entries);
      return new Outcome(null, plain.apply(result), entries, 0, chain.overflowed());
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause();
      JavaThrow known =
          thrown instanceof JavaThrow t
              ? t
              : new JavaThrow(exception.apply(thrown.getClass().getName()), message(thrown));
      return new Outcome(known, null, List.of(), 0, chain.overflowed());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      Dual.end();
    }
  }

  /** A message; null where the JVM writes it from names that the two texts don't share. */
  private static String message(Throwable thrown) {
    boolean own =
        thrown instanceof NullPointerException
            || thrown instanceof ClassCastException
            || String.valueOf(thrown.getMessage()).startsWith("arraycopy");
    return own ? JavaThrow.ANY : thrown.getMessage();
  }

  private static void collect(Object x, int n, int order, List<Outcome.Entry> entries)
      throws ReflectiveOperationException {
    if (x instanceof Dual d) {
      entries.add(Differentiator.entry(d.num, n, order));
    } else if (x.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(x); i++) {
        collect(Array.get(x, i), n, order, entries);
      }
    } else if (x.getClass().isRecord()) {
      for (RecordComponent c : x.getClass().getRecordComponents()) {
        c.getAccessor().setAccessible(true);
        collect(c.getAccessor().invoke(x), n, order, entries);
      }
    }
  }
}
