package io.cotangent.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JDK's lists and maps that can be handed over, by what may be done to them. */
final class Classes {
  private Classes() {}

  private static boolean isFixed(Object object) {
    String name = object.getClass().getName();
    return name.startsWith("java.util.ImmutableCollections$")
        || (name.startsWith("java.util.Collections$")
            && name.matches(".*\\$(Empty|Singleton|Unmodifiable(RandomAccess)?)(List|Map)"));
  }

  private static boolean isBacked(Object object) {
    return object.getClass().getName().equals("java.util.Arrays$ArrayList");
  }

  /**
   * Whether it is such a list or map.
   *
   * @throws IllegalArgumentException if it is another collection
   */
  static boolean isKnown(Object object) {
    Class<?> type = object.getClass();
    boolean known =
        type == ArrayList.class
            || type == LinkedList.class
            || type == HashMap.class
            || type == LinkedHashMap.class
            || type == TreeMap.class
            || ((object instanceof List<?> || object instanceof Map<?, ?>)
                && (isFixed(object) || isBacked(object)));
    if (!known && (object instanceof Collection<?> || object instanceof Map<?, ?>)) {
      throw new IllegalArgumentException(
          "derivatives are not known for what is in a "
              + type
              + ": copy it into an ArrayList,"
              + " HashMap, LinkedHashMap or TreeMap");
    }
    return known;
  }

  static int list(Collection<?> list) {
    if (list instanceof LinkedList<?>) {
      return Parts.LINKED_LIST;
    }
    return isFixed(list) ? Parts.FIXED_LIST : isBacked(list) ? Parts.BACKED_LIST : Parts.LIST;
  }

  static int map(Map<?, ?> map) {
    return isFixed(map)
        ? Parts.FIXED_MAP
        : map instanceof TreeMap<?, ?> ? Parts.SORTED_MAP : Parts.MAP;
  }
}
