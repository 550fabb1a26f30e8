package io.cotangent.corpus;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.check.GradientCheck;
import io.cotangent.check.GradientCheckError;
import io.cotangent.fuzz.run.Watchdog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;

/** Compares a method's derivatives with finite differences at random points. */
final class Sampling {
  private static final int POINTS = 12;
  private static final int SECONDS = 20;
  private static final double TOLERANCE = 1e-4;
  private static final double FLOAT_TOLERANCE = 5e-2;

  private final ClassLoader loader;

  Sampling(ClassLoader loader) {
    this.loader = loader;
  }

  /** What came of a method, and the words for it. */
  record Verdict(Kind kind, String text) {
    /** From best to worst. */
    enum Kind {
      /** Right at some point, and wrong at none. */
      RIGHT,
      /**
       * No point tells anything: arguments can't be made up, or it throws, or has no finite value.
       */
      UNTOLD,
      WRONG
    }
  }

  /** The verdict on the derivatives in a generated class. */
  Verdict of(String className) {
    try {
      return Watchdog.within(SECONDS, () -> sampled(className));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return new Verdict(Verdict.Kind.UNTOLD, e.toString());
    }
  }

  private Verdict sampled(String className) throws ReflectiveOperationException {
    Class<?> type = Class.forName(className, true, loader);
    Method function =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equals("function"))
            .findFirst()
            .orElseThrow();
    function.setAccessible(true);
    Random random = new Random(className.hashCode());
    int right = 0;
    String last = "no point";
    for (int i = 0; i < POINTS; i++) {
      try {
        Object[] args = args(function, random, i);
        check(function.invoke(null, args), function, args);
        right++;
      } catch (GradientCheckError e) {
        last = e.getMessage();
        if (last.contains("should") || (last.contains("but") && !last.contains("settle"))) {
          return new Verdict(Verdict.Kind.WRONG, last);
        }
      } catch (InvocationTargetException e) {
        last = String.valueOf(e.getCause());
      } catch (RuntimeException e) {
        last = e.toString();
      }
    }
    return right > 0
        ? new Verdict(Verdict.Kind.RIGHT, right + " points")
        : new Verdict(Verdict.Kind.UNTOLD, last);
  }

  private static void check(Object function, Method method, Object[] args) {
    boolean floats =
        Arrays.stream(method.getParameterTypes()).anyMatch(t -> leaf(t) == float.class);
    double tolerance = floats ? FLOAT_TOLERANCE : TOLERANCE;
    double[] x = Points.flat(args);
    if (function instanceof ScalarFunction scalar) {
      GradientCheck.check(scalar, x, tolerance);
    } else {
      GradientCheck.check((VectorFunction) function, x, tolerance);
    }
  }

  private static Class<?> leaf(Class<?> type) {
    Class<?> leaf = type;
    while (leaf.isArray()) {
      leaf = leaf.getComponentType();
    }
    return leaf;
  }

  private static Object[] args(Method method, Random random, int trial) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> Points.value(type, random, trial))
        .toArray();
  }
}
