package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import java.util.List;

/** Which static methods are pure operations with a rule of their own. */
@FunctionalInterface
public interface KnownOperations {

  /** Whether the overload of {@code owner.name} with these parameters has a rule. */
  boolean isKnown(String owner, String name, List<Type> parameterTypes);
}
