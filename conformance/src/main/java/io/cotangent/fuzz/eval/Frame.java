package io.cotangent.fuzz.eval;

import java.util.HashMap;
import java.util.Map;

/** The variables of one call; names are unique in a scope, so no block structure is kept. */
final class Frame {
  private final Map<String, Object> variables = new HashMap<>();

  Object get(String name) {
    return variables.get(name);
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }
}
