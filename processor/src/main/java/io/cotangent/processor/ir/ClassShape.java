package io.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * What an object of a class holds whose source is known.
 *
 * @param name the name that a {@link Type.Struct} has
 * @param source the canonical name of the class that the source declares
 * @param kind what the source declares
 * @param isAccessible whether the generated class can name the class
 * @param isAbstract whether there are no objects of this very class
 * @param parent the name of the superclass, where that is known too
 * @param interfaces the names of the interfaces that are known too
 * @param fields its own fields, in the order of the source
 */
public record ClassShape(
    String name,
    String source,
    Kind kind,
    boolean isAccessible,
    boolean isAbstract,
    Optional<String> parent,
    List<String> interfaces,
    List<Field> fields) {
  public ClassShape {
    interfaces = List.copyOf(interfaces);
    fields = List.copyOf(fields);
  }

  /** What the source declares. */
  public enum Kind {
    RECORD,
    CLASS,
    INTERFACE,
    /** A lambda or method reference: its fields are what it captures. */
    FUNCTION
  }

  /**
   * A field.
   *
   * @param isAccessible whether the generated class may read it by its name, or by its accessor in
   *     a record
   */
  public record Field(String name, Type type, boolean isAccessible) {}

  /** The class's own name in the source. */
  public String simpleName() {
    return source.substring(source.lastIndexOf('.') + 1);
  }

  /** The type of references to such objects. */
  public Type.Struct type() {
    return new Type.Struct(name);
  }
}
