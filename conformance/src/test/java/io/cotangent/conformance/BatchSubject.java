package io.cotangent.conformance;

import io.cotangent.batch.Device;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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

  /** The types of the parameters, and of what they hold in the place of records. */
  Class<?>[] types() {
    return Arrays.stream(method.getParameterTypes())
        .flatMap(type -> RecordParts.types(type).stream())
        .toArray(Class<?>[]::new);
  }

  /** The type of the result, whose numbers are one array if it is a record. */
  Class<?> resultType() {
    return method.getReturnType().isRecord() ? double[].class : method.getReturnType();
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
      if (RecordParts.carries(types()[i])) {
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
    if (Arrays.stream(method.getParameterTypes()).noneMatch(Class::isRecord)) {
      return invoke(find("Derivatives", operation, arguments.size()), arguments.toArray());
    }
    Iterator<?> parts = arguments.iterator();
    List<Object> built = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      built.add(RecordParts.build(type, parts));
    }
    if (operation.equals("vjp")) {
      built.add(cotangent(parts.next()));
    } else if (parts.hasNext()) {
      tangents(arguments, parts, built);
    }
    Object given = invoke(find("Derivatives", operation, built.size()), built.toArray());
    return RecordParts.given(operation, given);
  }

  private Object cotangent(Object numbers) {
    return method.getReturnType().isRecord()
        ? RecordParts.build(
            method.getReturnType(), Arrays.stream((double[]) numbers).boxed().iterator())
        : numbers;
  }

  /** Tangents of records hold the other components as they are. */
  private void tangents(List<?> arguments, Iterator<?> dots, List<Object> built) {
    Iterator<?> primal = arguments.iterator();
    for (Class<?> type : method.getParameterTypes()) {
      List<Object> all = new ArrayList<>();
      for (Class<?> part : RecordParts.types(type)) {
        Object own = primal.next();
        all.add(RecordParts.carries(part) ? dots.next() : own);
      }
      if (RecordParts.types(type).stream().anyMatch(RecordParts::carries)) {
        built.add(RecordParts.build(type, all.iterator()));
      }
    }
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
    if (value instanceof List<?> parts) {
      return List.copyOf(parts);
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
