package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Ty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls the real {@code Math} and {@code StrictMath}, for values that agree to the last bit. */
final class MathValues {
  private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();

  private MathValues() {}

  /** The boxed result of a method on boxed arguments of the parameters' own types. */
  static Object call(boolean strict, String name, List<Ty> types, Object[] args) {
    Method m = METHODS.computeIfAbsent(strict + name + types, key -> find(strict, name, types));
    try {
      return m.invoke(null, args);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      // Only integer division throws there; hot code leaves out the message.
      throw new JavaThrow(cause.getClass().getName(), "/ by zero");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method find(boolean strict, String name, List<Ty> types) {
    Class<?>[] classes = new Class<?>[types.size()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = primitive(types.get(i));
    }
    try {
      return (strict ? StrictMath.class : Math.class).getMethod(name, classes);
    } catch (NoSuchMethodException e) {
      throw new Abandoned("no method " + name + types);
    }
  }

  private static Class<?> primitive(Ty ty) {
    return switch (ty.base()) {
      case DOUBLE -> double.class;
      case FLOAT -> float.class;
      case LONG -> long.class;
      case INT -> int.class;
      default -> throw new Abandoned("a Math method of " + ty);
    };
  }
}
