package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many numbers there are in a set of live values: scalars are counted, arrays are told apart by
 * what their length is known as.
 */
final class Widths {
  private static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

  private final Facts facts;
  private final LiveValues live;
  private final Map<Object, Expr> creations = new HashMap<>();
  private final Map<Object, String> names = new HashMap<>();
  private final Map<Var, Expr> definitions = new HashMap<>();

  Widths(Facts facts, LiveValues live, Function function) {
    this.facts = facts;
    this.live = live;
    Constancy constancy = new Constancy(function);
    function.params().forEach(p -> created(p, p.read()));
    Walk.statements(
        function.body(),
        s -> {
          if (s instanceof Stmt.Declare d) {
            created(d.var(), d.init());
            if (constancy.isDefinition(d.var())) {
              definitions.put(d.var(), d.init());
            }
          } else if (s instanceof Stmt.Assign a) {
            created(a.var(), a.value());
          }
        });
  }

  /** Notes where the arrays of a class come from: each has to be made in one place. */
  private void created(Var var, Expr value) {
    if (!var.type().isReference() || !facts.activity().isActive(var)) {
      if (var.type().isFloating() && facts.activity().isActive(var)) {
        require(var.type().equals(Type.DOUBLE));
        names.put(var, var.name());
      }
      return;
    }
    require(var.type().equals(VECTOR));
    Object place = live.place(var.read());
    names.merge(place, var.name(), (first, other) -> first);
    boolean param = value instanceof Expr.Read read && read.var() == var;
    if (value instanceof Expr.NewArray || value instanceof Expr.CloneArray || param) {
      require(creations.put(place, value) == null);
    } else {
      require(value instanceof Expr.Read || value instanceof Expr.Const);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new NotStepwise();
    }
  }

  /** What the source calls a live value. */
  String name(Object place) {
    return names.getOrDefault(place, "a value");
  }

  /** Whether two sets surely have equally many numbers. */
  boolean isSame(Set<Object> a, Set<Object> b) {
    return scalars(a) == scalars(b)
        && isPart(lengths(a), lengths(b))
        && isPart(lengths(b), lengths(a));
  }

  /** Whether one set surely has fewer numbers than the other, where no array is empty. */
  boolean isLess(Set<Object> a, Set<Object> b) {
    return isPart(lengths(a), lengths(b))
        && (scalars(a) < scalars(b) || scalars(a) == scalars(b) && !isPart(lengths(b), lengths(a)));
  }

  private static long scalars(Set<Object> places) {
    return places.stream().filter(Var.class::isInstance).count();
  }

  private static boolean isPart(List<Object> part, List<Object> whole) {
    List<Object> rest = new ArrayList<>(whole);
    return part.stream().allMatch(rest::remove);
  }

  private List<Object> lengths(Set<Object> places) {
    return places.stream().filter(place -> !(place instanceof Var)).map(this::length).toList();
  }

  /** What stands for the length of the arrays of a class. */
  private Object length(Object place) {
    Expr made = creations.get(place);
    if (made instanceof Expr.CloneArray copy) {
      return length(live.place(copy.array()));
    } else if (made instanceof Expr.NewArray array) {
      Expr size = resolved(array.dimensions().get(0));
      if (size instanceof Expr.Length length && facts.activity().isActive(length.array())) {
        return length(live.place(length.array()));
      }
      return size instanceof Expr.Const ? size : place;
    }
    return place;
  }

  private Expr resolved(Expr e) {
    Expr definition = e instanceof Expr.Read read ? definitions.get(read.var()) : null;
    return definition == null ? e : resolved(definition);
  }
}
