package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What statements change, and which expressions have the same value and outcome after them. */
final class Effects {
  private final Set<Var> assigned = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Type> stored = new HashSet<>();
  private final Set<String> put = new HashSet<>();
  private boolean calls;

  private Effects() {}

  /** The effects of these statements. */
  static Effects of(List<Stmt> stmts) {
    Effects effects = new Effects();
    stmts.forEach(effects::add);
    return effects;
  }

  /** Whether these statements give the variable a value. */
  boolean assigns(Var var) {
    return assigned.contains(var);
  }

  /**
   * Whether {@code expr} can be evaluated after these statements instead of before: it neither
   * reads what they change nor can it throw.
   */
  boolean leaveAlone(Expr expr) {
    return !canThrow(expr) && hasSameValue(expr);
  }

  /** Whether {@code expr} has the same value after these statements as before, if it has one. */
  boolean hasSameValue(Expr expr) {
    if (expr instanceof Expr.Read read) {
      return !assigned.contains(read.var());
    }
    if (expr instanceof Expr.Load load && stored.contains(load.type())) {
      return false;
    }
    if (expr instanceof Expr.Field field && put.contains(field.name())) {
      return false;
    }
    boolean outside =
        expr instanceof Expr.Load || expr instanceof Expr.Field || expr instanceof Expr.StaticField;
    return !(outside && calls)
        && !isEffectful(expr)
        && Walk.children(expr).stream().allMatch(this::hasSameValue);
  }

  /** Whether the expression does more than give a value. */
  static boolean isEffectful(Expr expr) {
    return expr instanceof Expr.Invoke
        || expr instanceof Expr.NewArray
        || expr instanceof Expr.NewStruct
        || expr instanceof Expr.CloneArray
        || expr instanceof Expr.Pop;
  }

  /** Whether evaluation may throw, load a class or run a method of an object. */
  static boolean canThrow(Expr expr) {
    boolean self =
        !(expr instanceof Expr.Const
            || expr instanceof Expr.Read
            || expr instanceof Expr.Conditional
            || expr instanceof Expr.InstanceOf
            || (expr instanceof Expr.Cast cast && cast.type() instanceof Type.Primitive)
            || (expr instanceof Expr.Apply apply && !canThrow(apply.op(), apply.type())));
    return self || Walk.children(expr).stream().anyMatch(Effects::canThrow);
  }

  private static boolean canThrow(Op op, Type type) {
    if (op instanceof MathOp) {
      return !type.isFloating();
    }
    return op == Operator.CONCAT
        || op == Operator.EQUALS
        || ((op == Operator.DIV || op == Operator.REM) && !type.isFloating());
  }

  /** Whether a call may change something that an expression reads. */
  private static boolean reaches(Expr.Invoke call) {
    boolean numbers = call.args().stream().noneMatch(Effects::isReference);
    return !(numbers && call.owner().startsWith("java.lang."));
  }

  private static boolean isReference(Expr expr) {
    return !(expr.type() instanceof Type.Primitive) && !expr.type().equals(Type.STRING);
  }

  private void add(Stmt stmt) {
    Walk.exprs(stmt)
        .forEach(expr -> calls |= expr instanceof Expr.Invoke invoke && reaches(invoke));
    calls |= stmt instanceof Stmt.Call call && call.args().stream().anyMatch(Effects::isReference);
    if (stmt instanceof Stmt.Store store) {
      stored.add(((Type.Array) store.array().type()).element());
    }
    if (stmt instanceof Stmt.Put write) {
      put.add(write.name());
    }
    if (!(stmt instanceof Stmt.Declare)) {
      assigned.addAll(Walk.written(stmt));
    }
    Walk.blocks(stmt).forEach(block -> block.stmts().forEach(this::add));
  }
}
