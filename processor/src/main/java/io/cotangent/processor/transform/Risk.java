package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which statements and functions may end in an exception. Errors of the machine (its stack or
 * memory is used up) can come from anywhere and don't count.
 */
final class Risk {
  private static final Set<String> SAFE_OWNERS = Set.of("java.lang.Math", "java.lang.StrictMath");

  private final Set<FunctionId> risky = new HashSet<>();

  private Risk() {}

  /** Of a program as it was lowered. */
  static Risk of(Program program) {
    Risk risk = new Risk();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Function function : program.functions().values()) {
        changed |=
            !risk.mayThrow(function.id())
                && risk.mayThrow(function.body().stmts())
                && risk.risky.add(function.id());
      }
    }
    return risk;
  }

  /** Whether a call of the function may end in an exception. */
  boolean mayThrow(FunctionId function) {
    return risky.contains(function);
  }

  /** Whether one of the statements, or something inside it, may throw. */
  boolean mayThrow(List<Stmt> stmts) {
    boolean[] found = new boolean[1];
    for (Stmt stmt : stmts) {
      found[0] |= throwsItself(stmt);
      Walk.blocks(stmt).forEach(block -> found[0] |= mayThrow(block.stmts()));
    }
    return found[0];
  }

  private boolean throwsItself(Stmt stmt) {
    return stmt instanceof Stmt.Call call && mayThrow(call.callee()) || isRisky(stmt);
  }

  /** Whether a statement other than a call of a function may throw, blocks inside it left out. */
  static boolean isRisky(Stmt stmt) {
    return stmt instanceof Stmt.Store
        || stmt instanceof Stmt.Put
        || stmt instanceof Stmt.Throw
        || stmt instanceof Stmt.Assert
        || Walk.exprs(stmt).stream().anyMatch(Risk::isRisky);
  }

  /** Whether evaluating the expression may throw. */
  static boolean isRisky(Expr e) {
    return Walk.any(e, Risk::throwsItself);
  }

  private static boolean throwsItself(Expr e) {
    if (e instanceof Expr.Apply apply) {
      return throwsItself(apply);
    } else if (e instanceof Expr.Invoke call) {
      return !isPlainException(call);
    }
    return !(e instanceof Expr.Const
        || e instanceof Expr.Read
        || e instanceof Expr.StaticField
        || e instanceof Expr.Conditional
        || e instanceof Expr.InstanceOf
        || e instanceof Expr.NewStruct
        || e instanceof Expr.Pop
        || e instanceof Expr.Cast cast && !cast.type().isReference());
  }

  private static boolean throwsItself(Expr.Apply apply) {
    if (apply.op() instanceof MathOp op) {
      return !(apply.type().isFloating() && SAFE_OWNERS.contains(op.owner()));
    } else if (apply.op() == Operator.DIV || apply.op() == Operator.REM) {
      return !apply.type().isFloating() && !Arithmetic.isOrdinary(apply.args().get(1));
    }
    return apply.op() == Operator.EQUALS
        || apply.op() == Operator.CONCAT
            && apply.args().stream().map(Expr::type).anyMatch(Risk::hasOwnText);
  }

  /** Whether making text of a value runs a method of its class. */
  private static boolean hasOwnText(Type type) {
    return type.isReference() && !type.equals(Type.STRING);
  }

  /** Whether the call makes one of Java's own exceptions of nothing but a text. */
  private static boolean isPlainException(Expr.Invoke call) {
    return call.invocation() == Expr.Invocation.CONSTRUCTOR
        && call.owner().startsWith("java.lang.")
        && call.owner().endsWith("Exception")
        && call.args().stream().allMatch(arg -> arg.type().equals(Type.STRING));
  }
}
