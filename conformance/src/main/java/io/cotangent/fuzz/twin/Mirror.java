package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.eval.Dual;
import io.cotangent.fuzz.run.Records;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.function.DoubleFunction;

/** Turns data of one text's classes into data of the other's. */
final class Mirror {
  private Mirror() {}

  /**
   * The same data in a class that mirrors its own.
   *
   * @param data numbers, arrays, records; an {@code Object[]} may stand for a record
   * @param number what becomes of a double where the class wants a dual number
   */
  static Object convert(Object data, Class<?> wanted, DoubleFunction<Object> number) {
    if (wanted == Dual.class) {
      return number.apply((Double) data);
    }
    if (wanted == double.class) {
      return data instanceof Dual d ? (Object) d.value() : data;
    }
    if (wanted.isArray()) {
      int length = Array.getLength(data);
      Object array = Array.newInstance(wanted.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(array, i, convert(Array.get(data, i), wanted.getComponentType(), number));
      }
      return array;
    }
    if (wanted.isRecord()) {
      Object[] parts = data instanceof Object[] own ? own.clone() : Records.parts(data);
      RecordComponent[] components = wanted.getRecordComponents();
      for (int i = 0; i < parts.length; i++) {
        parts[i] = convert(parts[i], components[i].getType(), number);
      }
      return Records.of(wanted, parts);
    }
    return data;
  }
}
