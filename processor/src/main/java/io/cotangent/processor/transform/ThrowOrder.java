package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether derivative code that runs before an expression could throw another exception than the
 * expression itself would: a tangent reads the active elements only, in their order.
 */
final class ThrowOrder {
  /** Methods of integers that give a result for all of them. */
  private static final Set<String> BOUNDS = Set.of("abs", "max", "min");

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
    if (apply.type().isFloating() || apply.type() == Type.BOOLEAN) {
      return false;
    }
    if (apply.op() instanceof MathOp math) {
      return !(math.owner().equals("java.lang.Math") && BOUNDS.contains(math.name()));
    }
    return (apply.op() == Operator.DIV || apply.op() == Operator.REM)
        && !isNumberButZero(apply.args().get(1));
  }

  private static boolean isNumberButZero(Expr divisor) {
    return divisor instanceof Expr.Const c
        && c.value() instanceof Number number
        && number.longValue() != 0;
  }

  static boolean matters(Expr e, Predicate<Expr> active) {
    if (!e.type().isFloating() || !active.test(e)) {
      return mayThrow(e);
    }
    return !(e instanceof Expr.Load || e instanceof Expr.Field)
        && Walk.children(e).stream().anyMatch(part -> matters(part, active));
  }

  /** Whether parts of the expression are evaluated only if another part says so. */
  static boolean isLazy(Expr e) {
    return e instanceof Expr.Conditional
        || e instanceof Expr.Apply apply
            && (apply.op() == Operator.AND || apply.op() == Operator.OR);
  }

  /**
   * The distinct elements, fields and choices that the expression reads, in order, and whatever can
   * end its evaluation before one of them is read.
   */
  static List<Expr> places(Expr e) {
    Set<Expr> places = new LinkedHashSet<>();
    collect(e, places);
    return List.copyOf(places);
  }

  private static void collect(Expr e, Set<Expr> places) {
    if (isLazy(e)) {
      if (mayThrow(e)) {
        places.add(e);
      }
      return;
    }
    List<Expr> children = Walk.children(e);
    for (int i = 0; i < children.size(); i++) {
      Expr child = children.get(i);
      collect(child, places);
      boolean later =
          children.subList(i + 1, children.size()).stream().anyMatch(ThrowOrder::hasPlace);
      if (later && stillThrows(child, places)) {
        places.add(child);
      }
    }
    if (isPlace(e)) {
      places.add(e);
    }
  }

  private static boolean isPlace(Expr e) {
    boolean place = e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct());
    return place && !e.type().isReference();
  }

  private static boolean hasPlace(Expr e) {
    return Walk.any(e, part -> isPlace(part) || (isLazy(part) && mayThrow(part)));
  }

  private static boolean stillThrows(Expr e, Set<Expr> places) {
    boolean known =
        places.contains(e) || (e instanceof Expr.Length l && l.array() instanceof Expr.Read);
    return !known
        && (throwsItself(e)
            || Walk.children(e).stream().anyMatch(child -> stillThrows(child, places)));
  }
}
