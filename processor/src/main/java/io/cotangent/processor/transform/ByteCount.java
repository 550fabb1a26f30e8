package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;

/** Bounds the bytecode that javac will write, a little from above. */
final class ByteCount {
  private ByteCount() {}

  static int of(Block block) {
    return block.stmts().stream().mapToInt(ByteCount::of).sum();
  }

  static int of(Stmt stmt) {
    int exprs = Walk.exprs(stmt).stream().mapToInt(ByteCount::of).sum();
    int blocks = Walk.blocks(stmt).stream().mapToInt(ByteCount::of).sum();
    return exprs + blocks + own(stmt);
  }

  private static int own(Stmt stmt) {
    if (stmt instanceof Stmt.Mark) {
      return 0;
    } else if (stmt instanceof Stmt.Counted) {
      return 24;
    } else if (stmt instanceof Stmt.Call call) {
      return 8 + 14 * call.targets().size();
    } else if (stmt instanceof Stmt.If || stmt instanceof Stmt.While || isTaping(stmt)) {
      return 12;
    }
    boolean rare =
        stmt instanceof Stmt.Assert || stmt instanceof Stmt.Throw || stmt instanceof Stmt.Attempt;
    return rare ? 20 : 4;
  }

  private static boolean isTaping(Stmt stmt) {
    return stmt instanceof Stmt.Push || stmt instanceof Stmt.Keep;
  }

  static int of(Expr e) {
    int parts = Walk.children(e).stream().mapToInt(ByteCount::of).sum();
    if (e instanceof Expr.Apply apply) {
      if (apply.op() == Operator.GUARDED_TIMES || apply.op() == Operator.GUARDED_DIVIDE) {
        return parts + 5;
      }
      return parts + (apply.op() instanceof MathOp || apply.type().isFloating() ? 3 : 9);
    } else if (e instanceof Expr.Read) {
      return 3;
    } else if (e instanceof Expr.Load || e instanceof Expr.Cast || e instanceof Expr.Length) {
      return parts + 2;
    } else if (e instanceof Expr.Conditional) {
      return parts + 8;
    } else if (e instanceof Expr.Const) {
      return 3;
    }
    return parts + 14;
  }
}
