package io.cotangent.fuzz.dual;

import io.cotangent.fuzz.eval.Dual;

/** The interface of java.util.function on {@link Dual} numbers. */
@FunctionalInterface
public interface DoubleUnaryOperator {
  /** As in the JDK. */
  Dual applyAsDouble(Dual x);

  /** As in the JDK. */
  default DoubleUnaryOperator andThen(DoubleUnaryOperator after) {
    return x -> after.applyAsDouble(applyAsDouble(x));
  }

  /** As in the JDK. */
  default DoubleUnaryOperator compose(DoubleUnaryOperator before) {
    return x -> applyAsDouble(before.applyAsDouble(x));
  }

  /** As in the JDK. */
  static DoubleUnaryOperator identity() {
    return x -> x;
  }
}
