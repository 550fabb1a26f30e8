package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The reverse of overwriting a place: its adjoint is taken, zeroed, and spread over what the new
 * value was made of, which may be the place's own old value.
 */
final class Overwriting {
  private Overwriting() {}

  /** For a variable; {@code parts} spread {@code bar}'s value as if it were kept. */
  static List<Stmt> variable(Var bar, List<Stmt> parts) {
    int own = 0;
    int increments = 0;
    for (Stmt part : parts) {
      if (part instanceof Stmt.Assign a && a.var() == bar) {
        own++;
        boolean twice =
            a.value() instanceof Expr.Apply sum
                && sum.op() == Operator.ADD
                && sum.args().equals(List.of(bar.read(), bar.read()));
        increments += twice ? 1 : 0;
      }
    }
    List<Stmt> out = new ArrayList<>();
    if (own == 1 && increments == 1) {
      // v = v + …: what flows to the old value is what flowed to the new one.
      parts.stream().filter(p -> !(p instanceof Stmt.Assign a && a.var() == bar)).forEach(out::add);
      return out;
    }
    if (own == 0) {
      out.addAll(parts);
      out.add(new Stmt.Assign(bar, Exprs.defaultValue(bar.type())));
      return out;
    }
    Var taken = new Var(bar.name(), bar.type());
    out.add(new Stmt.Declare(taken, bar.read()));
    out.add(new Stmt.Assign(bar, Exprs.defaultValue(bar.type())));
    parts.forEach(part -> out.add(spreading(part, bar, taken)));
    return out;
  }

  /** Reads the taken adjoint, but still adds to the variable's own. */
  private static Stmt spreading(Stmt part, Var bar, Var taken) {
    Renaming renaming = new Renaming(Map.of(bar, taken));
    if (part instanceof Stmt.Assign a) {
      Expr value = a.value();
      if (a.var() == bar
          && value instanceof Expr.Apply sum
          && sum.args().size() == 2
          && sum.args().get(0).equals(bar.read())) {
        Expr more = renaming.expr(sum.args().get(1));
        return new Stmt.Assign(
            bar, new Expr.Apply(sum.op(), List.of(bar.read(), more), sum.type()));
      }
      return new Stmt.Assign(a.var(), renaming.expr(value));
    }
    List<Stmt> out = new ArrayList<>();
    renaming.stmt(part, out);
    return out.get(0);
  }

  /** For an element or a field; {@code parts} spread {@code g}, its adjoint. */
  static List<Stmt> place(Expr place, Var g, List<Stmt> parts) {
    Stmt increment = null;
    for (Stmt part : parts) {
      if (isIncrement(part, place, g)) {
        increment = part;
      }
    }
    List<Stmt> out = new ArrayList<>();
    if (parts.stream().anyMatch(part -> reads(part, g))) {
      out.add(new Stmt.Declare(g, place));
    }
    if (increment == null) {
      out.add(Contributions.write(place, Exprs.defaultValue(g.type())));
    }
    for (Stmt part : parts) {
      if (part != increment) {
        out.add(part);
      }
    }
    return out;
  }

  private static boolean isIncrement(Stmt part, Expr place, Var g) {
    Expr sum = Arithmetic.add(place, g.read());
    return part.equals(Contributions.write(place, sum));
  }

  private static boolean reads(Stmt part, Var g) {
    return Walk.exprs(part).stream().anyMatch(e -> Walk.reads(e).contains(g));
  }
}
