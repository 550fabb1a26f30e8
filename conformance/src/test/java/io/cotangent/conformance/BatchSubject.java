package io.cotangent.conformance;

import io.cotangent.batch.Device;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A batched method with its generated classes, reached by reflection. */
final class BatchSubject {
  private final String base;
  private final Method method;
  private final List<Integer> over;
  private final List<Integer> given;

  BatchSubject(Class<?> holder, String name, List<Integer> over) {
    this(holder, name, over, List.of());
  }

  BatchSubject(Class<?> holder, String name, List<Integer> over, List<Integer> wrt) {
    base =
        holder.getPackageName()
            + "."
            + holder.getSimpleName()
            + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + name.substring(1);
    method =
        Arrays.stream(holder.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    this.over = over;
    given = wrt;
  }

  Class<?>[] types() {
    return method.getParameterTypes();
  }

  Class<?> resultType() {
    return method.getReturnType();
  }

  boolean isBatched(int param) {
    return over.contains(param);
  }

  boolean isScalar() {
    return !resultType().isArray();
  }

  /** The wrt parameters: those given, else all that carry a derivative. */
  List<Integer> wrt() {
    if (!given.isEmpty()) {
      return given;
    }
    List<Integer> wrt = new ArrayList<>();
    for (int i = 0; i < types().length; i++) {
      Class<?> leaf = types()[i];
      while (leaf.isArray()) {
        leaf = leaf.getComponentType();
      }
      if (leaf == double.class || leaf == float.class) {
        wrt.add(i);
      }
    }
    return wrt;
  }

  List<Integer> withBars() {
    return wrt().stream().filter(i -> isBatched(i) || types()[i].isArray()).toList();
  }

  List<Integer> returned() {
    return wrt().stream().filter(i -> !isBatched(i) && !types()[i].isArray()).toList();
  }

  boolean has(String operation) {
    return find("Derivatives", operation, -1) != null;
  }

  private Method find(String suffix, String name, int count) {
    try {
      for (Method each : Class.forName(base + suffix).getDeclaredMethods()) {
        boolean fits = count < 0 || each.getParameterCount() == count;
        if (each.getName().equals(name) && fits) {
          each.setAccessible(true);
          return each;
        }
      }
      return null;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** A method of the class of derivatives. */
  Object one(String operation, List<?> arguments) {
    return invoke(find("Derivatives", operation, arguments.size()), arguments.toArray());
  }

  /** A method of the class of batches. */
  Object batch(String operation, Device device, int n, List<?> arguments) {
    List<Object> all = new ArrayList<>(List.of(device, n));
    all.addAll(arguments);
    return invoke(find("Batch", operation, all.size()), all.toArray());
  }

  private static Object invoke(Method method, Object... arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** The components of a record, or the object itself. */
  static List<Object> parts(Object value) {
    if (value == null) {
      return List.of();
    }
    if (!value.getClass().isRecord()) {
      return List.of(value);
    }
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      parts.add(invokeOn(component.getAccessor(), value));
    }
    return parts;
  }

  private static Object invokeOn(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** An item's part of a batched array: a number or an array of {@code size}. */
  static Object part(Object array, boolean isArray, int item, int size) {
    if (!isArray) {
      return Array.get(array, item);
    }
    Object part = Array.newInstance(array.getClass().getComponentType(), size);
    System.arraycopy(array, item * size, part, 0, size);
    return part;
  }
}
