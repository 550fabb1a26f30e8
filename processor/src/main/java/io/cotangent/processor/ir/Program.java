package io.cotangent.processor.ir;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Functions that call each other.
 *
 * @param functions by identity, in the order of their first use
 */
public record Program(Map<FunctionId, Function> functions) {
  public Program {
    functions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(functions));
  }

  /** The function with this identity. */
  public Function get(FunctionId id) {
    Function function = functions.get(id);
    if (function == null) {
      throw new IllegalStateException("no function " + id);
    }
    return function;
  }
}
