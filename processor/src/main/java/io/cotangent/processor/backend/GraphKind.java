package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Type;
import java.util.List;

/**
 * A class that the runtime is to take apart and put together, or an array of references.
 *
 * @param type the user's
 * @param fields what its objects hold, in order
 */
public record GraphKind(Type type, List<String> fields) {
  public GraphKind {
    fields = List.copyOf(fields);
  }
}
