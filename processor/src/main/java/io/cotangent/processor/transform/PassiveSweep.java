package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is passive in a function that is to be inverted: it runs forward, and what it overwrites is
 * kept for the way back. It must not depend on what is to be found.
 */
final class PassiveSweep {
  private final Facts facts;

  PassiveSweep(Facts facts) {
    this.facts = facts;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new NotStepwise();
    }
  }

  /**
   * Runs a statement forward; gives what undoes it.
   *
   * @param inside whether it stands inside a stretch that is undone as a whole
   * @param first whether it runs once, before all that is active
   * @param declared where the variables that it declares are added
   */
  List<Stmt> run(Stmt s, boolean inside, boolean first, List<Var> declared, List<Stmt> forward) {
    Walk.expressions(Block.of(s), this::require);
    List<Stmt> undo = new ArrayList<>();
    if (s instanceof Stmt.Declare d) {
      declared.add(d.var());
      forward.add(s);
      return undo;
    }
    Walk.statements(
        Block.of(s), x -> require(!(x instanceof Stmt.Store || x instanceof Stmt.Put) || first));
    Set<Var> own = new LinkedHashSet<>();
    Walk.statements(
        Block.of(s),
        x -> {
          if (x instanceof Stmt.Declare d) {
            own.add(d.var());
          } else if (x instanceof Stmt.Counted c) {
            own.add(c.index());
          }
        });
    Set<Var> written = new LinkedHashSet<>(Walk.allWritten(s));
    written.removeAll(own);
    require(written.isEmpty() || !inside);
    for (Var var : written) {
      Var slot = new Var(var.name(), var.type());
      forward.add(new Stmt.Push(slot, var.read()));
      undo.add(0, new Stmt.Assign(var, new Expr.Pop(slot)));
    }
    forward.add(s);
    return undo;
  }

  void require(Expr e) {
    require(!(e instanceof Expr.Read r) || r.type().isArray() || !isVaried(r));
    require(!(e instanceof Expr.Load load) || !isVaried(load));
    require(!(e instanceof Expr.Invoke call) || call.args().stream().noneMatch(this::isVaried));
    require(!(e instanceof Expr.CloneArray copy) || !isVaried(copy.array()));
  }

  private boolean isVaried(Expr e) {
    return e.type().isArray()
        ? e.type().leaf().isFloating() && facts.activity().holdsVaried(e)
        : facts.activity().isVaried(e);
  }
}
