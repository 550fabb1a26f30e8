package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which arrays a statement may write, and which may still be written after it until the function at
 * the top has ended: a load from any other array may be repeated in the reverse sweep.
 */
public final class Writes {
  private final Program program;
  private final Aliasing aliasing;
  private final Map<FunctionId, Set<Aliasing.Node>> functions = new HashMap<>();
  private final Map<FunctionId, Set<Aliasing.Node>> afterReturn = new HashMap<>();
  private final IdentityHashMap<Stmt, Set<Aliasing.Node>> after = new IdentityHashMap<>();

  /** Stands for all arrays that unknown methods can reach by themselves. */
  private final Aliasing.Node outside = Aliasing.outside();

  private Writes(Program program, Aliasing aliasing) {
    this.program = program;
    this.aliasing = aliasing;
  }

  static Writes of(Program program, Aliasing aliasing) {
    Writes writes = new Writes(program, aliasing);
    writes.effects();
    writes.continuations();
    return writes;
  }

  private void effects() {
    program.functions().keySet().forEach(id -> functions.put(id, new HashSet<>()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Function function : program.functions().values()) {
        // A rule is for a method without effects: its derivative would not be the whole story.
        boolean ruled = program.rule(function.id()).isPresent();
        Set<Aliasing.Node> found = ruled ? Set.of() : of(function.body());
        changed |= of(function.id()).addAll(found);
      }
    }
  }

  private void continuations() {
    program.functions().keySet().forEach(id -> afterReturn.put(id, new HashSet<>()));
    boolean changed = true;
    while (changed) {
      int before = afterReturn.values().stream().mapToInt(Set::size).sum();
      for (Function function : program.functions().values()) {
        later(function.body(), afterReturn(function.id()));
      }
      changed = afterReturn.values().stream().mapToInt(Set::size).sum() > before;
    }
  }

  private void later(Block block, Set<Aliasing.Node> following) {
    Set<Aliasing.Node> later = new HashSet<>(following);
    List<Stmt> stmts = block.stmts();
    for (int i = stmts.size() - 1; i >= 0; i--) {
      Stmt stmt = stmts.get(i);
      after.put(stmt, Set.copyOf(later));
      if (stmt instanceof Stmt.Call call) {
        Set<Aliasing.Node> known = new HashSet<>(later);
        known.retainAll(reachable(program.get(call.callee())));
        afterReturn(call.callee()).addAll(known);
      }
      boolean loops = stmt instanceof Stmt.While || stmt instanceof Stmt.Counted;
      for (Block inner : Walk.blocks(stmt)) {
        Set<Aliasing.Node> around = new HashSet<>(later);
        if (loops) {
          around.addAll(of(inner));
          around.removeAll(fresh(inner));
        }
        later(inner, around);
      }
      later.addAll(of(stmt));
    }
  }

  /** Classes that only variables declared inside know: other iterations have other arrays. */
  private Set<Aliasing.Node> fresh(Block body) {
    Set<Aliasing.Node> inside = new HashSet<>();
    Set<Var> declared = new HashSet<>();
    Walk.statements(body, stmt -> declared.addAll(Walk.written(stmt)));
    Set<Var> own = new HashSet<>();
    Walk.statements(
        body,
        stmt -> {
          if (stmt instanceof Stmt.Declare d) {
            own.add(d.var());
          }
        });
    own.stream().filter(v -> v.type().isReference()).forEach(v -> addAll(v, inside));
    for (Function function : program.functions().values()) {
      removeOutsiders(function, own, inside);
    }
    inside.removeIf(aliasing::isExternal);
    return inside;
  }

  private void removeOutsiders(Function function, Set<Var> own, Set<Aliasing.Node> inside) {
    if (inside.isEmpty()) {
      return;
    }
    Set<Var> vars = new HashSet<>(function.params());
    vars.addAll(function.results());
    Walk.statements(function.body(), stmt -> vars.addAll(Walk.written(stmt)));
    for (Var var : vars) {
      if (var.type().isReference() && !own.contains(var)) {
        Set<Aliasing.Node> reached = new HashSet<>();
        addAll(var, reached);
        inside.removeAll(reached);
      }
    }
  }

  private void addAll(Var array, Set<Aliasing.Node> out) {
    addAll(array.read(), out);
  }

  private void addAll(Expr array, Set<Aliasing.Node> out) {
    out.addAll(aliasing.reachable(aliasing.classOf(array)));
  }

  /** The classes that a block may write. */
  public Set<Aliasing.Node> of(Block block) {
    Set<Aliasing.Node> found = new HashSet<>();
    block.stmts().forEach(stmt -> found.addAll(of(stmt)));
    return found;
  }

  /** The classes that a statement may write. */
  public Set<Aliasing.Node> of(Stmt stmt) {
    Set<Aliasing.Node> found = new HashSet<>();
    if (stmt instanceof Stmt.Store s) {
      found.add(aliasing.classOf(s.array()));
    } else if (stmt instanceof Stmt.Put p) {
      found.add(aliasing.home(p.place()));
    } else if (stmt instanceof Stmt.Call c) {
      found.addAll(of(c.callee()));
    }
    for (Expr e : Walk.exprs(stmt)) {
      if (e instanceof Expr.Invoke call && !Harmless.isHarmless(call)) {
        found.add(outside);
        call.args().stream().filter(Writes::mayBeWritten).forEach(a -> addAll(a, found));
      }
    }
    Walk.blocks(stmt).forEach(block -> found.addAll(of(block)));
    return found;
  }

  private static boolean mayBeWritten(Expr arg) {
    return arg.type().isReference()
        && !(arg instanceof Expr.Const)
        && !arg.type().equals(Type.STRING);
  }

  /** The classes that a function may write. */
  public Set<Aliasing.Node> of(FunctionId function) {
    return Objects.requireNonNull(functions.get(function));
  }

  private Set<Aliasing.Node> afterReturn(FunctionId function) {
    return Objects.requireNonNull(afterReturn.get(function));
  }

  /** What outlives a call: a later call's own arrays are others than this one's. */
  private Set<Aliasing.Node> reachable(Function function) {
    Set<Aliasing.Node> reached = new HashSet<>(Set.of(outside));
    function.params().stream().filter(v -> v.type().isReference()).forEach(v -> addAll(v, reached));
    function.results().stream()
        .filter(v -> v.type().isReference())
        .forEach(v -> addAll(v, reached));
    return reached;
  }

  /** Whether no unknown method runs that might change static state. */
  public boolean isQuiet() {
    return functions.values().stream().noneMatch(written -> written.contains(outside));
  }

  /** Whether nothing that runs after {@code stmt} writes arrays of this class. */
  public boolean isStableAfter(Stmt stmt, Aliasing.Node node) {
    Set<Aliasing.Node> later = after.get(stmt);
    return later != null
        && !later.contains(aliasing.find(node))
        && !(aliasing.isExternal(node) && later.contains(outside));
  }
}
