package io.cotangent.runtime;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes apart what a caller hands over whose size turns out at run time (lists, maps, arrays of
 * objects, objects behind interfaces, objects that hold their like), and puts such together from
 * {@link Parts}. It knows the classes that a generated class names.
 */
public final class Graph {
  private final MethodHandles.Lookup lookup;
  private final Map<Class<?>, Integer> tags = new HashMap<>();
  private final Kind[] kinds;

  /**
   * A graph of objects of these classes.
   *
   * @param lookup of a class in their package
   * @param kinds in the order of their tags
   */
  public Graph(MethodHandles.Lookup lookup, Kind... kinds) {
    this.lookup = lookup;
    this.kinds = kinds;
    for (int i = 0; i < kinds.length; i++) {
      if (!kinds[i].isAbstract()) {
        tags.put(kinds[i].type(), Parts.KINDS + i);
      }
    }
  }

  /** A class whose objects hold what these fields hold, or an array of references. */
  public static Kind kind(Class<?> type, String... fields) {
    return new Kind(type, fields);
  }

  /** What was met on walks through the arguments of one call. */
  public static final class Met {
    private final Map<Object, Boolean> met = new IdentityHashMap<>();
    private boolean written;

    /** Notes an argument that is not taken apart here. */
    public Met with(Object argument, boolean isWritten) {
      written = isWritten;
      meet(argument);
      return this;
    }

    private void meet(Object object) {
      if (object != null) {
        Boolean before = met.put(object, written);
        if (before != null && (before || written)) {
          throw new IllegalArgumentException(
              "one object is passed twice to a method that changes it: pass a copy of it");
        }
      }
    }
  }

  /**
   * The parts of an object.
   *
   * @param met what was met before; null where nothing is changed
   * @param written whether the method may write to it
   * @throws IllegalArgumentException for an object of a class that isn't known, one that holds
   *     itself, and one that was met before and is changed
   */
  public Parts taken(Object object, Met met, boolean written) {
    Met other = met == null ? new Met() : met;
    other.written = written;
    Parts parts = new Parts();
    walk(object, parts, met, Collections.newSetFromMap(new IdentityHashMap<>()));
    return parts;
  }

  Kind kind(int tag) {
    return kinds[tag - Parts.KINDS];
  }

  MethodHandles.Lookup lookup() {
    return lookup;
  }

  private void walk(Object object, Parts parts, Met met, Set<Object> around) {
    if (object == null) {
      parts.add(Parts.NULL);
    } else if (object instanceof Double || object instanceof Float) {
      parts.add(object instanceof Double ? Parts.DOUBLE : Parts.FLOAT);
      parts.number(((Number) object).doubleValue());
    } else if (isOther(object)) {
      parts.add(Parts.OTHER);
      parts.other(object);
    } else {
      if (!around.add(object)) {
        throw new IllegalArgumentException(
            "an object of " + object.getClass() + " holds itself: pass a tree of objects");
      }
      if (met != null && !object.getClass().isRecord()) {
        met.meet(object);
      }
      Consumer<Object> each = held -> walk(held, parts, met, around);
      if (object instanceof Collection<?> list) {
        parts.add(Classes.list(list));
        parts.add(list.size());
        list.forEach(each);
      } else if (object instanceof Map<?, ?> map) {
        parts.add(Classes.map(map));
        parts.add(map.size());
        parts.other(KeyTable.given(map));
        map.values().forEach(each);
      } else if (object instanceof double[] array) {
        parts.add(Parts.DOUBLES);
        parts.add(array.length);
        Arrays.stream(array).forEach(parts::number);
      } else if (object instanceof float[] array) {
        parts.add(Parts.FLOATS);
        parts.add(array.length);
        for (float number : array) {
          parts.number(number);
        }
      } else {
        walkKnown(object, parts, each);
      }
      around.remove(object);
    }
  }

  private void walkKnown(Object object, Parts parts, Consumer<Object> each) {
    int tag = tags.get(object.getClass());
    parts.add(tag);
    if (object instanceof Object[] array) {
      parts.add(array.length);
      Arrays.asList(array).forEach(each);
      return;
    }
    Kind kind = kind(tag);
    for (int i = 0; i < kind.size(); i++) {
      Object held = kind.get(lookup, i, object);
      if (kind.isNumber(i)) {
        parts.number(((Number) held).doubleValue());
      } else if (kind.isPrimitive(i)) {
        parts.other(held);
      } else {
        each.accept(held);
      }
    }
  }

  /** Whether nothing in the object carries a derivative. */
  private boolean isOther(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      return !(object instanceof double[] || object instanceof float[] || tags.containsKey(type));
    }
    boolean known = tags.containsKey(type) || Classes.isKnown(object);
    if (!known) {
      for (Kind kind : kinds) {
        if (kind.type().isInstance(object)) {
          throw new IllegalArgumentException(
              "derivatives are not known for objects of "
                  + type
                  + " as "
                  + kind.type()
                  + ": its source must be in the compilation");
        }
      }
    }
    return !known;
  }

  /**
   * The numbers of a tangent or cotangent, in the order of {@code like}.
   *
   * @param like the parts of what it belongs to
   * @throws IllegalArgumentException if it has another shape
   */
  public double[] numbers(Parts like, Object dot, boolean cotangent) {
    return new TangentParts(this, like, cotangent).of(dot);
  }

  /**
   * A new object with the shape of {@code like} and these numbers; what carries no derivative is
   * the same.
   */
  @SuppressWarnings("unchecked") // of the class that the parts were taken from
  public <T> T made(Parts like, double[] numbers, boolean cotangent) {
    return (T) new PartsMaker(this, like, numbers, cotangent).next();
  }
}
