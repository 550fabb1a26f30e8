package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block while the reverse transform is inside it. */
final class Scope {

  /** What the block belongs to, which decides how values reach its reverse. */
  enum Kind {
    /** The function's own block. */
    TOP,
    /** A branch: runs at most once where its surroundings run once. */
    BRANCH,
    /** A loop's body. */
    LOOP,
    /** The body of a loop that has its reverse within it. */
    FUSED
  }

  /** A named element or field: what was read to find it, where writes make the name stale. */
  private record Kept(Set<Var> reads, Set<Aliasing.Node> homes) {}

  final Kind kind;
  final @Nullable Scope parent;

  /** The forward sweep so far. */
  final List<Stmt> forward = new ArrayList<>();

  /** The reverse sweep, one list for each statement, in forward order. */
  final List<List<Stmt>> reverse = new ArrayList<>();

  /** Names for the present values of variables that are assigned more than once. */
  final Map<Var, Var> snapshots = new HashMap<>();

  /** Names for loaded elements that may be overwritten before the reverse sweep. */
  final Map<Expr, Var> loads = new HashMap<>();

  /** How the value of a variable declared here can be had again in reverse without recording it. */
  final Map<Var, Expr> again = new HashMap<>();

  /** What is declared here, in order. */
  final Set<Var> declared = new LinkedHashSet<>();

  /** The adjoints of the scalars declared here. */
  final Set<Var> bars = new LinkedHashSet<>();

  /** Those of them that a fused loop adds to, which stand before it. */
  final Set<Var> early = new LinkedHashSet<>();

  /** Whether what is written now runs in an attempt and may not be reached. */
  boolean attempting;

  private final Set<Var> assignedInOwner;
  private final Map<Expr, Kept> kept = new HashMap<>();
  private final Map<Var, Var> primals = new HashMap<>();

  Scope(Kind kind, @Nullable Scope parent, @Nullable Stmt owner) {
    this.kind = kind;
    this.parent = parent;
    this.assignedInOwner = owner == null ? Set.of() : Walk.allWritten(owner);
    this.attempting = parent != null && parent.attempting;
  }

  /** The reverse sweep in its own order. */
  List<Stmt> reversed() {
    List<Stmt> all = new ArrayList<>();
    for (int i = reverse.size() - 1; i >= 0; i--) {
      all.addAll(reverse.get(i));
    }
    return all;
  }

  /** Whether the variable is declared here, or may change while the owner runs. */
  boolean changes(Var var) {
    return declared.contains(var) || assignedInOwner.contains(var);
  }

  /** Declares a name for a value, in the forward sweep. */
  Var declare(String name, Expr value) {
    Var var = new Var(name, value.type());
    declared.add(var);
    forward.add(new Stmt.Declare(var, value));
    return var;
  }

  /** Declares a name for a variable's present value. */
  Var snapshot(Var var, Var primal) {
    primals.put(var, primal);
    return declare(var.name(), var.read());
  }

  /** Remembers a named element until something overwrites it. */
  void keep(Expr value, Var name, Expr place, Set<Aliasing.Node> homes) {
    loads.put(value, name);
    kept.put(value, new Kept(new HashSet<>(Walk.reads(place)), homes));
  }

  /** Adds a statement to the forward sweep, after which some names are out of date. */
  void add(Stmt stmt, Set<Var> assigned, Set<Aliasing.Node> written) {
    forward.add(stmt);
    snapshots.keySet().removeIf(v -> assigned.contains(primals.getOrDefault(v, v)));
    loads
        .keySet()
        .removeIf(
            value -> {
              Kept k = java.util.Objects.requireNonNull(kept.get(value));
              return k.homes().stream().anyMatch(written::contains)
                  || k.reads().stream().anyMatch(assigned::contains);
            });
  }

  /**
   * Forgets the names that were not known yet when {@code before} was: their values may be unset.
   */
  void forgetAllBut(Scope.Names before) {
    snapshots.entrySet().retainAll(before.snapshots().entrySet());
    loads.entrySet().retainAll(before.loads().entrySet());
  }

  /** The names that are known now. */
  Names names() {
    return new Names(Map.copyOf(snapshots), Map.copyOf(loads));
  }

  /** Names for the values of variables and for elements. */
  record Names(Map<Var, Var> snapshots, Map<Expr, Var> loads) {}

  /** Whether no loop lies between this block and its reverse. */
  boolean runsOnce() {
    return kind == Kind.FUSED || (kind != Kind.LOOP && (parent == null || parent.runsOnce()));
  }
}
