package io.cotangent.processor.lanes;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
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

/** Makes functions of the stretches of a block: loops over the items, in methods of their own. */
final class Stretches {
  private static final int MOST_PARAMETERS = 200;

  private final LaneKinds kinds;
  private final LaneNames names;
  private final LaneCode code;
  private final String prefix;

  /** Per scalar the stretches that it occurs in. */
  private final Map<Var, Set<Block>> uses = new HashMap<>();

  /** The functions so far. */
  final List<Function> functions = new ArrayList<>();

  /** Functions whose names begin with {@code prefix}. */
  Stretches(LaneKinds kinds, LaneNames names, LaneCode code, String prefix) {
    this.kinds = kinds;
    this.names = names;
    this.code = code;
    this.prefix = prefix;
  }

  /** A scalar is needed after all stretches. */
  void keep(Var var) {
    uses.computeIfAbsent(var, v -> new LinkedHashSet<>()).add(Block.EMPTY);
  }

  /** Puts calls in the place of the stretches. */
  Block apply(Block block) {
    Walk.statements(
        block,
        s -> {
          if (s instanceof Stmt.Labelled stretch) {
            count(stretch.body());
          }
        });
    return outlined(block);
  }

  private void count(Block stretch) {
    Set<Var> vars = new HashSet<>(Walk.reads(stretch));
    Walk.statements(stretch, s -> vars.addAll(Walk.written(s)));
    vars.forEach(v -> uses.computeIfAbsent(v, x -> new LinkedHashSet<>()).add(stretch));
  }

  private Block outlined(Block block) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : block.stmts()) {
      if (s instanceof Stmt.Labelled stretch) {
        out.add(call(stretch.body()));
      } else if (s instanceof Stmt.If x) {
        out.add(new Stmt.If(x.test(), outlined(x.then()), outlined(x.otherwise())));
      } else if (s instanceof Stmt.While x) {
        out.add(new Stmt.While(x.test(), outlined(x.body())));
      } else if (s instanceof Stmt.Counted x) {
        Block body = outlined(x.body());
        out.add(new Stmt.Counted(x.index(), x.from(), x.relation(), x.bound(), x.step(), body));
      } else {
        out.add(s);
      }
    }
    return new Block(out);
  }

  /** The scalars that live in one iteration of the loop over the items. */
  private Set<Var> locals(Block stretch) {
    Set<Var> locals = new HashSet<>();
    for (Stmt s : stretch.stmts()) {
      if (s instanceof Stmt.Declare d
          && kinds.isLane(d.var())
          && uses.getOrDefault(d.var(), Set.of()).size() == 1) {
        locals.add(d.var());
      }
    }
    return locals;
  }

  private Stmt call(Block stretch) {
    Block body = new LaneBody(kinds, names, code.tapes, locals(stretch)).loop(stretch);
    Set<Var> free = new LinkedHashSet<>(Walk.reads(body));
    Walk.statements(
        body,
        s -> {
          if (s instanceof Stmt.Declare d) {
            free.remove(d.var());
          } else if (s instanceof Stmt.Counted loop) {
            free.remove(loop.index());
          }
        });
    if (free.size() > MOST_PARAMETERS) {
      throw new NotInLanes("too many variables");
    }
    List<Var> params = new ArrayList<>(free);
    FunctionId id = new FunctionId("lanes#" + prefix + functions.size());
    functions.add(new Function(id, prefix + (functions.size() + 1), params, List.of(), body));
    List<Expr> args = params.stream().<Expr>map(Var::read).toList();
    return new Stmt.Call(List.of(), id, args, Span.NONE);
  }
}
