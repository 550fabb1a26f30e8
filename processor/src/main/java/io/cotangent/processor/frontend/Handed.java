package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Set;

/**
 * What a method and its caller may hand each other, in parameters and the result, at any depth.
 *
 * @param classes the names of the classes whose source is known
 * @param arrays the types of arrays of references
 */
public record Handed(List<String> classes, List<Type.Array> arrays) {
  /** The JDK's types of lists. */
  public static final Set<String> LISTS =
      Set.of("java.util.Collection", "java.util.List", "java.util.ArrayList");

  /** The JDK's types of maps. */
  public static final Set<String> MAPS =
      Set.of("java.util.Map", "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap");

  /** Nothing but numbers. */
  static final Handed NOTHING = new Handed(List.of(), List.of());

  public Handed {
    classes = List.copyOf(classes);
    arrays = List.copyOf(arrays);
  }
}
