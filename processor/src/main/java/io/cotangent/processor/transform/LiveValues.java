package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.rules.Rule;
import io.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which active values some derivative still depends on, at each point of a function: scalar
 * variables, and arrays by their class. What only branches, indices and passive code read is not
 * live. Where a statement throws, nothing is known to be live before it: that is {@code null}.
 */
final class LiveValues {
  private final Facts facts;

  LiveValues(Facts facts) {
    this.facts = facts;
  }

  /** The live values before each statement of a block, and after the last. */
  List<@Nullable Set<Object>> points(Block block, @Nullable Set<Object> after) {
    List<@Nullable Set<Object>> points = new ArrayList<>();
    points.add(after);
    Set<Object> live = after;
    for (int i = block.stmts().size() - 1; i >= 0; i--) {
      live = before(block.stmts().get(i), live);
      points.add(0, live);
    }
    return points;
  }

  private @Nullable Set<Object> before(Block block, @Nullable Set<Object> after) {
    return points(block, after).get(0);
  }

  @Nullable Set<Object> before(Stmt s, @Nullable Set<Object> after) {
    if (s instanceof Stmt.Throw) {
      return null;
    } else if (s instanceof Stmt.If x) {
      return union(before(x.then(), after), before(x.otherwise(), after));
    } else if (s instanceof Stmt.While || s instanceof Stmt.Counted) {
      return loop(Walk.blocks(s).get(0), after);
    } else if (after == null) {
      return null;
    } else if (s instanceof Stmt.Declare d) {
      return assigned(d.var(), d.init(), after);
    } else if (s instanceof Stmt.Assign a) {
      return assigned(a.var(), a.value(), after);
    } else if (s instanceof Stmt.Store st && facts.activity().isActive(st.array())) {
      Set<Object> live = new LinkedHashSet<>(after);
      if (after.contains(place(st.array()))) {
        sources(st.value(), live);
      }
      return live;
    }
    return after;
  }

  private @Nullable Set<Object> loop(Block body, @Nullable Set<Object> after) {
    Set<Object> head = after;
    while (true) {
      Set<Object> next = union(head, before(body, head));
      if (next == null || next.equals(head)) {
        return next;
      }
      head = next;
    }
  }

  private Set<Object> assigned(Var var, Expr value, Set<Object> after) {
    Object place = var.type().isReference() ? place(var.read()) : var;
    if (!after.contains(place)) {
      return after;
    }
    Set<Object> live = new LinkedHashSet<>(after);
    if (!var.type().isReference()) {
      live.remove(place);
      sources(value, live);
    } else if (value instanceof Expr.NewArray) {
      live.remove(place);
    } else if (value instanceof Expr.CloneArray copy) {
      live.remove(place);
      if (facts.activity().isActive(copy.array())) {
        live.add(place(copy.array()));
      }
    }
    return live;
  }

  /** What stands for the numbers of an array. */
  Object place(Expr array) {
    if (!array.type().leaf().isFloating()) {
      return array;
    }
    Aliasing.Node node = facts.aliasing().leafOf(array);
    return facts.aliasing().find(node);
  }

  private void sources(Expr e, Set<Object> live) {
    if (!facts.activity().isActive(e)) {
      return;
    }
    if (e instanceof Expr.Read read) {
      live.add(read.var());
    } else if (e instanceof Expr.Load load && load.type() instanceof Type.Primitive) {
      live.add(place(load.array()));
    } else if (e instanceof Expr.Conditional choice) {
      sources(choice.then(), live);
      sources(choice.otherwise(), live);
    } else if (e instanceof Expr.Apply apply) {
      Rule rule = Rules.of(apply).orElseThrow();
      for (int i = 0; i < apply.args().size(); i++) {
        if (rule.partials().get(i).isPresent()) {
          sources(apply.args().get(i), live);
        }
      }
    } else {
      Walk.children(e).forEach(child -> sources(child, live));
    }
  }

  private static @Nullable Set<Object> union(@Nullable Set<Object> a, @Nullable Set<Object> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<Object> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
