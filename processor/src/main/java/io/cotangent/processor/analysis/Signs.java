package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/**
 * Which scalars can't be negative, and which are at least some positive constant, so that dividing
 * by them is safe: one plus an exponential, for example. NaN counts as neither here nor there.
 */
final class Signs {
  private static final Set<String> NEVER_NEGATIVE = Set.of("exp", "cosh", "sqrt", "abs");

  private final Set<Var> maybeNegative = new HashSet<>();
  private final Set<Var> maybeSmall = new HashSet<>();

  private Signs() {}

  static Signs of(Function entry, Flow flow) {
    Signs signs = new Signs();
    signs.maybeNegative.addAll(entry.params());
    signs.maybeSmall.addAll(entry.params());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Flow.Edge edge : flow.edges()) {
        if (edge.to() instanceof Var var) {
          changed |= !signs.isNotNegative(edge.from()) && signs.maybeNegative.add(var);
          changed |= !signs.isAwayFromZero(edge.from()) && signs.maybeSmall.add(var);
        }
      }
    }
    return signs;
  }

  private boolean isNotNegative(Expr e) {
    if (e instanceof Expr.Read read) {
      return e.type().isFloating() && !maybeNegative.contains(read.var());
    } else if (e instanceof Expr.Apply x && x.op() instanceof MathOp op) {
      return NEVER_NEGATIVE.contains(op.name());
    } else if (e instanceof Expr.Apply x && x.type().isFloating()) {
      boolean square = x.op() == Operator.MUL && x.args().get(0).equals(x.args().get(1));
      boolean keeps = x.op() == Operator.ADD || x.op() == Operator.MUL || x.op() == Operator.DIV;
      return square || (keeps && x.args().stream().allMatch(this::isNotNegative));
    }
    return number(e) >= 0;
  }

  /** Whether the value is at least some positive constant. */
  boolean isAwayFromZero(Expr e) {
    if (e instanceof Expr.Read read) {
      return e.type().isFloating() && !maybeSmall.contains(read.var());
    } else if (e instanceof Expr.Apply x && x.op() == Operator.ADD && x.type().isFloating()) {
      return x.args().stream().allMatch(this::isNotNegative)
          && x.args().stream().anyMatch(this::isAwayFromZero);
    }
    return number(e) > 0;
  }

  private static double number(Expr e) {
    return e instanceof Expr.Const c && e.type().isFloating() && c.value() instanceof Number n
        ? n.doubleValue()
        : Double.NaN;
  }
}
