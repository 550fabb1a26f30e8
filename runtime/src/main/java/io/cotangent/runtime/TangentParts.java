package io.cotangent.runtime;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Takes the numbers of a tangent or cotangent, which must have the shape of what it belongs to. */
final class TangentParts extends PartsWalk {
  private final Parts numbers = new Parts();

  TangentParts(Graph graph, Parts like, boolean cotangent) {
    super(graph, like, cotangent);
  }

  double[] of(Object dot) {
    walk(dot);
    return numbers.numbers();
  }

  private void walk(Object dot) {
    int tag = part();
    switch (tag) {
      case Parts.NULL -> {}
      case Parts.OTHER -> other();
      case Parts.DOUBLE, Parts.FLOAT -> numbers.number(as(Number.class, dot).doubleValue());
      case Parts.DOUBLES -> Arrays.stream(sized(double[].class, dot)).forEach(numbers::number);
      case Parts.FLOATS -> {
        for (float number : sized(float[].class, dot)) {
          numbers.number(number);
        }
      }
      case Parts.MAP, Parts.SORTED_MAP, Parts.FIXED_MAP -> map(as(Map.class, dot));
      case Parts.LIST, Parts.FIXED_LIST, Parts.BACKED_LIST, Parts.LINKED_LIST -> {
        Collection<?> list = as(Collection.class, dot);
        require(part() == list.size());
        list.forEach(this::walk);
      }
      default -> known(graph.kind(tag), dot);
    }
  }

  private void map(Map<?, ?> dot) {
    require(part() == dot.size());
    KeyTable table = (KeyTable) other();
    for (int place : table.places()) {
      require(dot.containsKey(table.key(place)));
      walk(dot.get(table.key(place)));
    }
  }

  private void known(Kind kind, Object dot) {
    if (kind.type().isArray()) {
      Arrays.asList(sized(Object[].class, dot)).forEach(this::walk);
      return;
    }
    require(dot != null && dot.getClass() == kind.type());
    for (int i = 0; i < kind.size(); i++) {
      Object held = kind.get(graph.lookup(), i, dot);
      if (kind.isNumber(i)) {
        numbers.number(signed(kind, i, ((Number) held).doubleValue()));
      } else if (kind.isPrimitive(i)) {
        other();
      } else {
        walk(held);
      }
    }
  }

  private <T> T as(Class<T> type, Object dot) {
    require(type.isInstance(dot));
    return type.cast(dot);
  }

  private <T> T sized(Class<T> type, Object dot) {
    T array = as(type, dot);
    require(part() == java.lang.reflect.Array.getLength(array));
    return array;
  }

  private void require(boolean same) {
    if (!same) {
      throw new IllegalArgumentException("a tangent or cotangent has another shape");
    }
  }
}
