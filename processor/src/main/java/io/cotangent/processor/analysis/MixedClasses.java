package io.cotangent.processor.analysis;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;

/**
 * Finds where an object that is taken apart would be one as Java knows it, or the other way round.
 */
final class MixedClasses {
  private static final Type OBJECT = new Type.Ref("java.lang.Object");

  private MixedClasses() {}

  /** Whether one type is that of objects taken apart and the other a class of Java's. */
  static boolean differ(Type a, Type b) {
    return (a.leaf() instanceof Type.Struct && isJava(b))
        || (b.leaf() instanceof Type.Struct && isJava(a));
  }

  private static boolean isJava(Type type) {
    return type.leaf() instanceof Type.Ref && !type.leaf().equals(OBJECT);
  }

  /** Whether the expression makes one the other, or takes one from where only the other can be. */
  static boolean in(Expr e) {
    if (e instanceof Expr.Cast cast) {
      return !(cast.operand() instanceof Expr.Const) && differ(cast.type(), cast.operand().type());
    }
    boolean foreign =
        e instanceof Expr.StaticField
            || (e instanceof Expr.Invoke call && !call.owner().startsWith("io.cotangent.runtime."));
    return foreign && e.type().leaf() instanceof Type.Struct;
  }

  /** What is told about it. */
  static Problem problem(Expr e, Span at) {
    if (e instanceof Expr.Cast cast) {
      return problem(cast.operand().type(), cast.type(), at);
    }
    String from =
        e instanceof Expr.Invoke call
            ? call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.name()
            : ((Expr.StaticField) e).name();
    return Problem.of(ProblemKind.OBJECT_MIXED, at, from, name(e.type()));
  }

  /** What is told about a value of the first type that would have to be of the second. */
  static Problem problem(Type given, Type wanted, Span at) {
    return Problem.of(ProblemKind.OBJECT_MIXED, at, name(given), name(wanted));
  }

  private static String name(Type type) {
    return type.toString().replaceFirst("State[0-9]*", "").replaceFirst("^.*\\.", "");
  }
}
