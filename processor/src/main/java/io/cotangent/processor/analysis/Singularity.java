package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.rules.Rules;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

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
  private final Signs signs;
  private final Set<Object> tainted = new HashSet<>();
  private final Set<Object> overflowing = new HashSet<>();
  private final Set<Object> steep = new HashSet<>();
  private final Set<Object> optional = new HashSet<>();

  private Singularity(Aliasing aliasing, Signs signs) {
    this.aliasing = aliasing;
    this.signs = signs;
  }

  static Singularity of(Program program, Function entry, Aliasing aliasing) {
    Flow flow = Flow.of(program, aliasing);
    Singularity singularity = new Singularity(aliasing, Signs.of(entry, flow));
    program.functions().values().forEach(f -> singularity.addOptional(f.body()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Flow.Edge edge : flow.edges()) {
        changed |= singularity.mayBeSingular(edge.from()) && singularity.tainted.add(edge.to());
        changed |= singularity.mayOverflow(edge.from()) && singularity.overflowing.add(edge.to());
      }
      for (int i = flow.edges().size() - 1; i >= 0; i--) {
        Flow.Edge edge = flow.edges().get(i);
        int before = singularity.steep.size() + singularity.optional.size();
        singularity.markSteep(edge.from(), singularity.steep.contains(edge.to()));
        if (singularity.optional.contains(edge.to())) {
          singularity.addPlaces(edge.from(), singularity.optional);
        }
        changed |= singularity.steep.size() + singularity.optional.size() > before;
      }
    }
    return singularity;
  }

  /** Whether the value of a scalar expression may be infinite or NaN at a singular point. */
  public boolean mayBeSingular(Expr e) {
    return e instanceof Expr.Invoke
        ? e.type().isFloating()
        : comesFrom(e, tainted, this::isSingular);
  }

  /**
   * Whether the value may be infinite because a function grew too fast, and need not be used. One
   * such factor leaves the other's slope to the guard of its own; where two meet, both slopes are
   * infinite.
   */
  public boolean mayOverflowUnused(Expr e) {
    Set<Object> places = new HashSet<>();
    addPlaces(e, places);
    return mayOverflow(e) && places.stream().anyMatch(optional::contains);
  }

  private boolean mayOverflow(Expr e) {
    return comesFrom(e, overflowing, Singularity::isOverflowing);
  }

  /** What a branch reads from outside may be there for nothing. */
  private void addOptional(Block body) {
    Walk.statements(
        body,
        stmt -> {
          if (stmt instanceof Stmt.If branch) {
            Walk.blocks(branch).forEach(b -> Walk.expressions(b, e -> addPlaces(e, optional)));
          }
        });
  }

  /** The variables, elements and fields of floating type that the expression reads. */
  private void addPlaces(Expr e, Set<Object> places) {
    if (e.type().isFloating()) {
      if (e instanceof Expr.Read x) {
        places.add(x.var());
      } else if (e instanceof Expr.Pop x) {
        places.add(x.slot());
      } else if (e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct())) {
        places.add(aliasing.numbers(e));
      }
      Walk.children(e).forEach(child -> addPlaces(child, places));
    }
  }

  /** Whether such an operation is in the expression, or one of these places is read in it. */
  private boolean comesFrom(Expr e, Set<Object> places, Predicate<Expr.Apply> operation) {
    if (e instanceof Expr.Read x) {
      return places.contains(x.var());
    } else if (e instanceof Expr.Pop x) {
      return places.contains(x.slot());
    } else if (e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct())) {
      return e.type().isFloating() && places.contains(aliasing.numbers(e));
    } else if (e instanceof Expr.Cast x) {
      return comesFrom(x.operand(), places, operation);
    } else if (e instanceof Expr.Conditional x) {
      return comesFrom(x.then(), places, operation) || comesFrom(x.otherwise(), places, operation);
    }
    return e instanceof Expr.Apply x
        && (operation.test(x)
            || x.args().stream().anyMatch(arg -> comesFrom(arg, places, operation)));
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

  private static boolean isOverflowing(Expr.Apply apply) {
    return apply.op() instanceof MathOp op && OVERFLOWING.contains(op.name());
  }

  /** Whether the operation divides by what can't be zero. */
  public boolean dividesSafely(Expr.Apply apply) {
    if (apply.op() != Operator.DIV && apply.op() != Operator.REM) {
      return false;
    }
    // A numerator that overflows would make a safe quotient NaN all the same.
    return Arithmetic.isOrdinary(apply.args().get(1))
        || (Arithmetic.isOrdinary(apply.args().get(0))
            && signs.isAwayFromZero(apply.args().get(1)));
  }

  private boolean isSingular(Expr.Apply apply) {
    if (isOverflowing(apply)) {
      return false;
    }
    if (apply.op() == Operator.DIV || apply.op() == Operator.REM) {
      return apply.type().isFloating() && !dividesSafely(apply);
    }
    return Rules.of(apply).filter(rule -> rule.isSingular()).isPresent();
  }
}
