package io.cotangent.fuzz.dual;

import io.cotangent.fuzz.eval.Dual;

/** The interface of java.util.function on {@link Dual} numbers. */
@FunctionalInterface
public interface DoubleBinaryOperator {
  /** As in the JDK. */
  Dual applyAsDouble(Dual x, Dual y);
}
