package io.cotangent.processor.backend;

import java.util.Set;

/** Names that Java keeps from methods and record components. */
final class RecordNames {
  /** The methods without parameters that every object has. */
  static final Set<String> OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private RecordNames() {}

  /** Names for the components of one record or the accessors of one class. */
  static Names components() {
    return new Names(OF_OBJECT, Set.of());
  }
}
