package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.WrittenFirst;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the counted loops of a function's own block through which no derivative flows from one
 * iteration to the next but by sums, and whose reverse commutes with the reverse of all that
 * follows: the reverse of an iteration may run right after it.
 */
final class FusibleLoops {
  private final Facts facts;
  private final Function function;
  private final Set<Var> assigned;

  private FusibleLoops(Facts facts, Function function) {
    this.facts = facts;
    this.function = function;
    this.assigned = WrittenFirst.assigned(facts.program());
  }

  /** Those loops, by identity. */
  static Set<Stmt> of(Facts facts, Function function) {
    Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Stmt> stmts = function.body().stmts();
    for (int i = 0; i < stmts.size(); i++) {
      if (stmts.get(i) instanceof Stmt.Counted loop) {
        FusibleLoops check = new FusibleLoops(facts, function);
        if (check.isFusible(loop, new Block(stmts.subList(i + 1, stmts.size())))) {
          found.add(loop);
        }
      }
    }
    return found;
  }

  /** The scalars that carry derivatives through a loop, all of them sums if it is fusible. */
  static Set<Var> sums(Facts facts, Stmt.Counted loop) {
    Set<Var> sums = new LinkedHashSet<>(Walk.allWritten(loop));
    sums.removeAll(declared(loop));
    sums.removeIf(v -> !facts.activity().isActive(v));
    return sums;
  }

  private boolean isFusible(Stmt.Counted loop, Block after) {
    Set<Var> sums = sums(facts, loop);
    return sums.stream().allMatch(v -> isSum(v, loop.body()))
        && scalarsStay(loop, after, sums)
        && keepsReferences(loop)
        && elementsStay(loop, after);
  }

  private static Set<Var> declared(Stmt.Counted loop) {
    Set<Var> declared = new HashSet<>(Set.of(loop.index()));
    Walk.statements(
        loop.body(),
        stmt -> {
          if (stmt instanceof Stmt.Declare || stmt instanceof Stmt.Counted) {
            declared.addAll(Walk.written(stmt));
          }
        });
    return declared;
  }

  /** Whether the variable is only added to: {@code v = v + …}. */
  private static boolean isSum(Var v, Block body) {
    int[] count = new int[2];
    boolean[] only = {!v.type().isReference()};
    Walk.statements(
        body,
        stmt -> {
          if (Walk.written(stmt).contains(v)) {
            count[0]++;
            only[0] &= stmt instanceof Stmt.Assign a && isIncrement(a.value(), v);
          }
        });
    Walk.expressions(body, e -> count[1] += e.equals(v.read()) ? 1 : 0);
    return only[0] && count[0] == count[1];
  }

  private static boolean isIncrement(Expr e, Var v) {
    if (e instanceof Expr.Apply x && x.op() == Operator.ADD) {
      return x.args().stream().anyMatch(arg -> isIncrement(arg, v));
    } else if (e instanceof Expr.Apply x && x.op() == Operator.SUB) {
      return isIncrement(x.args().get(0), v);
    }
    return e.equals(v.read());
  }

  /** Whether the active scalars that the loop reads keep their values to the function's end. */
  private boolean scalarsStay(Stmt.Counted loop, Block after, Set<Var> sums) {
    Set<Var> read = new HashSet<>(Walk.reads(loop.body()));
    read.removeAll(sums);
    Set<Var> changed = new HashSet<>(function.results());
    Walk.statements(after, stmt -> changed.addAll(Walk.written(stmt)));
    read.retainAll(changed);
    return read.stream().noneMatch(v -> facts.activity().isActive(v));
  }

  /** Whether no attempt is made, and no reference to active data is moved that outlives it. */
  private boolean keepsReferences(Stmt.Counted loop) {
    boolean[] keeps = {true};
    for (Block block : reached(loop)) {
      Walk.statements(
          block,
          stmt -> {
            keeps[0] &= !(stmt instanceof Stmt.Attempt);
            if (stmt instanceof Stmt.Store s && s.value().type().isReference()) {
              keeps[0] &= !facts.activity().isActive(s.array());
            } else if (stmt instanceof Stmt.Put p && p.value().type().isReference()) {
              keeps[0] &= !facts.activity().isActivePlace(p.place());
            }
          });
    }
    return keeps[0];
  }

  /** Whether what the loop reads is not written later, and what it writes is its own. */
  private boolean elementsStay(Stmt.Counted loop, Block after) {
    Set<Aliasing.Node> read = classes(Walk.reads(loop.body()));
    Set<Aliasing.Node> later = new HashSet<>(facts.writes().of(after));
    later.retainAll(read);
    if (later.stream().anyMatch(facts.activity()::isActive)) {
      return false;
    }
    Set<Aliasing.Node> written = new HashSet<>(facts.writes().of(loop));
    written.removeIf(node -> !facts.activity().isActive(node));
    if (written.stream().anyMatch(facts.aliasing()::isExternal)) {
      return false;
    }
    written.retainAll(knownOutside(loop));
    if (written.isEmpty()) {
      return true;
    }
    Set<Var> last = new HashSet<>(Walk.reads(after));
    last.addAll(function.results());
    last.addAll(function.params());
    return Collections.disjoint(written, classes(last)) && isScratch(loop, written);
  }

  /** Whether the loop writes its local arrays of these classes before it reads them. */
  private boolean isScratch(Stmt.Counted loop, Set<Aliasing.Node> written) {
    Map<Var, Expr> lengths = new HashMap<>();
    for (Stmt stmt : function.body().stmts()) {
      if (stmt == loop) {
        break;
      }
      if (stmt instanceof Stmt.Declare d
          && d.init() instanceof Expr.NewArray created
          && created.type().rank() == 1
          && created.type().leaf().isFloating()
          && !assigned.contains(d.var())
          && isSettled(created.dimensions().get(0))
          && written.contains(facts.aliasing().classOf(d.var()))) {
        lengths.put(d.var(), created.dimensions().get(0));
      }
    }
    Set<Aliasing.Node> covered = new HashSet<>();
    lengths.keySet().forEach(array -> covered.add(facts.aliasing().classOf(array)));
    return covered.containsAll(written) && WrittenFirst.holds(facts, loop.body(), lengths);
  }

  private boolean isSettled(Expr length) {
    return length instanceof Expr.Const
        || (length instanceof Expr.Read read && !assigned.contains(read.var()));
  }

  /** The classes that something other than the loop's own variables can reach. */
  private Set<Aliasing.Node> knownOutside(Stmt.Counted loop) {
    Set<Var> outside = new HashSet<>(function.params());
    Walk.statements(function.body(), stmt -> outside.addAll(Walk.written(stmt)));
    outside.removeAll(declared(loop));
    Set<FunctionId> inside = called(List.of(loop));
    Set<FunctionId> others = new HashSet<>();
    for (Function other : facts.program().functions().values()) {
      if (other != function && !inside.contains(other.id())) {
        others.add(other.id());
        others.addAll(called(other.body().stmts()));
      }
    }
    others.addAll(called(function.body().stmts().stream().filter(stmt -> stmt != loop).toList()));
    for (FunctionId id : others) {
      Function other = facts.program().get(id);
      outside.addAll(other.params());
      Walk.statements(other.body(), stmt -> outside.addAll(Walk.written(stmt)));
    }
    return classes(outside);
  }

  private Set<Aliasing.Node> classes(Collection<Var> vars) {
    Set<Aliasing.Node> all = new HashSet<>();
    for (Var var : vars) {
      if (var.type().isReference()) {
        all.addAll(facts.aliasing().reachable(facts.aliasing().classOf(var)));
      }
    }
    return all;
  }

  private List<Block> reached(Stmt.Counted loop) {
    List<Block> blocks = new ArrayList<>(List.of(loop.body()));
    called(List.of(loop)).forEach(id -> blocks.add(facts.program().get(id).body()));
    return blocks;
  }

  private Set<FunctionId> called(List<Stmt> stmts) {
    Set<FunctionId> found = new LinkedHashSet<>();
    called(new Block(stmts), found);
    return found;
  }

  private void called(Block block, Set<FunctionId> found) {
    Walk.statements(
        block,
        stmt -> {
          if (stmt instanceof Stmt.Call call && found.add(call.callee())) {
            called(facts.program().get(call.callee()).body(), found);
          }
        });
  }
}
