package io.cotangent.runtime;

import io.cotangent.Complex;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** A class that a {@link Graph} knows: a record, a class with fields, or an array of references. */
public final class Kind {
  private final Class<?> type;
  private final String[] fields;
  private final Class<?>[] types;
  private final MethodHandle[] getters;

  Kind(Class<?> type, String[] fields) {
    this.type = type;
    this.fields = fields;
    this.types = new Class<?>[fields.length];
    this.getters = new MethodHandle[fields.length];
  }

  Class<?> type() {
    return type;
  }

  boolean isAbstract() {
    return !type.isArray() && Modifier.isAbstract(type.getModifiers());
  }

  int size() {
    return fields.length;
  }

  private Class<?> typeOf(int field) {
    if (types[field] == null) {
      types[field] = Instances.declared(type, fields[field]).getType();
    }
    return types[field];
  }

  boolean isPrimitive(int field) {
    return typeOf(field).isPrimitive();
  }

  boolean isNumber(int field) {
    return typeOf(field) == double.class || typeOf(field) == float.class;
  }

  boolean isImaginary(int field) {
    return type == Complex.class && fields[field].equals("im");
  }

  Object boxed(int field, double number) {
    return typeOf(field) == float.class ? (Object) (float) number : (Object) number;
  }

  Object get(MethodHandles.Lookup lookup, int field, Object object) {
    try {
      if (getters[field] == null) {
        Field found = Instances.declared(type, fields[field]);
        getters[field] =
            MethodHandles.privateLookupIn(found.getDeclaringClass(), lookup)
                .unreflectGetter(found)
                .asType(MethodType.methodType(Object.class, Object.class));
      }
      return getters[field].invokeExact(object);
    } catch (Throwable e) {
      throw new IllegalStateException("can't read " + fields[field] + " of " + type, e);
    }
  }

  Object[] array(int length) {
    return (Object[]) Array.newInstance(type.getComponentType(), length);
  }

  /** A record by its constructor, whose checks run; an object of another class without one. */
  Object made(MethodHandles.Lookup lookup, Object[] values) {
    if (!type.isRecord()) {
      return Instances.made(type, null, fields, values);
    }
    try {
      Class<?>[] components =
          Arrays.stream(type.getRecordComponents()).map(c -> c.getType()).toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(components);
      return MethodHandles.privateLookupIn(type, lookup)
          .unreflectConstructor(canonical)
          .invokeWithArguments(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("can't make " + type, e);
    }
  }
}
