package io.cotangent.fuzz.dual;

import io.cotangent.fuzz.eval.Dual;

/** The interface of java.util.function on {@link Dual} numbers. */
@FunctionalInterface
public interface DoubleSupplier {
  /** As in the JDK. */
  Dual getAsDouble();
}
