package io.cotangent.processor.frontend;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtTypeReference;

/**
 * The runtime's function objects and the operators on them: left as they are, unless a method makes
 * such an object and has operators work on it. Then they are lowered from their source.
 */
final class Operators {
  static final Set<String> TYPES =
      Set.of(
          "io.cotangent.ScalarFunction",
          "io.cotangent.VectorFunction",
          "io.cotangent.linear.LinearOperator",
          "io.cotangent.linear.Transposed",
          "io.cotangent.linear.Vectors",
          "io.cotangent.operators.Curvature",
          "io.cotangent.operators.Directional",
          "io.cotangent.operators.Hutchinson",
          "io.cotangent.operators.JacobianOperator",
          "io.cotangent.operators.Products",
          "io.cotangent.operators.SparseHessian",
          "io.cotangent.operators.SymmetricOperator",
          "io.cotangent.operators.Taylor",
          "io.cotangent.operators.VectorCalculus");

  private Operators() {}

  /** Whether a class is one of them. */
  static boolean has(String topLevelName) {
    return TYPES.contains(topLevelName);
  }

  /** Whether a class is one of them, or stands in one. */
  static boolean has(@Nullable CtTypeReference<?> type) {
    return type != null && (has(type.getQualifiedName()) || has(type.getDeclaringType()));
  }

  /** Whether an operator's value is found by iteration, whose steps tell no derivative. */
  static boolean iterates(CtExecutableReference<?> callee) {
    return callee.getSimpleName().equals("naturalGradient")
        && Types.canonicalName(callee.getDeclaringType())
            .equals("io.cotangent.operators.Curvature");
  }
}
