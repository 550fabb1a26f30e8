package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Brings the statements of a {@code try} into a form in which only simple statements throw: tests
 * and arguments that may throw become variables, loops that may be left by an exception are no
 * longer counted ones.
 */
final class Attempts {
  private final Risk risk;

  Attempts(Risk risk) {
    this.risk = risk;
  }

  /** The statements in that form; those in it already stay as they are. */
  List<Stmt> prepared(List<Stmt> stmts) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt stmt : stmts) {
      prepare(stmt, out);
    }
    return out;
  }

  private void prepare(Stmt stmt, List<Stmt> out) {
    if (stmt instanceof Stmt.If x && Risk.isRisky(x.test())) {
      out.add(new Stmt.If(named("test", x.test(), out), x.then(), x.otherwise()));
    } else if (stmt instanceof Stmt.Loop x && Risk.isRisky(x.test())) {
      loop(x, out);
    } else if (stmt instanceof Stmt.Counted x) {
      counted(x, out);
    } else if (stmt instanceof Stmt.Call x && x.args().stream().anyMatch(Risk::isRisky)) {
      call(x, out);
    } else {
      out.add(stmt);
    }
  }

  private static Expr named(String name, Expr value, List<Stmt> out) {
    Var var = new Var(name, value.type());
    out.add(new Stmt.Declare(var, value));
    return var.read();
  }

  private static void loop(Stmt.Loop x, List<Stmt> out) {
    if (x.testAtEnd()) {
      Var again = new Var("again", Type.BOOLEAN);
      out.add(new Stmt.Declare(again, Exprs.TRUE));
      List<Stmt> update = new ArrayList<>(x.update().stmts());
      update.add(new Stmt.Assign(again, x.test()));
      out.add(new Stmt.Loop(x.label(), again.read(), x.body(), new Block(update), true));
      return;
    }
    List<Stmt> body = new ArrayList<>();
    Expr test = named("test", x.test(), body);
    body.add(new Stmt.If(Exprs.not(test), Block.of(new Stmt.Break(null)), Block.EMPTY));
    body.addAll(x.body().stmts());
    out.add(new Stmt.Loop(x.label(), Exprs.TRUE, new Block(body), x.update(), false));
  }

  private void counted(Stmt.Counted x, List<Stmt> out) {
    boolean bound = Risk.isRisky(x.bound());
    if (!risk.mayThrow(x.body().stmts())) {
      Expr from = bound || Risk.isRisky(x.from()) ? named("from", x.from(), out) : x.from();
      Expr to = bound ? named("end", x.bound(), out) : x.bound();
      out.add(new Stmt.Counted(x.index(), from, x.relation(), to, x.step(), x.body()));
      return;
    }
    Var index = x.index();
    out.add(new Stmt.Declare(index, x.from()));
    Expr to = bound ? named("end", x.bound(), out) : x.bound();
    Expr next =
        x.step() < 0 && x.step() != Integer.MIN_VALUE
            ? Exprs.minus(index.read(), Exprs.constant(-x.step()))
            : Exprs.plus(index.read(), Exprs.constant(x.step()));
    Expr test = Exprs.test(x.relation(), index.read(), to);
    Block update = Block.of(new Stmt.Assign(index, next));
    out.add(new Stmt.Loop(null, test, x.body(), update, false));
  }

  /** Arguments come before the declarations of the call's targets, which stay next to it. */
  private static void call(Stmt.Call x, List<Stmt> out) {
    int at = out.size();
    while (at > 0 && out.get(at - 1) instanceof Stmt.Declare d && x.targets().contains(d.var())) {
      at--;
    }
    List<Stmt> before = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    for (Expr arg : x.args()) {
      args.add(Risk.isRisky(arg) ? named(Naming.of(arg), arg, before) : arg);
    }
    out.addAll(at, before);
    out.add(new Stmt.Call(x.targets(), x.callee(), args, x.span()));
  }

  /** Whether the statement is neither a loop, a branch, a jump nor a call of a function. */
  static boolean isSimple(Stmt stmt) {
    return stmt instanceof Stmt.Declare
        || stmt instanceof Stmt.Assign
        || stmt instanceof Stmt.Store
        || stmt instanceof Stmt.Put
        || stmt instanceof Stmt.Eval
        || stmt instanceof Stmt.Assert
        || stmt instanceof Stmt.Mark;
  }

  /** Where the stretch of simple statements that begins at {@code start} ends. */
  static int end(List<Stmt> stmts, int start) {
    int end = start;
    while (end < stmts.size() && isSimple(stmts.get(end)) && !belongsToCall(stmts, end)) {
      end++;
    }
    boolean jump = end < stmts.size() && isJump(stmts.get(end));
    while (!jump && stmts.get(end - 1) instanceof Stmt.Mark) {
      end--;
    }
    return end;
  }

  /** Whether the statement only sets a flag once jumps are flags. */
  static boolean isJump(Stmt stmt) {
    return stmt instanceof Stmt.Return
        || stmt instanceof Stmt.Break
        || stmt instanceof Stmt.Continue;
  }

  private static boolean belongsToCall(List<Stmt> stmts, int at) {
    return at + 1 < stmts.size()
        && stmts.get(at) instanceof Stmt.Declare declare
        && stmts.get(at + 1) instanceof Stmt.Call call
        && call.targets().contains(declare.var());
  }

  /** None of the flags is set, and no exception is in those that hold one. */
  static Expr none(Set<Var> flags) {
    Expr any = null;
    Expr clear = Exprs.TRUE;
    for (Var flag : flags) {
      if (flag.type() == Type.BOOLEAN) {
        any = any == null ? flag.read() : Arithmetic.or(any, flag.read());
      } else {
        Expr nothing = Exprs.defaultValue(flag.type());
        clear = Arithmetic.and(clear, Exprs.test(Operator.EQ, flag.read(), nothing));
      }
    }
    return any == null ? clear : Arithmetic.and(Exprs.not(any), clear);
  }

  /** Whether there is an exception in the variable. */
  static Expr isCaught(Var caught) {
    return Exprs.test(Operator.NE, caught.read(), Exprs.defaultValue(caught.type()));
  }
}
