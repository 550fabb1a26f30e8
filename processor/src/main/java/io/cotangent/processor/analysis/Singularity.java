package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.rules.Rules;
import java.util.HashSet;
import java.util.Set;

/**
 * Which values may be infinite or NaN because an operation was at a singular point (a logarithm of
 * zero, a quotient by zero). A partial that such a value enters must not turn an adjoint that is
 * exactly zero into NaN, so the transforms guard it. Inputs count as finite.
 */
public final class Singularity {
  private final Aliasing aliasing;
  private final Set<Object> tainted = new HashSet<>();

  private Singularity(Aliasing aliasing) {
    this.aliasing = aliasing;
  }

  static Singularity of(Program program, Aliasing aliasing) {
    Singularity singularity = new Singularity(aliasing);
    Flow flow = Flow.of(program, aliasing);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Flow.Edge edge : flow.edges()) {
        changed |=
            !singularity.tainted.contains(edge.to())
                && singularity.mayBeSingular(edge.from())
                && singularity.tainted.add(edge.to());
      }
    }
    return singularity;
  }

  /** Whether the value of a scalar expression may be infinite or NaN at a singular point. */
  public boolean mayBeSingular(Expr e) {
    if (e instanceof Expr.Read x) {
      return tainted.contains(x.var());
    } else if (e instanceof Expr.Pop x) {
      return tainted.contains(x.slot());
    } else if (e instanceof Expr.Load x) {
      return x.type().isFloating() && tainted.contains(aliasing.leafOf(x.array()));
    } else if (e instanceof Expr.Cast x) {
      return mayBeSingular(x.operand());
    } else if (e instanceof Expr.Conditional x) {
      return mayBeSingular(x.then()) || mayBeSingular(x.otherwise());
    } else if (e instanceof Expr.Apply x) {
      return isSingular(x) || x.args().stream().anyMatch(this::mayBeSingular);
    }
    return e instanceof Expr.Invoke && e.type().isFloating();
  }

  private static boolean isSingular(Expr.Apply apply) {
    if (apply.op() == Operator.DIV || apply.op() == Operator.REM) {
      return apply.type().isFloating() && !(apply.args().get(1) instanceof Expr.Const);
    }
    return Rules.of(apply).filter(rule -> rule.isSingular()).isPresent();
  }
}
