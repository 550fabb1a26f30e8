package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of the user's, taken apart into what the derivative of its method needs.
 *
 * @param source the canonical name of its class
 * @param isRecord whether it is a record, made by its constructor
 * @param isFinal whether there can be no subclass
 * @param fields its fields, those of superclasses first
 */
public record ObjectParts(String source, boolean isRecord, boolean isFinal, List<Part> fields) {
  public ObjectParts {
    fields = List.copyOf(fields);
  }

  /**
   * A field.
   *
   * @param isReadable whether the generated class may name it, or its accessor
   * @param isKept whether the numbers' own method has a parameter for it
   * @param object what it holds, taken apart
   */
  public record Part(
      String name, Type type, boolean isReadable, boolean isKept, Optional<ObjectParts> object) {}

  /** The types of the parts that have parameters of their own, in order. */
  public List<Type> leaves() {
    List<Type> leaves = new ArrayList<>();
    for (Part field : fields) {
      if (field.object().isPresent()) {
        leaves.addAll(field.object().get().leaves());
      } else if (field.isKept()) {
        leaves.add(field.type());
      }
    }
    return leaves;
  }

  /** The user's type. */
  public Type type() {
    return new Type.Ref(source);
  }
}
