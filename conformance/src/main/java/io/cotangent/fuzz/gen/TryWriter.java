package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** Writes try statements whose bodies often throw. */
final class TryWriter {
  /** Exceptions in an order in which catch clauses may name them. */
  private static final List<String> CAUGHT =
      List.of(
          "ArrayIndexOutOfBoundsException",
          "NegativeArraySizeException",
          "IndexOutOfBoundsException",
          "ArithmeticException",
          "IllegalArgumentException",
          "IllegalStateException",
          "AssertionError",
          "RuntimeException",
          "Exception",
          "Throwable");

  private final Author w;
  private final List<String> held = new ArrayList<>();

  TryWriter(Author author) {
    this.w = author;
  }

  /** A try statement. */
  Stmt statement() {
    List<Stmt> body = new ArrayList<>();
    int mark = w.scope.mark();
    body.addAll(w.statements.sequence(w.dice.between(0, 2)));
    risky(body);
    body.addAll(w.statements.sequence(w.dice.between(1, 3)));
    w.scope.restore(mark);
    List<Stmt.Catch> catches = new ArrayList<>();
    if (w.dice.chance(0.85)) {
      for (int at = w.dice.below(CAUGHT.size()); at < CAUGHT.size(); at += w.dice.between(1, 5)) {
        catches.add(clause(at));
      }
    }
    boolean last = catches.isEmpty() || w.dice.chance(0.35);
    return new Stmt.Try(body, catches, last ? w.statements.block(3) : List.of());
  }

  private Stmt.Catch clause(int at) {
    String name = w.fresh("ex");
    w.scope.reserve(name);
    held.add(name);
    List<Stmt> body = w.statements.block(2);
    held.remove(held.size() - 1);
    w.scope.release(name);
    boolean two = at == 3 && w.dice.chance(0.5);
    List<String> types =
        two ? List.of("ClassCastException", CAUGHT.get(3)) : List.of(CAUGHT.get(at));
    return new Stmt.Catch(types, name, body);
  }

  /** Throws again what the clause around caught, or nothing where there is none. */
  Stmt rethrowOrNull() {
    return held.isEmpty() ? null : new Stmt.Rethrow(w.dice.pick(held));
  }

  /** Something that throws now and then. */
  private void risky(List<Stmt> body) {
    int kind = w.dice.weighted(5, w.has(Feature.ARRAY) ? 5 : 0, 4);
    if (kind == 0) {
      body.add(new Stmt.If(w.tests.expr(2), List.of(w.statements.throwNew()), List.of()));
      return;
    }
    Expr small = new Expr.Lit(Ty.INT, w.dice.between(-1, 4));
    Expr number = w.dice.chance(0.5) ? w.integers.leaf(Ty.INT) : small;
    List<Scope.Entry> arrays = w.scope.ofType(Ty.DOUBLES);
    if (kind == 1 && !arrays.isEmpty()) {
      Expr element = new Expr.Index(NumberWriter.variable(w.dice.pick(arrays)), number);
      body.add(new Stmt.Eval(new Expr.Assign(element, w.dice.of("", "*", "+"), value(element))));
      return;
    }
    Expr quotient =
        new Expr.Binary(w.dice.of("/", "%"), new Expr.Lit(Ty.INT, w.dice.between(1, 9)), number);
    List<Scope.Entry> doubles = w.scope.writable(Ty.DOUBLE);
    if (doubles.isEmpty()) {
      w.statements.declare(body, Ty.DOUBLE, () -> new Expr.Cast(Ty.DOUBLE, quotient));
    } else {
      Expr target = NumberWriter.variable(w.dice.pick(doubles));
      body.add(new Stmt.Eval(new Expr.Assign(target, w.dice.of("", "*", "+"), quotient)));
    }
  }

  private Expr value(Expr element) {
    return w.dice.chance(0.3)
        ? new Expr.Binary("*", element, w.numbers.leaf(Ty.DOUBLE))
        : Tame.wrap(w, Ty.DOUBLE, w.numbers.expr(Ty.DOUBLE, 2));
  }
}
