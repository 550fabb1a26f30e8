package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Walk;
import java.util.Set;

/** Small questions about IR expressions that lowering asks. */
final class Expressions {
  private static final int SMALL = 6;
  private static final Set<Op> CHEAP = Set.of(Operator.ADD, Operator.SUB, Operator.MUL);

  private Expressions() {}

  /** Whether writing the expression twice costs nothing: a few reads, loads and index sums. */
  static boolean isCheap(Expr expr) {
    return size(expr) <= SMALL;
  }

  private static int size(Expr expr) {
    boolean cheap =
        expr instanceof Expr.Const
            || expr instanceof Expr.Read
            || expr instanceof Expr.Load
            || (expr instanceof Expr.Apply apply
                && apply.type() == Type.INT
                && CHEAP.contains(apply.op()));
    return Walk.children(expr).stream().mapToInt(Expressions::size).sum() + (cheap ? 1 : SMALL + 1);
  }

  /** A telling name for a variable that holds the expression's value. */
  static String nameFor(Expr expr) {
    if (expr instanceof Expr.Read read) {
      return read.var().name();
    }
    if (expr instanceof Expr.Apply apply) {
      return apply.op() instanceof MathOp math ? math.name() : nameFor((Operator) apply.op());
    }
    if (expr instanceof Expr.Cast cast) {
      return nameFor(cast.operand());
    }
    if (expr instanceof Expr.Load load) {
      return load.type().isArray() ? "row" : "element";
    }
    if (expr instanceof Expr.Invoke invoke) {
      return invoke.invocation() == Expr.Invocation.CONSTRUCTOR ? "created" : invoke.name();
    }
    if (expr instanceof Expr.Field field) {
      return field.name();
    }
    return nameOfOther(expr);
  }

  private static String nameOfOther(Expr expr) {
    if (expr instanceof Expr.Length) {
      return "length";
    }
    if (expr instanceof Expr.NewArray) {
      return "array";
    }
    if (expr instanceof Expr.CloneArray) {
      return "copy";
    }
    return expr instanceof Expr.Conditional ? "choice" : "value";
  }

  private static String nameFor(Operator operator) {
    return switch (operator) {
      case ADD -> "sum";
      case SUB -> "difference";
      case MUL, GUARDED_TIMES -> "product";
      case DIV, GUARDED_DIVIDE -> "quotient";
      case REM -> "remainder";
      case NEG -> "negated";
      case SHL, SHR, USHR -> "shifted";
      case BIT_AND, BIT_OR, BIT_XOR, COMPLEMENT -> "bits";
      case CONCAT -> "text";
      case LT, LE, GT, GE, EQ, NE, AND, OR, NOT, EQUALS -> "test";
    };
  }
}
