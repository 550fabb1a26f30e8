package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Solves an equation for a variable that stands in it once, under invertible operations. */
final class Unwrapping {
  private static final Set<String> OWNERS =
      Set.of("java.lang.Math", "java.lang.StrictMath", "org.hipparchus.util.FastMath");

  /** The inverse of each function, NaN outside of the function's values. */
  private static final Map<String, String> INVERSES =
      Map.ofEntries(
          Map.entry("exp", "log"),
          Map.entry("log", "exp"),
          Map.entry("expm1", "log1p"),
          Map.entry("log1p", "expm1"),
          Map.entry("log10", "exp10"),
          Map.entry("sinh", "asinh"),
          Map.entry("tanh", "atanh"),
          Map.entry("atan", "tan"),
          Map.entry("asin", "sin"),
          Map.entry("acos", "cos"),
          Map.entry("sqrt", "square"),
          Map.entry("cbrt", "cube"),
          Map.entry("toRadians", "toDegrees"),
          Map.entry("toDegrees", "toRadians"));

  private Unwrapping() {}

  /** How often the variable is read. */
  static int count(Expr e, Var unknown) {
    int[] count = {0};
    Walk.expressions(e, x -> count[0] += x instanceof Expr.Read r && r.var() == unknown ? 1 : 0);
    return count[0];
  }

  /**
   * The unknown's value where {@code e} has the value {@code known}.
   *
   * @throws NotStepwise if an operation has no inverse here
   */
  static Expr solve(Expr e, Expr known, Var unknown) {
    if (e instanceof Expr.Read) {
      return known;
    } else if (!(e instanceof Expr.Apply)) {
      throw new NotStepwise();
    }
    Expr.Apply apply = (Expr.Apply) e;
    List<Expr> args = apply.args();
    int at = count(args.get(0), unknown) > 0 ? 0 : 1;
    if (args.size() > 2) {
      throw new NotStepwise();
    }
    Expr next;
    if (apply.op() instanceof Operator op) {
      Expr other = args.size() == 2 ? args.get(1 - at) : known;
      next = operator(op, at == 0, known, other);
    } else {
      next = function((MathOp) apply.op(), args, at, known);
    }
    return solve(args.get(at), next, unknown);
  }

  private static Expr operator(Operator op, boolean left, Expr known, Expr other) {
    return switch (op) {
      case ADD -> Arithmetic.sub(known, other);
      case SUB -> left ? Arithmetic.add(known, other) : Arithmetic.sub(other, known);
      case MUL -> Arithmetic.div(known, other);
      case DIV -> left ? Arithmetic.mul(known, other) : Arithmetic.div(other, known);
      case NEG -> Arithmetic.neg(known);
      default -> throw new NotStepwise();
    };
  }

  private static Expr function(MathOp op, List<Expr> args, int at, Expr known) {
    if (!OWNERS.contains(op.owner())) {
      throw new NotStepwise();
    }
    if (op.name().equals("pow") && at == 0 && isOdd(args.get(1))) {
      return inverse("oddRoot", known, args.get(1));
    }
    String inverse = INVERSES.get(op.name());
    if (inverse == null || args.size() != 1) {
      throw new NotStepwise();
    }
    return inverse(inverse, known);
  }

  private static boolean isOdd(Expr e) {
    return e instanceof Expr.Const c
        && c.value() instanceof Number n
        && Math.abs(n.doubleValue() % 2) == 1;
  }

  private static Expr inverse(String name, Expr... args) {
    return Exprs.apply(new MathOp("io.cotangent.runtime.Inverses", name), Type.DOUBLE, args);
  }
}
