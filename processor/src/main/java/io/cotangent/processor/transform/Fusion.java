package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The loops of one function whose reverse runs within them, and the cotangents of their sums, which
 * must be known before them. Afterwards a fused loop keeps nothing but what one iteration needs.
 */
final class Fusion {
  private final Facts facts;
  private final Adjoints adjoints;
  private final Set<Stmt> loops;
  private final List<Fused> fused = new ArrayList<>();
  private final Set<Var> seeds = new HashSet<>();

  /**
   * A fused loop.
   *
   * @param original the primal's loop
   * @param loop the loop with both sweeps
   * @param known for the adjoint of each sum a variable that holds it before the loop
   * @param at how many statements' reverse came before the loop's
   */
  private record Fused(Stmt original, Block body, Map<Var, Var> known, int at) {}

  Fusion(Facts facts, Function function, Adjoints adjoints) {
    this.facts = facts;
    this.adjoints = adjoints;
    this.loops = Optimisation.FUSION.isOn() ? FusibleLoops.of(facts, function) : new HashSet<>();
  }

  /** Nothing is fused. */
  private Fusion(Facts facts, Adjoints adjoints) {
    this.facts = facts;
    this.adjoints = adjoints;
    this.loops = new HashSet<>();
  }

  static Fusion none(Facts facts, Adjoints adjoints) {
    return new Fusion(facts, adjoints);
  }

  boolean isFused(Stmt.Counted loop) {
    return loops.contains(loop);
  }

  /** The body with both sweeps, reading its sums' cotangents from variables of their own. */
  Block seeded(Stmt.Counted loop, Block both, Scope scope) {
    Map<Var, Var> known = new HashMap<>();
    for (Var sum : FusibleLoops.sums(facts, loop)) {
      Var bar = adjoints.bar(sum);
      known.put(bar, new Var(bar.name(), bar.type()));
    }
    seeds.addAll(known.values());
    Block body = new Renaming(known).block(both);
    Set<Var> outer = new LinkedHashSet<>(outerWritten(body));
    outer.retainAll(adjoints.all());
    for (Var bar : outer) {
      if (scope.early.add(bar)) {
        scope.forward.add(Reverse.zero(bar));
      }
    }
    fused.add(new Fused(loop, body, known, scope.reverse.size()));
    return body;
  }

  private static Set<Var> outerWritten(Block body) {
    Set<Var> written = new LinkedHashSet<>();
    Set<Var> declared = new HashSet<>();
    Walk.statements(
        body,
        stmt -> {
          written.addAll(Walk.written(stmt));
          if (stmt instanceof Stmt.Declare || stmt instanceof Stmt.Counted) {
            declared.addAll(Walk.written(stmt));
          }
        });
    written.removeAll(declared);
    return written;
  }

  /** All adjoints and what holds cotangents of sums. */
  Set<Var> adjoints() {
    Set<Var> all = new HashSet<>(adjoints.all());
    all.addAll(seeds);
    return all;
  }

  /**
   * Declares the sums' cotangents before their loops; loops for which that can't be are fused no
   * longer.
   *
   * @param start how the reverse sweep begins
   * @return whether all could be declared; otherwise the sweeps must be written anew
   */
  boolean settle(Scope top, List<Stmt> start, List<Var> params) {
    Set<Stmt> failing = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Fused loop : fused) {
      List<Stmt> following = new ArrayList<>(start);
      for (int i = top.reverse.size() - 1; i > loop.at(); i--) {
        following.addAll(top.reverse.get(i));
      }
      if (!declare(loop, following, top, params)) {
        failing.add(loop.original());
      }
    }
    loops.removeAll(failing);
    fused.clear();
    return failing.isEmpty();
  }

  private boolean declare(Fused loop, List<Stmt> following, Scope top, List<Var> params) {
    int at = 0;
    while (!(top.forward.get(at) instanceof Stmt.Counted c && c.body() == loop.body())) {
      at++;
    }
    EarlyValues early =
        new EarlyValues(top.forward.subList(0, at), top.forward.get(at), top, params);
    early.run(following);
    List<Stmt> known = new ArrayList<>();
    for (Map.Entry<Var, Var> sum : loop.known().entrySet()) {
      Optional<Expr> value = early.value(sum.getKey());
      if (value.isEmpty()) {
        return false;
      }
      known.add(new Stmt.Declare(sum.getValue(), value.get()));
    }
    top.forward.addAll(at, known);
    return true;
  }
}
