package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;

/** Names for values that the source gives none, from what they are. */
final class Naming {
  private Naming() {}

  static String of(Expr e) {
    if (e instanceof Expr.Apply apply && apply.op() instanceof MathOp math) {
      return math.name();
    } else if (e instanceof Expr.Apply apply && apply.op() instanceof Operator op) {
      return switch (op) {
        case ADD -> "sum";
        case SUB -> "difference";
        case MUL, GUARDED_TIMES -> "product";
        case DIV, GUARDED_DIVIDE -> "quotient";
        case REM -> "remainder";
        case NEG -> "negative";
        default -> "value";
      };
    } else if (e instanceof Expr.Load load) {
      return of(load.array());
    } else if (e instanceof Expr.NewStruct created) {
      String simple = created.type().name().substring(created.type().name().lastIndexOf('.') + 1);
      return simple.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + simple.substring(1);
    } else if (e instanceof Expr.CloneArray copy) {
      return of(copy.array()) + "Copy";
    } else if (e instanceof Expr.Cast cast) {
      return of(cast.operand());
    } else if (e instanceof Expr.Read read) {
      return read.var().name();
    } else if (e instanceof Expr.Field field) {
      return field.name().replace("()", "");
    } else if (e instanceof Expr.StaticField field) {
      return field.name().toLowerCase(java.util.Locale.ROOT);
    }
    return "value";
  }
}
