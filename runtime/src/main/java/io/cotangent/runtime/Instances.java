package io.cotangent.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and makes objects of users' classes where generated code can't do so by name: fields that
 * are private, objects whose constructors would do more than hold what they are given.
 */
public final class Instances {
  private static final ClassValue<Map<String, Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private Instances() {}

  /**
   * What a field of {@code object} holds, declared in {@code type} or in a superclass of it.
   *
   * @throws NullPointerException if there is no object
   */
  public static Object get(Class<?> type, String field, Object object) {
    try {
      return field(type, field).get(java.util.Objects.requireNonNull(object));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A new object whose constructor is not run.
   *
   * @param type its class
   * @param like what the other fields are copied from; null leaves them zero
   * @param fields the names of some fields
   * @param values what these hold
   */
  public static <T> T made(Class<T> type, T like, String[] fields, Object... values) {
    T made = allocated(type);
    try {
      for (Class<?> c = type; like != null && c != Object.class; c = c.getSuperclass()) {
        for (Field each : c.getDeclaredFields()) {
          if (!Modifier.isStatic(each.getModifiers())) {
            each.setAccessible(true);
            each.set(made, each.get(like));
          }
        }
      }
      for (int i = 0; i < fields.length; i++) {
        field(type, fields[i]).set(made, values[i]);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return made;
  }

  /**
   * The object, if it is of this very class: what a subclass adds is not known.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static <T> T exactly(Class<T> type, T object) {
    if (object != null && object.getClass() != type) {
      throw new IllegalArgumentException(
          "derivatives are known for objects of " + type + ", not of " + object.getClass());
    }
    return object;
  }

  /**
   * Checks that parameters that the method changes are different objects.
   *
   * @throws IllegalArgumentException if two of them are one
   */
  public static void requireDistinct(Object... objects) {
    for (int i = 0; i < objects.length; i++) {
      for (int j = 0; j < i; j++) {
        if (objects[i] != null && objects[i] == objects[j]) {
          throw new IllegalArgumentException(
              "one object is passed twice to a method that changes it: pass a copy of it");
        }
      }
    }
  }

  private static <T> T allocated(Class<T> type) {
    try {
      // By name: the compiler warns of every direct use, though the method is supported.
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object instance = factory.getMethod("getReflectionFactory").invoke(null);
      Constructor<?> maker =
          (Constructor<?>)
              factory
                  .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                  .invoke(instance, type, Object.class.getDeclaredConstructor());
      return type.cast(maker.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no object of " + type + " can be made", e);
    }
  }

  private static Field field(Class<?> type, String name) {
    return FIELDS.get(type).computeIfAbsent(name, key -> find(type, key));
  }

  private static Field find(Class<?> type, String name) {
    Field found = declared(type, name);
    found.setAccessible(true);
    return found;
  }

  /** The field of this name, declared in the class or in a superclass of it. */
  static Field declared(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field each : c.getDeclaredFields()) {
        if (each.getName().equals(name)) {
          return each;
        }
      }
    }
    throw new IllegalStateException(type + " has no field " + name);
  }
}
