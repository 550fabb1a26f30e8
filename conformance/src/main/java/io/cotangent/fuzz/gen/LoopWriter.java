package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** Writes loops, all of them bounded by a counter, and the jumps in them. */
final class LoopWriter {
  private final Author w;
  private int labels;

  LoopWriter(Author author) {
    this.w = author;
  }

  /** A label that no statement of the method has. */
  String label(String prefix) {
    return prefix + labels++;
  }

  /** Adds a loop, with the declaration of its counter where it needs one. */
  void add(List<Stmt> body) {
    boolean arrays = !w.scope.all(e -> e.ty().isArray()).isEmpty();
    int kind =
        w.dice.weighted(
            20,
            arrays ? 20 : 0,
            arrays && w.has(Feature.FOREACH) ? 12 : 0,
            w.has(Feature.WHILE) ? 8 : 0,
            w.has(Feature.WHILE) ? 6 : 0,
            w.has(Feature.WHILE) ? 4 : 0,
            4);
    switch (kind) {
      case 0 -> body.add(counted());
      case 1 -> body.add(overArray());
      case 2 -> body.add(forEach());
      case 3 -> whileLoop(body, false);
      case 4 -> whileLoop(body, true);
      case 5 -> endless(body);
      default -> body.add(activeCounter());
    }
  }

  private List<Stmt> body(String label, int most) {
    w.targets.add(new Author.Target(Author.Target.Kind.LOOP, label));
    List<Stmt> body = w.statements.block(most);
    w.targets.remove(w.targets.size() - 1);
    return body;
  }

  private String maybeLabel() {
    return w.may(Feature.LABEL, 0.3) ? label("loop") : "";
  }

  private static Expr number(int n) {
    return new Expr.Lit(Ty.INT, n);
  }

  private Stmt counted() {
    int mark = w.scope.mark();
    String i = w.fresh("i");
    Expr counter = new Expr.Var(Ty.INT, i);
    boolean down = w.dice.chance(0.25);
    int trips = w.dice.between(0, 4);
    Expr bound = new Expr.Binary(down ? ">" : "<", counter, number(down ? 0 : trips));
    w.scope.add(Ty.INT, i, false);
    Expr test = w.dice.chance(0.15) ? new Expr.Binary("&&", bound, w.tests.expr(1)) : bound;
    Expr update =
        w.dice.chance(0.8)
            ? new Expr.Step(counter, w.dice.chance(0.3), down ? -1 : 1)
            : new Expr.Assign(counter, down ? "-" : "+", number(w.dice.between(1, 2)));
    String label = maybeLabel();
    List<Stmt> body = body(label, 4);
    w.scope.restore(mark);
    Stmt init = new Stmt.Local("", Ty.INT, i, number(down ? trips : 0));
    return new Stmt.For(label, List.of(init), test, updates(update), body);
  }

  private List<Expr> updates(Expr counting) {
    List<Scope.Entry> doubles = w.scope.writable(Ty.DOUBLE);
    if (doubles.isEmpty() || !w.may(Feature.SIDE_EFFECTS, 0.1)) {
      return List.of(counting);
    }
    Expr target = NumberWriter.variable(w.dice.pick(doubles));
    return List.of(counting, new Expr.Assign(target, "*", new Expr.Lit(Ty.DOUBLE, 0.9)));
  }

  private Stmt overArray() {
    List<Scope.Entry> arrays = w.scope.all(e -> e.ty().isArray());
    Expr array = NumberWriter.variable(w.dice.pick(arrays));
    if (array.ty().rank() > 1 && w.dice.chance(0.3)) {
      array = new Expr.Index(array, w.arrays.index(array));
    }
    int mark = w.scope.mark();
    String i = w.fresh("i");
    w.scope.addIndex(i, array.toString());
    String label = maybeLabel();
    Expr counter = new Expr.Var(Ty.INT, i);
    Expr bound = new Expr.Length(array);
    boolean hoisted = w.dice.chance(0.2);
    String n = hoisted ? w.fresh("n") : "";
    if (hoisted) {
      w.scope.add(Ty.INT, n, false);
    }
    List<Stmt> body = body(label, 4);
    w.scope.restore(mark);
    List<Stmt> init = new ArrayList<>();
    init.add(new Stmt.Local("", Ty.INT, i, number(0)));
    if (hoisted) {
      init.add(new Stmt.Local("", Ty.INT, n, bound));
      bound = new Expr.Var(Ty.INT, n);
    }
    return new Stmt.For(
        label,
        init,
        new Expr.Binary("<", counter, bound),
        List.of(new Expr.Step(counter, false, 1)),
        body);
  }

  private Stmt forEach() {
    List<Scope.Entry> arrays = w.scope.all(e -> e.ty().isArray());
    Scope.Entry array = w.dice.pick(arrays);
    int mark = w.scope.mark();
    Ty ty = array.ty().element();
    String name = w.fresh(ty.isArray() ? "row" : "e");
    w.scope.add(ty, name, w.dice.chance(0.5));
    String label = maybeLabel();
    List<Stmt> body = body(label, 4);
    w.scope.restore(mark);
    return new Stmt.ForEach(label, ty, name, NumberWriter.variable(array), body);
  }

  /** Declares a counter and writes the test that stops the loop by it. */
  private Expr counterTest(List<Stmt> before, List<Stmt> first) {
    String c = w.fresh("c");
    before.add(new Stmt.Local("", Ty.INT, c, number(0)));
    w.scope.add(Ty.INT, c, false);
    Expr counter = new Expr.Var(Ty.INT, c);
    Expr most = number(w.dice.between(1, 4));
    if (w.dice.chance(0.5)) {
      return new Expr.Binary("<", new Expr.Step(counter, w.dice.chance(0.5), 1), most);
    }
    first.add(new Stmt.Eval(new Expr.Step(counter, false, 1)));
    return new Expr.Binary("<", counter, most);
  }

  private void whileLoop(List<Stmt> out, boolean testLast) {
    List<Stmt> first = new ArrayList<>();
    Expr bound = counterTest(out, first);
    Expr test = w.dice.chance(0.5) ? new Expr.Binary("&&", bound, w.tests.expr(2)) : bound;
    String label = maybeLabel();
    first.addAll(body(label, 4));
    out.add(new Stmt.While(label, test, testLast, first));
  }

  /** {@code while (true)} or {@code for (;;)} with a break. */
  private void endless(List<Stmt> out) {
    List<Stmt> body = new ArrayList<>();
    Expr bound = counterTest(out, body);
    String label = maybeLabel();
    body.add(new Stmt.If(new Expr.Unary("!", bound), List.of(new Stmt.Break("")), List.of()));
    body.addAll(body(label, 3));
    out.add(
        w.dice.chance(0.5)
            ? new Stmt.While(label, new Expr.Lit(Ty.BOOLEAN, true), false, body)
            : new Stmt.For(label, List.of(), null, List.of(), body));
  }

  /** A for loop whose variable is itself a double. */
  private Stmt activeCounter() {
    int mark = w.scope.mark();
    String t = w.fresh("t");
    Expr init = w.dice.chance(0.5) ? w.numbers.leaf(Ty.DOUBLE) : new Expr.Lit(Ty.DOUBLE, 0.0);
    String k = "";
    w.scope.add(Ty.DOUBLE, t, true);
    k = w.fresh("k");
    w.scope.add(Ty.DOUBLE, k, false);
    String label = maybeLabel();
    List<Stmt> body = body(label, 3);
    Expr update = new Expr.Assign(new Expr.Var(Ty.DOUBLE, t), "*", new Expr.Lit(Ty.DOUBLE, 0.5));
    Expr counter = new Expr.Var(Ty.DOUBLE, k);
    w.scope.restore(mark);
    return new Stmt.For(
        label,
        List.of(
            new Stmt.Local("", Ty.DOUBLE, t, init),
            new Stmt.Local("", Ty.DOUBLE, k, new Expr.Lit(Ty.DOUBLE, 0.0))),
        new Expr.Binary("<", counter, new Expr.Lit(Ty.DOUBLE, 1.0)),
        List.of(update, new Expr.Assign(counter, "+", new Expr.Lit(Ty.DOUBLE, 0.3))),
        body);
  }

  /** A break or continue that is legal here, or null. */
  Stmt jumpOrNull() {
    List<Stmt> legal = new ArrayList<>();
    boolean nearestBreak = true;
    boolean nearestLoop = true;
    for (int i = w.targets.size() - 1; i >= 0; i--) {
      Author.Target t = w.targets.get(i);
      boolean loop = t.kind() == Author.Target.Kind.LOOP;
      boolean block = t.kind() == Author.Target.Kind.BLOCK;
      if (!t.label().isEmpty()) {
        legal.add(new Stmt.Break(t.label()));
      }
      if (nearestBreak && !block) {
        legal.add(new Stmt.Break(""));
      }
      if (loop && nearestLoop) {
        legal.add(new Stmt.Continue(""));
      }
      if (loop && !t.label().isEmpty()) {
        legal.add(new Stmt.Continue(t.label()));
      }
      nearestBreak &= block;
      nearestLoop &= !loop;
    }
    return legal.isEmpty() ? null : w.dice.pick(legal);
  }
}
