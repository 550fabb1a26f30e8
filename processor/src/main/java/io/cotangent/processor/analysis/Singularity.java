package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.rules.Rules;
import java.util.HashSet;
import java.util.Set;

/**
 * Which values may be infinite or NaN because an operation was at a singular point (a logarithm of
 * zero, a quotient by zero). A partial that such a value enters must not turn an adjoint that is
 * exactly zero into NaN, so the transforms guard it. Inputs count as finite.
 */
public final class Singularity {
  /**
   * Infinite slope where the argument is finite and nothing else is wrong, as of a norm at zero.
   */
  private static final Set<String> ROOTS = Set.of("sqrt", "cbrt", "asin", "acos", "pow");

  /**
   * Their slope is infinite only where they overflow themselves; that is their own guard's matter.
   */
  private static final Set<String> OVERFLOWING = Set.of("exp", "expm1", "sinh", "cosh");

  private final Aliasing aliasing;
  private final Set<Object> tainted = new HashSet<>();
  private final Set<Object> steep = new HashSet<>();

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
      for (int i = flow.edges().size() - 1; i >= 0; i--) {
        Flow.Edge edge = flow.edges().get(i);
        int before = singularity.steep.size();
        singularity.markSteep(edge.from(), singularity.steep.contains(edge.to()));
        changed |= singularity.steep.size() > before;
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
    } else if (e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct())) {
      return e.type().isFloating() && tainted.contains(aliasing.numbers(e));
    } else if (e instanceof Expr.Cast x) {
      return mayBeSingular(x.operand());
    } else if (e instanceof Expr.Conditional x) {
      return mayBeSingular(x.then()) || mayBeSingular(x.otherwise());
    } else if (e instanceof Expr.Apply x) {
      return isSingular(x) || x.args().stream().anyMatch(this::mayBeSingular);
    }
    return e instanceof Expr.Invoke && e.type().isFloating();
  }

  private void markSteep(Expr e, boolean isSteep) {
    if (!e.type().isFloating()) {
      return;
    }
    if (isSteep && e instanceof Expr.Read x) {
      steep.add(x.var());
    } else if (isSteep && e instanceof Expr.Pop x) {
      steep.add(x.slot());
    } else if (isSteep
        && (e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct()))) {
      steep.add(aliasing.numbers(e));
    } else if (e instanceof Expr.Apply x) {
      boolean inside = isSteep || isRoot(x);
      x.args().forEach(arg -> markSteep(arg, inside));
    } else if (e instanceof Expr.Cast || e instanceof Expr.Conditional) {
      Walk.children(e).forEach(child -> markSteep(child, isSteep));
    }
  }

  /** Whether the adjoint of what this operation is applied to may be infinite. */
  public static boolean isRoot(Expr.Apply apply) {
    boolean smooth =
        apply.args().size() == 2
            && apply.args().get(1) instanceof Expr.Const c
            && c.value() instanceof Double exponent
            && exponent >= 1;
    return apply.op() instanceof MathOp op && ROOTS.contains(op.name()) && !smooth;
  }

  /** Whether the variable's adjoint may be infinite because a root is taken of it later on. */
  public boolean isSteep(Var var) {
    return steep.contains(var);
  }

  /** The same of an element of an array, or of a field. */
  public boolean isSteep(Expr place) {
    return steep.contains(aliasing.numbers(place));
  }

  private static boolean isSingular(Expr.Apply apply) {
    if (apply.op() instanceof MathOp op && OVERFLOWING.contains(op.name())) {
      return false;
    }
    if (apply.op() == Operator.DIV || apply.op() == Operator.REM) {
      return apply.type().isFloating() && !Arithmetic.isOrdinary(apply.args().get(1));
    }
    return Rules.of(apply).filter(rule -> rule.isSingular()).isPresent();
  }
}
