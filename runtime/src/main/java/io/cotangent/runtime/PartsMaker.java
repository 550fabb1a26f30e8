package io.cotangent.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts an object together from parts of its shape and numbers. */
final class PartsMaker extends PartsWalk {
  private final double[] numbers;
  private int atNumbers;

  PartsMaker(Graph graph, Parts like, double[] numbers, boolean cotangent) {
    super(graph, like, cotangent);
    this.numbers = numbers;
  }

  private double number() {
    return numbers[atNumbers++];
  }

  Object next() {
    int tag = part();
    return switch (tag) {
      case Parts.NULL -> null;
      case Parts.OTHER -> other();
      case Parts.DOUBLE -> number();
      case Parts.FLOAT -> (float) number();
      case Parts.DOUBLES -> {
        double[] array = new double[part()];
        Arrays.setAll(array, i -> number());
        yield array;
      }
      case Parts.FLOATS -> {
        float[] array = new float[part()];
        for (int i = 0; i < array.length; i++) {
          array[i] = (float) number();
        }
        yield array;
      }
      case Parts.MAP, Parts.SORTED_MAP, Parts.FIXED_MAP -> map(tag);
      case Parts.LIST, Parts.FIXED_LIST, Parts.BACKED_LIST, Parts.LINKED_LIST -> {
        Object[] elements = elements(new Object[part()]);
        List<Object> list = Arrays.asList(elements);
        yield tag == Parts.LINKED_LIST ? new LinkedList<>(list) : new java.util.ArrayList<>(list);
      }
      default -> known(graph.kind(tag));
    };
  }

  private Object[] elements(Object[] into) {
    Arrays.setAll(into, i -> next());
    return into;
  }

  private Map<Object, Object> map(int tag) {
    part();
    KeyTable table = (KeyTable) other();
    Map<Object, Object> map =
        tag == Parts.SORTED_MAP ? new TreeMap<>(table.comparator()) : new LinkedHashMap<>();
    for (int place : table.places()) {
      map.put(table.key(place), next());
    }
    return map;
  }

  private Object known(Kind kind) {
    if (kind.type().isArray()) {
      return elements(kind.array(part()));
    }
    Object[] values = new Object[kind.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          kind.isNumber(i)
              ? kind.boxed(i, signed(kind, i, number()))
              : kind.isPrimitive(i) ? other() : next();
    }
    return kind.made(graph.lookup(), values);
  }
}
