package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether derivative code that runs before an expression could throw another exception than the
 * expression itself would: a tangent reads the active elements only, in their order.
 */
final class ThrowOrder {
  private ThrowOrder() {}

  /** Whether evaluating the expression can end in an exception. */
  static boolean mayThrow(Expr e) {
    return Walk.any(e, ThrowOrder::throwsItself);
  }

  /** Whether more than one part of the expression can end its evaluation. */
  static boolean mayThrowInSeveralWays(Expr e) {
    int[] ways = new int[1];
    Walk.expressions(e, x -> ways[0] += throwsItself(x) ? 1 : 0);
    return ways[0] > 1;
  }

  private static boolean throwsItself(Expr x) {
    return x instanceof Expr.Load
        || x instanceof Expr.Length
        || x instanceof Expr.Field
        || x instanceof Expr.Cast cast && cast.type().isReference()
        || x instanceof Expr.Apply apply && mayThrowItself(apply);
  }

  /** Whether the operation itself can, its operands apart. */
  static boolean mayThrowItself(Expr.Apply apply) {
    return !apply.type().isFloating()
        && apply.type() != Type.BOOLEAN
        && (apply.op() instanceof MathOp
            || apply.op() == Operator.DIV
            || apply.op() == Operator.REM);
  }

  static boolean matters(Expr e, Predicate<Expr> active) {
    if (!e.type().isFloating() || !active.test(e)) {
      return mayThrow(e);
    }
    return !(e instanceof Expr.Load || e instanceof Expr.Field)
        && Walk.children(e).stream().anyMatch(part -> matters(part, active));
  }

  /** The distinct elements and fields of floating type that the expression reads, in order. */
  static List<Expr> places(Expr e) {
    List<Expr> places = new ArrayList<>();
    collect(e, places);
    return places.stream().distinct().toList();
  }

  private static void collect(Expr e, List<Expr> places) {
    if (e instanceof Expr.Conditional) {
      return;
    }
    Walk.children(e).forEach(child -> collect(child, places));
    boolean place = e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct());
    if (place && e.type().isFloating()) {
      places.add(e);
    }
  }
}
