package io.cotangent.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Takes records apart into numbers and arrays, and puts them together again. */
final class RecordParts {
  private RecordParts() {}

  /** The types of all that a value of this type holds, nested records in their places. */
  static List<Class<?>> types(Class<?> type) {
    if (!type.isRecord()) {
      return List.of(type);
    }
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      types.addAll(types(component.getType()));
    }
    return types;
  }

  static boolean carries(Class<?> type) {
    Class<?> leaf = type;
    while (leaf.isArray()) {
      leaf = leaf.getComponentType();
    }
    return leaf == double.class || leaf == float.class;
  }

  /** A value of this type from the next parts. */
  static Object build(Class<?> type, Iterator<?> parts) {
    if (!type.isRecord()) {
      return parts.next();
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < values.length; i++) {
      types[i] = components[i].getType();
      values[i] = build(types[i], parts);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** All that carries derivatives in a value. */
  static List<Object> carrying(Object value) {
    if (!value.getClass().isRecord()) {
      return carries(value.getClass()) || value instanceof Number ? List.of(value) : List.of();
    }
    List<Object> all = new ArrayList<>();
    List<Object> parts = BatchSubject.parts(value);
    RecordComponent[] components = value.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getType().isRecord() || carries(components[i].getType())) {
        all.addAll(carrying(parts.get(i)));
      }
    }
    return all;
  }

  /** A result, whose numbers are one array if it is a record. */
  static Object result(Object value) {
    return value.getClass().isRecord() && !isGenerated(value)
        ? carrying(value).stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray()
        : value;
  }

  private static boolean isGenerated(Object value) {
    Class<?> around = value.getClass().getEnclosingClass();
    return around != null && around.getSimpleName().endsWith("Derivatives");
  }

  /** A gradient part by part. */
  static List<Object> gradient(Object value) {
    return isGenerated(value)
        ? BatchSubject.parts(value).stream().flatMap(p -> carrying(p).stream()).toList()
        : carrying(value);
  }

  /** What an operation of the class of derivatives gives, with its records taken apart. */
  static Object given(String operation, Object value) {
    return switch (operation) {
      case "valueAndJvp" -> BatchSubject.parts(value).stream().map(RecordParts::result).toList();
      case "valueAndGradient" -> {
        List<Object> parts = BatchSubject.parts(value);
        yield Arrays.asList(parts.get(0), gradient(parts.get(1)));
      }
      case "gradient", "vjp", "hvp" -> gradient(value);
      default -> value;
    };
  }
}
