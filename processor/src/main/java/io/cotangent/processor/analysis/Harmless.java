package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import java.util.Set;

/** Methods known not to write to arrays: their own arguments' or anybody's. */
public final class Harmless {
  private static final Set<String> OWNERS =
      Set.of(
          "java.lang.String",
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Character",
          "java.lang.Boolean",
          "java.lang.System",
          "java.util.Objects",
          "io.cotangent.Cotangent",
          "io.cotangent.implicit.TransportPolytope",
          "io.cotangent.runtime.Boxed",
          "io.cotangent.runtime.Checkpoints",
          "io.cotangent.runtime.Exceptions",
          "io.cotangent.runtime.KeyTable",
          "io.cotangent.runtime.Parts",
          "io.cotangent.runtime.Trees");
  private static final Set<String> ARRAYS =
      Set.of(
          "toString",
          "deepToString",
          "hashCode",
          "deepHashCode",
          "equals",
          "deepEquals",
          "compare",
          "mismatch",
          "binarySearch",
          "copyOf",
          "copyOfRange");

  private Harmless() {}

  /** Whether the call leaves all arrays as they are. */
  public static boolean isHarmless(Expr.Invoke call) {
    if (call.owner().equals("java.util.Arrays")) {
      return ARRAYS.contains(call.name());
    }
    if (call.owner().equals("java.lang.System")) {
      return !call.name().equals("arraycopy");
    }
    if (call.owner().equals("io.cotangent.runtime.Trees")) {
      return call.type() != Type.VOID;
    }
    boolean exception =
        call.invocation() == Expr.Invocation.CONSTRUCTOR
            && call.args().stream().noneMatch(arg -> arg.type().isArray());
    return exception || OWNERS.contains(call.owner());
  }
}
