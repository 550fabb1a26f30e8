package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.rules.Partial;
import io.cotangent.processor.rules.Rule;
import io.cotangent.processor.rules.Rules;
import io.cotangent.processor.transform.LinearRow.Element;
import io.cotangent.processor.transform.LinearRow.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Forward mode over a straight stretch of code, from all that it reads at once: writes the
 * statements with their coefficients, and keeps of each value that was written its row.
 */
final class LinearRows {
  private final Facts facts;
  private final LiveValues live;
  private final Predicate<Var> constant;
  private final Set<Var> slopes;
  private final Indices indices;
  private final List<Stmt> out;
  private final Map<Var, LinearRow> scalars = new LinkedHashMap<>();
  private final List<Written> elements = new ArrayList<>();
  private final Map<Expr, Expr> frozen = new HashMap<>();

  /** An element with the row that was last stored in it. */
  private record Written(Element element, LinearRow row) {}

  /**
   * Rows of an empty stretch.
   *
   * @param constant which variables never change
   * @param slopes where the names of coefficients are collected, which never change either
   */
  LinearRows(
      Facts facts,
      LiveValues live,
      Predicate<Var> constant,
      Set<Var> slopes,
      Indices indices,
      List<Stmt> out) {
    this.facts = facts;
    this.live = live;
    this.constant = v -> slopes.contains(v) || constant.test(v);
    this.slopes = slopes;
    this.indices = indices;
    this.out = out;
  }

  /** The scalars that were written. */
  Map<Var, LinearRow> scalars() {
    return scalars;
  }

  /** The elements that were written, those that are surely the same once. */
  List<Element> elements() {
    List<Element> distinct = new ArrayList<>();
    for (Written written : elements) {
      if (distinct.stream().noneMatch(e -> e.is(written.element()).equals(Exprs.TRUE))) {
        distinct.add(written.element());
      }
    }
    return distinct;
  }

  /** The row of an element as it is now. */
  LinearRow current(Element element) {
    LinearRow row = new LinearRow();
    load(element, Arithmetic.constant(1.0, Type.DOUBLE), row);
    return row;
  }

  /** A statement that is not active. */
  void passive(Stmt s) {
    out.add(s);
    Walk.allWritten(s).forEach(v -> frozen.keySet().removeIf(e -> Walk.reads(e).contains(v)));
  }

  void declare(Stmt.Declare d) {
    out.add(d);
    scalars.put(d.var(), row(d.init(), d.var().read()));
  }

  void assign(Stmt.Assign a) {
    Expr value = named(a.value(), a.var().name());
    LinearRow row = row(a.value(), value);
    out.add(new Stmt.Assign(a.var(), value));
    scalars.put(a.var(), row);
  }

  void store(Stmt.Store s) {
    Element element = element((Expr.Read) s.array(), s.index());
    Expr value = named(s.value(), element.array().name());
    LinearRow row = row(s.value(), value);
    out.add(new Stmt.Store(s.array(), element.index(), value));
    elements.add(new Written(element, row));
  }

  /** The value, with a name where its partials need it. */
  private Expr named(Expr e, String name) {
    boolean needed =
        e instanceof Expr.Apply apply
            && Rules.of(apply).isPresent()
            && Needs.of(
                    Rules.of(apply).get(),
                    apply,
                    i -> facts.activity().isActive(apply.args().get(i)))
                .result();
    if (!needed) {
      return e;
    }
    Var value = new Var(name, e.type());
    slopes.add(value);
    out.add(new Stmt.Declare(value, e));
    return value.read();
  }

  private LinearRow row(Expr e, Expr result) {
    LinearRow raw = new LinearRow();
    flow(e, result, Arithmetic.constant(1.0, e.type()), raw);
    LinearRow row = new LinearRow();
    raw.coefficients().forEach((place, c) -> row.add(place, atom(c)));
    return row;
  }

  private void flow(Expr e, Expr result, Expr weight, LinearRow row) {
    if (!facts.activity().isActive(e)) {
      return;
    }
    if (e instanceof Expr.Read read) {
      LinearRow known = scalars.get(read.var());
      if (known == null) {
        row.add(new Scalar(read.var()), weight);
      } else {
        add(known, weight, row);
      }
    } else if (e instanceof Expr.Load load && load.array() instanceof Expr.Read array) {
      load(element(array, load.index()), weight, row);
    } else if (e instanceof Expr.Apply apply) {
      Rule rule = Rules.of(apply).orElseThrow();
      Expr atom = atom(weight);
      for (int i = 0; i < apply.args().size(); i++) {
        Optional<Partial> partial = rule.partials().get(i);
        Expr arg = apply.args().get(i);
        if (partial.isPresent() && facts.activity().isActive(arg)) {
          flow(arg, arg, partial.get().of(atom, apply.args(), result, false), row);
        }
      }
    } else {
      throw new NotStepwise();
    }
  }

  /** The last row that was stored there, or the element itself. */
  private void load(Element element, Expr weight, LinearRow row) {
    Expr open = Exprs.TRUE;
    for (int i = elements.size() - 1; i >= 0 && !open.equals(Exprs.FALSE); i--) {
      Expr same = element.is(elements.get(i).element());
      Expr here = LinearRow.and(open, same);
      if (!here.equals(Exprs.FALSE)) {
        add(elements.get(i).row(), atom(LinearRow.where(here, weight)), row);
        open = LinearRow.and(open, LinearRow.not(same));
      }
    }
    row.add(element, LinearRow.where(open, weight));
  }

  private void add(LinearRow known, Expr weight, LinearRow row) {
    Expr atom = atom(weight);
    known.coefficients().forEach((place, c) -> row.add(place, Arithmetic.mul(atom, c)));
  }

  private Element element(Expr.Read array, Expr index) {
    return new Element(live.place(array), array.var(), freeze(indices.expr(index)));
  }

  /** The index under a name that keeps its value. */
  private Expr freeze(Expr index) {
    if (Walk.any(index, e -> e instanceof Expr.Load)
        || !Walk.reads(index).stream().allMatch(constant)) {
      return frozen.computeIfAbsent(
          index,
          e -> {
            Var at = new Var("at", e.type());
            out.add(new Stmt.Declare(at, e));
            return at.read();
          });
    }
    return index;
  }

  /** The coefficient under a name, unless it is as simple as one. */
  Expr atom(Expr e) {
    if (e instanceof Expr.Const
        || e instanceof Expr.Read
        || (e instanceof Expr.Apply apply
            && apply.op() == Operator.NEG
            && apply.args().get(0) instanceof Expr.Read)) {
      return isStable(e) ? e : declared(e);
    }
    return declared(e);
  }

  private boolean isStable(Expr e) {
    return Walk.reads(e).stream().allMatch(constant);
  }

  private Expr declared(Expr e) {
    Var slope = new Var("slope", e.type());
    slopes.add(slope);
    out.add(new Stmt.Declare(slope, guarded(e)));
    return slope.read();
  }

  /** What a guarded product tests is read twice. */
  private Expr guarded(Expr e) {
    if (e instanceof Expr.Apply apply && apply.op() == Operator.GUARDED_TIMES) {
      return new Expr.Apply(apply.op(), apply.args().stream().map(this::atom).toList(), e.type());
    } else if (e instanceof Expr.Apply apply && apply.op() == Operator.NEG) {
      return Arithmetic.neg(guarded(apply.args().get(0)));
    }
    return e;
  }
}
