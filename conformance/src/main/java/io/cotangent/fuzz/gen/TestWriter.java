package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.List;

/** Writes conditions. */
final class TestWriter {
  private final Author w;

  TestWriter(Author author) {
    this.w = author;
  }

  Expr expr(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return switch (w.dice.weighted(30, 15, 12, 6, 5, 3, 3)) {
      case 0 -> compare(Ty.DOUBLE, depth);
      case 1 -> compare(Ty.INT, depth);
      case 2 -> new Expr.Binary(w.dice.of("&&", "||"), expr(depth - 1), expr(depth - 1));
      case 3 -> new Expr.Unary("!", expr(depth - 1));
      case 4 -> leaf();
      case 5 ->
          new Expr.Binary(w.dice.of("&", "|", "^", "==", "!="), expr(depth - 1), expr(depth - 1));
      default -> w.calls.orElse(Ty.BOOLEAN, depth, () -> compare(Ty.DOUBLE, depth));
    };
  }

  private Expr leaf() {
    List<Scope.Entry> variables = w.scope.ofType(Ty.BOOLEAN);
    if (!variables.isEmpty() && w.dice.chance(0.6)) {
      return NumberWriter.variable(w.dice.pick(variables));
    }
    return w.dice.chance(0.9)
        ? compare(Ty.DOUBLE, 0)
        : new Expr.Lit(Ty.BOOLEAN, w.dice.chance(0.5));
  }

  private Expr compare(Ty ty, int depth) {
    String op =
        ty.equals(Ty.DOUBLE) && w.dice.chance(0.95)
            ? w.dice.of("<", ">", "<=", ">=")
            : w.dice.of("<", ">", "<=", ">=", "==", "!=");
    return new Expr.Binary(op, w.expr(ty, depth - 1), w.expr(ty, depth - 1));
  }

  /** A condition that seldom holds. */
  Expr rare() {
    Expr real = w.numbers.leaf(Ty.DOUBLE);
    return w.dice.chance(0.5)
        ? new Expr.Binary(">", real, new Expr.Lit(Ty.DOUBLE, 1.7))
        : new Expr.Binary(
            "==", w.integers.leaf(Ty.INT), new Expr.Lit(Ty.INT, w.dice.between(3, 6)));
  }
}
