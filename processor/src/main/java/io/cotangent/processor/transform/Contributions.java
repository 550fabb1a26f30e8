package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.Singularity;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.rules.Partial;
import io.cotangent.processor.rules.Rule;
import io.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries the cotangent of a scalar expression to the adjoints of what it was made of. */
final class Contributions {
  private final Facts facts;
  private final Adjoints adjoints;
  private final Available available;
  private final List<Stmt> out;

  Contributions(Facts facts, Adjoints adjoints, Available available, List<Stmt> out) {
    this.facts = facts;
    this.adjoints = adjoints;
    this.available = available;
    this.out = out;
  }

  /**
   * Writes the contributions.
   *
   * @param e the expression
   * @param g its cotangent, read as often as needed if it is a variable or a constant
   * @param result a variable that holds the expression's value in the forward sweep, if any
   * @param steep whether the cotangent may be infinite
   */
  void add(Expr e, Expr g, Optional<Var> result, boolean steep) {
    if (!facts.activity().isActive(e) || Arithmetic.isConstant(g, 0.0)) {
      return;
    } else if (e instanceof Expr.Read x) {
      Var bar = adjoints.bar(x.var());
      out.add(new Stmt.Assign(bar, Arithmetic.add(bar.read(), g)));
    } else if (e instanceof Expr.Load || e instanceof Expr.Field) {
      Expr place = available.adjoint(e);
      out.add(write(place, Arithmetic.add(place, g)));
    } else if (e instanceof Expr.Cast x) {
      add(x.operand(), Arithmetic.cast(x.operand().type(), g), Optional.empty(), steep);
    } else if (e instanceof Expr.Apply x) {
      apply(x, g, result, steep);
    } else {
      throw new IllegalStateException("no adjoint for " + e);
    }
  }

  /** The write of a value to an element or field. */
  static Stmt write(Expr place, Expr value) {
    return place instanceof Expr.Load load
        ? new Stmt.Store(load.array(), load.index(), value)
        : new Stmt.Put(((Expr.Field) place).receiver(), ((Expr.Field) place).name(), value);
  }

  private void apply(Expr.Apply apply, Expr g, Optional<Var> result, boolean steep) {
    Rule rule = Rules.of(apply).orElseThrow();
    List<Integer> active = new ArrayList<>();
    boolean guarded = false;
    for (int i = 0; i < apply.args().size(); i++) {
      if (rule.partials().get(i).isPresent() && facts.activity().isActive(apply.args().get(i))) {
        active.add(i);
        guarded |= Guards.needed(facts, apply, rule, i, steep);
      }
    }
    Expr flow = active.size() > 1 || guarded ? atom(g, Naming.of(apply) + "Bar") : g;
    Needs needs = Needs.of(rule, apply, active::contains);
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < apply.args().size(); i++) {
      Expr arg = apply.args().get(i);
      args.add(needs.args().contains(i) ? available.expr(arg) : arg);
    }
    Expr value = needs.result() ? available.expr(result.orElseThrow().read()) : apply;
    boolean shares = apply.op() == Operator.DIV && active.size() == 2;
    Expr share = flow;
    for (int i : active) {
      Partial partial = rule.partials().get(i).orElseThrow();
      boolean guard = Guards.needed(facts, apply, rule, i, steep);
      Expr part =
          shares && i == 1
              ? divisors(share, value, guard)
              : named(partial.of(flow, args, value, guard));
      if (shares && i == 0) {
        share = atom(part, "share");
        part = share;
      }
      Expr arg = apply.args().get(i);
      boolean within = steep || Singularity.isRoot(apply);
      add(arg, Arithmetic.cast(arg.type(), part), Optional.empty(), within);
    }
  }

  /** What goes to a quotient's divisor is what goes to its dividend times the quotient. */
  private Expr divisors(Expr share, Expr quotient, boolean guard) {
    Expr product =
        guard
            ? named(Exprs.apply(Operator.GUARDED_TIMES, share.type(), share, quotient))
            : Arithmetic.mul(share, quotient);
    return Arithmetic.neg(product);
  }

  /** Gives the tested operands of guarded products names, since they are read twice. */
  private Expr named(Expr flow) {
    if (flow instanceof Expr.Apply apply) {
      if (apply.op() == Operator.GUARDED_TIMES) {
        List<Expr> both = apply.args().stream().map(arg -> atom(arg, Naming.of(arg))).toList();
        return new Expr.Apply(apply.op(), both, apply.type());
      } else if (apply.op() == Operator.GUARDED_DIVIDE) {
        Expr tested = atom(apply.args().get(0), "factor");
        return new Expr.Apply(apply.op(), List.of(tested, apply.args().get(1)), apply.type());
      } else if (apply.op() == Operator.NEG) {
        return Arithmetic.neg(named(apply.args().get(0)));
      }
    }
    return flow;
  }

  private Expr atom(Expr e, String name) {
    if (e instanceof Expr.Read || e instanceof Expr.Const) {
      return e;
    }
    Var var = new Var(name, e.type());
    out.add(new Stmt.Declare(var, e));
    return var.read();
  }
}
