package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes statements and blocks. */
final class StatementWriter {
  private static final int DEPTH = 3;
  private static final int DEEPEST = 3;
  private final Author w;

  StatementWriter(Author author) {
    this.w = author;
  }

  /** A block's statements in a scope of their own. */
  List<Stmt> block(int most) {
    int mark = w.scope.mark();
    List<Stmt> body = sequence(w.dice.between(1, most));
    w.scope.restore(mark);
    return body;
  }

  /** Statements whose variables stay in scope. */
  List<Stmt> sequence(int count) {
    List<Stmt> body = new ArrayList<>();
    w.nesting++;
    for (int i = 0; i < count && w.budget > 0; i++) {
      w.budget--;
      add(body);
    }
    w.nesting--;
    if (body.isEmpty()) {
      assign(body);
    }
    return body;
  }

  private void add(List<Stmt> body) {
    boolean deep = w.nesting > DEEPEST;
    boolean array = w.has(Feature.ARRAY);
    int kind =
        w.dice.weighted(
            14,
            22,
            array ? 16 : 0,
            deep ? 0 : 12,
            deep ? 0 : 14,
            deep || !w.has(Feature.SWITCH) ? 0 : 5,
            array && w.has(Feature.ALIAS) ? 12 : 0,
            w.has(Feature.HELPER) ? 8 : 0,
            w.has(Feature.JUMP) && !w.targets.isEmpty() ? 8 : 0,
            w.has(Feature.EARLY_RETURN) && !w.inSwitchExpression ? 4 : 0,
            w.has(Feature.THROW) ? 2 : 0,
            w.has(Feature.ASSERT) ? 1 : 0,
            deep || !w.has(Feature.LABEL) ? 0 : 3,
            3,
            4,
            deep || w.inSwitchExpression || !w.has(Feature.TRY) ? 0 : 12,
            2);
    switch (kind) {
      case 0 -> declare(body);
      case 1 -> assign(body);
      case 2 -> element(body);
      case 3 -> body.add(ifElse());
      case 4 -> w.loops.add(body);
      case 5 -> body.add(w.switches.statement());
      case 6 -> w.aliases.add(body);
      case 7 -> call(body);
      case 8 -> body.add(jump());
      case 9 -> body.add(new Stmt.If(w.tests.rare(), List.of(returnValue()), List.of()));
      case 10 -> body.add(new Stmt.If(w.tests.rare(), List.of(throwNew()), List.of()));
      case 11 -> body.add(new Stmt.Assert(new Expr.Unary("!", w.tests.rare()), "unexpected"));
      case 12 -> body.add(labelled());
      case 13 -> splitInit(body);
      case 14 -> step(body);
      case 15 -> body.add(w.tries.statement());
      default -> rethrow(body);
    }
  }

  private void declare(List<Stmt> body) {
    Ty ty = w.scalarType();
    declare(body, ty, () -> w.expr(ty, DEPTH));
  }

  /** Declares a variable with a value, in which its name is taken already. */
  void declare(List<Stmt> body, Ty ty, Supplier<Expr> init) {
    String modifier = w.dice.chance(0.12) ? "final" : w.dice.chance(0.1) ? "var" : "";
    String name = w.fresh(ty.isArray() ? "arr" : ty.base().javaName().substring(0, 1));
    w.scope.reserve(name);
    body.add(new Stmt.Local(modifier, ty, name, init.get()));
    w.scope.release(name);
    w.scope.add(ty, name, !modifier.equals("final"));
  }

  private void assign(List<Stmt> body) {
    Ty ty = w.dice.chance(0.75) ? Ty.DOUBLE : w.scalarType();
    List<Scope.Entry> variables = w.scope.writable(ty);
    if (variables.isEmpty()) {
      declare(body);
      return;
    }
    update(body, NumberWriter.variable(w.dice.pick(variables)));
  }

  private void element(List<Stmt> body) {
    Ty ty = w.may(Feature.FLOAT, 0.15) ? Ty.FLOAT : Ty.DOUBLE;
    Expr target = w.arrays.elementOrNull(ty);
    if (target == null) {
      declare(body, Ty.DOUBLES, () -> w.arrays.fresh(Ty.DOUBLES, DEPTH - 1));
    } else {
      update(body, target);
    }
  }

  /** Assigns a target, plainly or with an operator. */
  private void update(List<Stmt> body, Expr target) {
    Ty ty = target.ty();
    if (ty.equals(Ty.BOOLEAN)) {
      String op = w.dice.of("", "", "&", "|", "^");
      body.add(new Stmt.Eval(new Expr.Assign(target, op, w.tests.expr(DEPTH))));
    } else if (w.dice.chance(0.55)) {
      Expr value = ty.isFloating() ? Tame.wrap(w, ty, w.expr(ty, DEPTH)) : w.expr(ty, DEPTH);
      body.add(new Stmt.Eval(new Expr.Assign(target, "", value)));
    } else {
      body.add(new Stmt.Eval(compound(target)));
    }
  }

  /** A compound assignment; the right-hand side may be of a wider type. */
  private Expr compound(Expr target) {
    Ty right =
        w.dice.chance(0.75) && target.ty().promoted().equals(target.ty())
            ? target.ty()
            : w.dice.of(Ty.DOUBLE, Ty.INT);
    Expr value = w.expr(right, DEPTH - 1);
    return switch (w.dice.weighted(10, 7, 5, 2)) {
      case 0 -> new Expr.Assign(target, "+", value);
      case 1 -> new Expr.Assign(target, "-", value);
      case 2 ->
          new Expr.Assign(
              target,
              "*",
              right.equals(Ty.DOUBLE) ? Tame.math(w.dice.of("sin", "cos", "tanh"), value) : value);
      default ->
          new Expr.Assign(
              target,
              w.dice.chance(0.7) || !w.has(Feature.KINK) ? "/" : "%",
              new Expr.Binary(
                  "+", new Expr.Lit(Ty.DOUBLE, 1.5), new Expr.Binary("*", value, value)));
    };
  }

  private Stmt ifElse() {
    Expr test = w.tests.expr(2);
    int mark = w.scope.mark();
    List<Stmt> yes = sequence(w.dice.between(1, 3));
    if (w.may(Feature.EARLY_RETURN, 0.08) && !w.inSwitchExpression) {
      yes.add(returnValue());
    }
    w.scope.restore(mark);
    return new Stmt.If(test, yes, w.dice.chance(0.5) ? block(3) : List.of());
  }

  /** {@code return} of something of the method's result type. */
  Stmt returnValue() {
    return new Stmt.Return(w.result.equals(Ty.VOID) ? null : w.expr(w.result, 2));
  }

  private void rethrow(List<Stmt> body) {
    Stmt rethrow = w.tries.rethrowOrNull();
    if (rethrow == null) {
      assign(body);
    } else {
      body.add(new Stmt.If(w.tests.expr(1), List.of(rethrow), List.of()));
    }
  }

  /** {@code throw} of a new exception. */
  Stmt throwNew() {
    String type =
        w.dice.of("IllegalArgumentException", "IllegalStateException", "ArithmeticException");
    Expr detail = w.dice.chance(0.4) ? null : w.integers.leaf(Ty.INT);
    return new Stmt.Throw(type, "rejected ", w.dice.chance(0.2) ? active() : detail);
  }

  private Expr active() {
    return w.numbers.leaf(Ty.DOUBLE);
  }

  private void call(List<Stmt> body) {
    List<Helper> fit =
        w.helpers.stream()
            .filter(h -> h.method().result().equals(Ty.VOID) || w.dice.chance(0.1))
            .toList();
    if (fit.isEmpty()) {
      assign(body);
    } else {
      body.add(new Stmt.Eval(w.calls.call(w.dice.pick(fit), DEPTH - 1)));
    }
  }

  private Stmt jump() {
    Stmt jump = w.loops.jumpOrNull();
    return jump == null
        ? ifElse()
        : new Stmt.If(w.tests.expr(1), w.dice.chance(0.3) ? with(jump) : List.of(jump), List.of());
  }

  private List<Stmt> with(Stmt jump) {
    List<Stmt> body = block(1);
    body.add(jump);
    return body;
  }

  private Stmt labelled() {
    String label = w.loops.label("block");
    w.targets.add(new Author.Target(Author.Target.Kind.BLOCK, label));
    List<Stmt> body = block(4);
    w.targets.remove(w.targets.size() - 1);
    return new Stmt.Block(w.dice.chance(0.9) || uses(body, label) ? label : "", body);
  }

  private static boolean uses(List<Stmt> body, String label) {
    return body.toString().contains(label);
  }

  /** A variable that both arms of an if assign first. */
  private void splitInit(List<Stmt> body) {
    Ty ty = w.dice.chance(0.8) ? Ty.DOUBLE : w.scalarType();
    String name = w.fresh("s");
    w.scope.reserve(name);
    Expr test = w.tests.expr(2);
    Expr one = w.expr(ty, 2);
    Expr other = w.expr(ty, 2);
    w.scope.release(name);
    boolean isFinal = w.dice.chance(0.3);
    Expr target = new Expr.Var(ty, name);
    body.add(new Stmt.Local(isFinal ? "final" : "", ty, name, null));
    body.add(
        new Stmt.If(
            test,
            List.of(new Stmt.Eval(new Expr.Assign(target, "", one))),
            List.of(new Stmt.Eval(new Expr.Assign(target, "", other)))));
    w.scope.add(ty, name, !isFinal);
  }

  private void step(List<Stmt> body) {
    Expr target = w.arrays.targetOrNull(w.dice.of(Ty.DOUBLE, Ty.DOUBLE, Ty.INT));
    if (target == null) {
      assign(body);
    } else {
      body.add(new Stmt.Eval(new Expr.Step(target, w.dice.chance(0.5), w.dice.of(1, -1))));
    }
  }
}
