package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes calls of the helpers written so far. */
final class CallWriter {
  private final Author w;

  CallWriter(Author author) {
    this.w = author;
  }

  /** A call of a helper with a result type, or another expression where there is none. */
  Expr orElse(Ty result, int depth, Supplier<Expr> otherwise) {
    List<Helper> fit = w.helpers.stream().filter(h -> h.method().result().equals(result)).toList();
    return fit.isEmpty() ? otherwise.get() : call(w.dice.pick(fit), depth);
  }

  /** A call of a helper. */
  Expr call(Helper helper, int depth) {
    Method m = helper.method();
    List<Expr> args = new ArrayList<>();
    int fixed = m.varargs() ? m.params().size() - 1 : m.params().size();
    for (int i = 0; i < fixed; i++) {
      args.add(
          i == helper.depthParam()
              ? new Expr.Lit(Ty.INT, w.dice.between(0, 3))
              : argument(m.params().get(i).ty(), args, depth - 1));
    }
    if (!m.varargs()) {
      return new Expr.Call(m.result(), m.id(), args, false);
    }
    Ty rest = m.params().get(fixed).ty();
    if (w.dice.chance(0.25)) {
      args.add(argument(rest, args, depth - 1));
      return new Expr.Call(m.result(), m.id(), args, false);
    }
    int count = w.dice.below(4);
    for (int i = 0; i < count; i++) {
      args.add(w.expr(rest.element(), depth - 1));
    }
    return new Expr.Call(m.result(), m.id(), args, true);
  }

  /** An argument; sometimes the same array as an earlier one. */
  private Expr argument(Ty ty, List<Expr> earlier, int depth) {
    if (ty.isArray() && w.may(Feature.ALIAS, 0.3)) {
      for (Expr e : earlier) {
        if (e.ty().equals(ty) && e instanceof Expr.Var) {
          return e;
        }
      }
    }
    return w.expr(ty, depth);
  }
}
