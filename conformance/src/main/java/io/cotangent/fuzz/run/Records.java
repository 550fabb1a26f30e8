package io.cotangent.fuzz.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Records by reflection: their components' values, and records made of such. */
public final class Records {
  private Records() {}

  /** The values of a record's components. */
  public static Object[] parts(Object record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        components[i].getAccessor().setAccessible(true);
        parts[i] = components[i].getAccessor().invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return parts;
  }

  /** A record of a class. */
  public static Object of(Class<?> type, Object[] parts) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The record with each component replaced. */
  public static Object map(Object record, UnaryOperator<Object> each) {
    return of(record.getClass(), Arrays.stream(parts(record)).map(each).toArray());
  }
}
