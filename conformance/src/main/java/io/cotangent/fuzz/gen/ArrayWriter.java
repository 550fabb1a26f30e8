package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions of array types, elements and indices. */
final class ArrayWriter {
  private final Author w;

  ArrayWriter(Author author) {
    this.w = author;
  }

  /** An expression of an array type; it may be an alias of a variable. */
  Expr expr(Ty ty, int depth) {
    List<Scope.Entry> same = w.scope.ofType(ty);
    int kind =
        w.dice.weighted(
            same.isEmpty() ? 0 : 60,
            12,
            w.has(Feature.MATRIX) ? 12 : 0,
            same.size() > 1 && depth > 0 && w.has(Feature.ALIAS) ? 6 : 0,
            same.isEmpty() || !w.has(Feature.CLONE) ? 0 : 5,
            w.has(Feature.HELPER) ? 5 : 0,
            w.has(Feature.ALIAS) && w.has(Feature.SIDE_EFFECTS) && depth > 0 ? 2 : 0);
    return switch (kind) {
      case 0 -> NumberWriter.variable(w.dice.pick(same));
      case 2 -> rowOr(ty, depth);
      case 3 -> new Expr.Cond(w.tests.expr(depth - 1), expr(ty, depth - 1), expr(ty, depth - 1));
      case 4 -> new Expr.CloneOf(NumberWriter.variable(w.dice.pick(same)));
      case 5 -> w.calls.orElse(ty, depth, () -> fresh(ty, depth));
      case 6 -> assignment(ty, depth);
      default -> fresh(ty, depth);
    };
  }

  private Expr assignment(Ty ty, int depth) {
    List<Scope.Entry> writable = w.scope.writable(ty);
    return writable.isEmpty()
        ? fresh(ty, depth)
        : new Expr.Assign(NumberWriter.variable(w.dice.pick(writable)), "", expr(ty, depth - 1));
  }

  private Expr rowOr(Ty ty, int depth) {
    List<Scope.Entry> matrices = w.scope.ofType(ty.array());
    if (matrices.isEmpty()) {
      return fresh(ty, depth);
    }
    Expr matrix = NumberWriter.variable(w.dice.pick(matrices));
    return new Expr.Index(matrix, index(matrix));
  }

  /** A new array: with values, of zeros, or ragged. */
  Expr fresh(Ty ty, int depth) {
    if (ty.rank() == 1 && w.dice.chance(0.35)) {
      return new Expr.NewArray(ty, List.of(length()));
    }
    if (ty.rank() > 1 && w.dice.chance(0.4)) {
      List<Expr> lengths = new ArrayList<>();
      for (int i = 0; i < ty.rank(); i++) {
        lengths.add(new Expr.Lit(Ty.INT, w.dice.between(1, 3)));
      }
      return new Expr.NewArray(ty, lengths);
    }
    List<Expr> elements = new ArrayList<>();
    int count = w.dice.between(1, ty.rank() > 1 ? 2 : 4);
    for (int i = 0; i < count; i++) {
      elements.add(ty.rank() > 1 ? expr(ty.element(), depth - 1) : w.expr(ty.element(), depth - 1));
    }
    return new Expr.ArrayLit(ty, elements);
  }

  private Expr length() {
    List<Scope.Entry> arrays = w.scope.all(e -> e.ty().isArray());
    if (!arrays.isEmpty() && w.dice.chance(0.4)) {
      return new Expr.Length(NumberWriter.variable(w.dice.pick(arrays)));
    }
    return new Expr.Lit(Ty.INT, w.dice.weighted(1, 3, 6, 6));
  }

  /** An element of a scalar type of some array variable, or null where there is none. */
  Expr elementOrNull(Ty ty) {
    List<Scope.Entry> arrays = w.scope.all(e -> e.ty().isArray() && e.ty().base() == ty.base());
    if (arrays.isEmpty()) {
      return null;
    }
    Expr place = NumberWriter.variable(w.dice.pick(arrays));
    while (place.ty().isArray()) {
      place = new Expr.Index(place, index(place));
    }
    return place;
  }

  /** Something of a scalar type that may be assigned, or null. */
  Expr targetOrNull(Ty ty) {
    List<Scope.Entry> variables = w.scope.writable(ty);
    Expr element = w.dice.chance(0.5) || variables.isEmpty() ? elementOrNull(ty) : null;
    if (element != null) {
      return element;
    }
    return variables.isEmpty() ? null : NumberWriter.variable(w.dice.pick(variables));
  }

  /** An index into an array expression that has no side effects; mostly within bounds. */
  Expr index(Expr array) {
    String name = array.toString();
    List<Scope.Entry> running = w.scope.all(e -> e.indexes().equals(name));
    if (!running.isEmpty() && w.dice.chance(0.7)) {
      return NumberWriter.variable(w.dice.pick(running));
    }
    int kind = w.dice.weighted(40, 12, 25, 4, w.has(Feature.SIDE_EFFECTS) ? 4 : 0);
    return switch (kind) {
      case 0 -> new Expr.Lit(Ty.INT, 0);
      case 1 -> new Expr.Binary("-", new Expr.Length(array), new Expr.Lit(Ty.INT, 1));
      case 2 -> within(array, w.integers.expr(Ty.INT, 1));
      case 3 -> new Expr.Lit(Ty.INT, w.dice.of(1, 1, 1, 2));
      default -> stepping(array);
    };
  }

  private Expr stepping(Expr array) {
    List<Scope.Entry> counters = w.scope.writable(Ty.INT);
    if (counters.isEmpty()) {
      return new Expr.Lit(Ty.INT, 0);
    }
    Expr counter = NumberWriter.variable(w.dice.pick(counters));
    return within(array, new Expr.Step(counter, w.dice.chance(0.5), w.dice.of(1, -1)));
  }

  private static Expr within(Expr array, Expr i) {
    return new Expr.MathCall(Ty.INT, false, "floorMod", List.of(i, new Expr.Length(array)));
  }
}
