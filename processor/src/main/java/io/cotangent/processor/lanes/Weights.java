package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;

/**
 * How much a loop with vectors makes of a statement. HotSpot keeps vectors in registers only as
 * long as it inlines all of a loop, which has its bounds.
 */
final class Weights {
  /** The most for one loop. */
  static final int LIMIT = 20;

  private Weights() {}

  static int of(Stmt s) {
    int[] sum = {1};
    Walk.exprs(s).forEach(e -> add(e, sum));
    Walk.blocks(s).forEach(b -> add(b, sum));
    return sum[0];
  }

  private static void add(Block block, int[] sum) {
    block.stmts().forEach(s -> sum[0] += of(s));
  }

  private static void add(Expr root, int[] sum) {
    Walk.expressions(root, e -> sum[0] += own(e));
  }

  private static int own(Expr e) {
    if (e instanceof Expr.Apply apply) {
      if (apply.op() instanceof MathOp math) {
        return math.owner().endsWith("SpecialMath") ? LIMIT : 4;
      }
      Operator op = (Operator) apply.op();
      return op == Operator.GUARDED_TIMES || op == Operator.GUARDED_DIVIDE ? 4 : 1;
    }
    return e instanceof Expr.Load || e instanceof Expr.Conditional ? 1 : 0;
  }
}
