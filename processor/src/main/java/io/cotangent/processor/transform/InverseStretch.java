package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.transform.LinearRow.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs a stretch between two points of equal width backwards: finds the values that it replaced,
 * one after another, from equations in which each stands once.
 */
final class InverseStretch {
  private final Facts facts;
  private final LiveValues live;
  private final Function<Object, Var> arrays;
  private final Indices indices;
  private final String step;
  private final Map<Object, Var> unknowns = new LinkedHashMap<>();
  private final Map<Var, Expr> values = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();
  private final Map<Object, Expr> equations = new LinkedHashMap<>();
  private final Set<Expr> mustDiffer = new LinkedHashSet<>();
  private final List<Stmt> out = new ArrayList<>();

  /** An element that is written, with what it holds by now. */
  private static final class Slot {
    final Element element;
    Expr value;
    int stores;

    Slot(Element element, Expr value) {
      this.element = element;
      this.value = value;
    }
  }

  /**
   * A stretch.
   *
   * @param arrays the variable that holds an array on the way back
   * @param step what messages call the stretch
   */
  InverseStretch(
      Facts facts, LiveValues live, Function<Object, Var> arrays, Indices indices, String step) {
    this.facts = facts;
    this.live = live;
    this.arrays = arrays;
    this.indices = indices;
    this.step = step;
  }

  List<Stmt> backwards(List<Stmt> stmts, Set<Object> start, Set<Object> end) {
    Map<Object, Integer> writes = new HashMap<>();
    for (Stmt s : stmts) {
      Walk.written(s).forEach(v -> writes.merge(v, 1, Integer::sum));
      if (s instanceof Stmt.Store st) {
        slot(element(st.array(), st.index())).stores++;
      }
    }
    for (Object place : start) {
      if (place instanceof Var v && (writes.containsKey(v) || !end.contains(v))) {
        unknown(v, v.name());
      }
    }
    for (Stmt s : stmts) {
      if (s instanceof Stmt.Store st) {
        Slot slot = slot(element(st.array(), st.index()));
        Expr result = substituted(st.value());
        if (--slot.stores == 0) {
          equations.put(slot.element, result);
          slot.value = place(slot.element);
        } else {
          slot.value = settled(result, slot.element.array().name());
        }
      } else {
        Var var = Walk.written(s).get(0);
        Expr value = s instanceof Stmt.Declare d ? d.init() : ((Stmt.Assign) s).value();
        Expr result = substituted(value);
        int left = writes.merge(var, -1, Integer::sum);
        if (left == 0 && end.contains(var)) {
          equations.put(var, result);
          values.put(var, var.read());
        } else {
          values.put(var, settled(result, var.name()));
        }
      }
    }
    return solved();
  }

  private Slot slot(Element element) {
    for (Slot slot : slots) {
      Expr same = slot.element.is(element);
      if (same.equals(Exprs.TRUE)) {
        return slot;
      } else if (!same.equals(Exprs.FALSE)) {
        mustDiffer.add(same);
      }
    }
    Slot slot = new Slot(element, unknown(element, element.array().name()).read());
    slots.add(slot);
    return slot;
  }

  private Var unknown(Object place, String name) {
    return unknowns.computeIfAbsent(place, p -> new Var(name + "Before", Type.DOUBLE));
  }

  private Element element(Expr array, Expr index) {
    Object place = live.place(array);
    return new Element(place, arrays.apply(place), indices.expr(index));
  }

  /** A value that is known already gets a name. */
  private Expr settled(Expr value, String name) {
    if (value instanceof Expr.Read
        || value instanceof Expr.Const
        || unknowns.values().stream().anyMatch(v -> Unwrapping.count(value, v) > 0)) {
      return value;
    }
    Var var = new Var(name, value.type());
    out.add(new Stmt.Declare(var, value));
    return var.read();
  }

  private Expr substituted(Expr e) {
    return new Rewriter() {
      @Override
      public Expr expr(Expr part) {
        if (part instanceof Expr.Read read && facts.activity().isActive(read.var())) {
          Expr known = values.get(read.var());
          Var unknown = unknowns.get(read.var());
          return known != null ? known : unknown != null ? unknown.read() : read;
        } else if (part instanceof Expr.Load load && facts.activity().isActive(load.array())) {
          return loaded(element(load.array(), load.index()));
        }
        return super.expr(part);
      }
    }.expr(e);
  }

  private Expr loaded(Element element) {
    for (Slot slot : slots) {
      Expr same = slot.element.is(element);
      if (same.equals(Exprs.TRUE)) {
        return slot.value;
      } else if (!same.equals(Exprs.FALSE)) {
        mustDiffer.add(same);
      }
    }
    return new Expr.Load(element.array().read(), element.index());
  }

  private List<Stmt> solved() {
    boolean exchange =
        equations.size() == 2 && equations.values().stream().allMatch(Expr.Read.class::isInstance);
    if (!exchange) {
      mustDiffer.forEach(
          same ->
              out.add(
                  0,
                  new Stmt.If(
                      same,
                      Block.of(
                          new Stmt.Eval(
                              Arithmetic.support(
                                  "Inverses", "coincide", Type.VOID, Exprs.constant(step)))),
                      Block.EMPTY)));
    }
    Set<Var> open = new LinkedHashSet<>(unknowns.values());
    Map<Object, Expr> left = new LinkedHashMap<>(equations);
    while (!open.isEmpty()) {
      Object chosen = null;
      Var solving = null;
      for (Map.Entry<Object, Expr> equation : left.entrySet()) {
        List<Var> inside =
            open.stream().filter(v -> Unwrapping.count(equation.getValue(), v) > 0).toList();
        if (inside.size() == 1 && Unwrapping.count(equation.getValue(), inside.get(0)) == 1) {
          chosen = equation.getKey();
          solving = inside.get(0);
          break;
        }
      }
      if (chosen == null || solving == null) {
        throw new NotStepwise();
      }
      Expr equation = java.util.Objects.requireNonNull(left.remove(chosen));
      out.add(new Stmt.Declare(solving, Unwrapping.solve(equation, place(chosen), solving)));
      open.remove(solving);
    }
    if (!left.isEmpty()) {
      throw new NotStepwise();
    }
    unknowns.forEach(
        (place, var) ->
            out.add(
                place instanceof Element e
                    ? new Stmt.Store(e.array().read(), e.index(), var.read())
                    : new Stmt.Assign((Var) place, var.read())));
    return out;
  }

  private static Expr place(Object place) {
    return place instanceof Element e
        ? new Expr.Load(e.array().read(), e.index())
        : ((Var) place).read();
  }
}
