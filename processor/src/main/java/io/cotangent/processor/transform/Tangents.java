package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.rules.Partial;
import io.cotangent.processor.rules.Rule;
import io.cotangent.processor.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tangent of a scalar expression: the sum of its operands' tangents times their partials. */
final class Tangents {
  private final Facts facts;
  private final Shadows shadows;
  private final UnaryOperator<Var> tangent;
  private final List<Stmt> out;

  Tangents(Facts facts, Shadows shadows, UnaryOperator<Var> tangent, List<Stmt> out) {
    this.facts = facts;
    this.shadows = shadows;
    this.tangent = tangent;
    this.out = out;
  }

  /** The tangent of {@code e}, whose value is {@code result} (read only if a partial needs it). */
  Expr of(Expr e, Expr result) {
    if (!facts.activity().isActive(e)) {
      return Arithmetic.constant(0.0, e.type());
    } else if (e instanceof Expr.Read x) {
      return tangent.apply(x.var()).read();
    } else if (e instanceof Expr.Load x) {
      return new Expr.Load(shadows.of(x.array()), x.index());
    } else if (e instanceof Expr.Field x) {
      return new Expr.Field(shadows.of(x.receiver()), x.name(), x.type());
    } else if (e instanceof Expr.Cast x) {
      return Arithmetic.cast(x.type(), of(x.operand(), x.operand()));
    }
    return sum((Expr.Apply) e, result);
  }

  private Expr sum(Expr.Apply apply, Expr result) {
    Rule rule = Rules.of(apply).orElseThrow();
    Expr total = Arithmetic.constant(0.0, apply.type());
    for (int i = 0; i < apply.args().size(); i++) {
      Optional<Partial> partial = rule.partials().get(i);
      if (partial.isPresent() && facts.activity().isActive(apply.args().get(i))) {
        Expr arg = apply.args().get(i);
        Expr dot = of(arg, arg);
        boolean steep = facts.singularity().mayBeSingular(apply.args().get(i));
        boolean guard = Guards.needed(facts, apply, rule, i, steep);
        Expr flow = partial.get().of(guard ? atom(dot) : dot, apply.args(), result, guard);
        total = Arithmetic.add(total, Arithmetic.cast(apply.type(), atomic(flow)));
      }
    }
    return total;
  }

  /** Gives the tested operands of guarded products names, since they are read twice. */
  private Expr atomic(Expr flow) {
    if (flow instanceof Expr.Apply apply) {
      if (apply.op() == Operator.GUARDED_TIMES) {
        return new Expr.Apply(
            apply.op(), apply.args().stream().map(this::atom).toList(), apply.type());
      } else if (apply.op() == Operator.GUARDED_DIVIDE) {
        return new Expr.Apply(
            apply.op(), List.of(atom(apply.args().get(0)), apply.args().get(1)), apply.type());
      } else if (apply.op() == Operator.NEG) {
        return Arithmetic.neg(atomic(apply.args().get(0)));
      }
    }
    return flow;
  }

  private Expr atom(Expr e) {
    if (e instanceof Expr.Read || e instanceof Expr.Const) {
      return e;
    }
    Var var = new Var(Naming.of(e) + "Dot", e.type());
    out.add(new Stmt.Declare(var, e));
    return var.read();
  }
}
