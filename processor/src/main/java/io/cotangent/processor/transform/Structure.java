package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the jumps out: afterwards every block that is entered runs to its end (or throws), so that
 * it can be run backwards. A jump sets a flag, what it skips is guarded by the flag, and what
 * follows a branch that always jumps moves into the other branch, which needs no flag at all.
 *
 * <p>Postcondition: no {@link Stmt.Loop}, {@link Stmt.Labelled}, {@link Stmt.Break}, {@link
 * Stmt.Continue} or {@link Stmt.Return}.
 */
public final class Structure {
  private final Deque<Target> targets = new ArrayDeque<>();
  private final Set<Var> flags = new LinkedHashSet<>();
  private final Var returned = flag("returned");

  private Structure() {}

  /** Where jumps go: a loop, or a labelled statement (which has no {@code next}). */
  private record Target(@Nullable String label, Var left, @Nullable Var next) {}

  /** The function without jumps. */
  public static Function apply(Function function) {
    Structure pass = new Structure();
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(pass.returned, Exprs.FALSE));
    pass.sequence(function.body().stmts(), body);
    return function.withBody(DeadFlags.remove(new Block(body), pass.flags));
  }

  private Var flag(String name) {
    Var flag = new Var(name, Type.BOOLEAN);
    flags.add(flag);
    return flag;
  }

  /** Writes the statements without jumps and gives the flags that may be set at their end. */
  private Set<Var> sequence(List<Stmt> stmts, List<Stmt> out) {
    Set<Var> jumps = new LinkedHashSet<>();
    for (int i = 0; i < stmts.size(); i++) {
      Stmt stmt = stmts.get(i);
      List<Stmt> rest = stmts.subList(i + 1, stmts.size());
      if (stmt instanceof Stmt.If branch && !rest.isEmpty()) {
        boolean thenLeaves = leaves(branch.then());
        if (thenLeaves || leaves(branch.otherwise())) {
          jumps.addAll(branchAndRest(branch, thenLeaves, rest, out));
          return jumps;
        }
      }
      Set<Var> here = statement(stmt, out);
      jumps.addAll(here);
      if (leaves(stmt)) {
        return jumps;
      }
      if (!here.isEmpty() && !rest.isEmpty()) {
        List<Stmt> guarded = new ArrayList<>();
        jumps.addAll(sequence(rest, guarded));
        out.add(new Stmt.If(none(here), new Block(guarded), Block.EMPTY));
        return jumps;
      }
    }
    return jumps;
  }

  private Set<Var> branchAndRest(
      Stmt.If branch, boolean thenLeaves, List<Stmt> rest, List<Stmt> out) {
    List<Stmt> then = new ArrayList<>(branch.then().stmts());
    List<Stmt> otherwise = new ArrayList<>(branch.otherwise().stmts());
    if (!thenLeaves) {
      then.addAll(rest);
    } else if (!leaves(branch.otherwise())) {
      otherwise.addAll(rest);
    }
    return branch(branch.test(), then, otherwise, out);
  }

  private Set<Var> branch(Expr test, List<Stmt> then, List<Stmt> otherwise, List<Stmt> out) {
    List<Stmt> first = new ArrayList<>();
    List<Stmt> second = new ArrayList<>();
    Set<Var> jumps = new LinkedHashSet<>(sequence(then, first));
    jumps.addAll(sequence(otherwise, second));
    out.add(new Stmt.If(test, new Block(first), new Block(second)));
    return jumps;
  }

  private Set<Var> statement(Stmt stmt, List<Stmt> out) {
    if (stmt instanceof Stmt.Break jump) {
      return set(target(jump.label(), false).left(), out);
    } else if (stmt instanceof Stmt.Continue jump) {
      Var next = target(jump.label(), true).next();
      return set(java.util.Objects.requireNonNull(next), out);
    } else if (stmt instanceof Stmt.Return) {
      return set(returned, out);
    } else if (stmt instanceof Stmt.If x) {
      return branch(x.test(), x.then().stmts(), x.otherwise().stmts(), out);
    } else if (stmt instanceof Stmt.Loop x) {
      return loop(x, out);
    } else if (stmt instanceof Stmt.Labelled x) {
      return labelled(x, out);
    } else if (stmt instanceof Stmt.Counted x) {
      List<Stmt> body = new ArrayList<>();
      sequence(x.body().stmts(), body);
      out.add(
          new Stmt.Counted(
              x.index(), x.from(), x.relation(), x.bound(), x.step(), new Block(body)));
      return Set.of();
    }
    out.add(stmt);
    return Set.of();
  }

  private static Set<Var> set(Var flag, List<Stmt> out) {
    out.add(new Stmt.Assign(flag, Exprs.TRUE));
    return Set.of(flag);
  }

  private Target target(@Nullable String label, boolean loopOnly) {
    for (Target target : targets) {
      boolean found = label == null ? target.next() != null : label.equals(target.label());
      if (found && (!loopOnly || target.next() != null)) {
        return target;
      }
    }
    throw new IllegalStateException("no target for a jump to " + label);
  }

  private Set<Var> labelled(Stmt.Labelled stmt, List<Stmt> out) {
    Var left = flag("left");
    targets.push(new Target(stmt.label(), left, null));
    out.add(new Stmt.Declare(left, Exprs.FALSE));
    Set<Var> jumps = new LinkedHashSet<>(sequence(stmt.body().stmts(), out));
    targets.pop();
    jumps.remove(left);
    return jumps;
  }

  private Set<Var> loop(Stmt.Loop loop, List<Stmt> out) {
    Var broken = flag("broken");
    Var skipped = flag("skipped");
    targets.push(new Target(loop.label(), broken, skipped));
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(skipped, Exprs.FALSE));
    Set<Var> exits = new LinkedHashSet<>(sequence(loop.body().stmts(), body));
    exits.remove(skipped);
    List<Stmt> update = new ArrayList<>();
    sequence(loop.update().stmts(), update);
    if (exits.isEmpty() || update.isEmpty()) {
      body.addAll(update);
    } else {
      body.add(new Stmt.If(none(exits), new Block(update), Block.EMPTY));
    }
    targets.pop();
    out.add(new Stmt.Declare(broken, Exprs.FALSE));
    Expr test = exits.isEmpty() ? loop.test() : Arithmetic.and(none(exits), loop.test());
    if (loop.testAtEnd()) {
      Var again = new Var("again", Type.BOOLEAN);
      out.add(new Stmt.Declare(again, Exprs.TRUE));
      body.add(new Stmt.Assign(again, test));
      out.add(new Stmt.While(again.read(), new Block(body)));
    } else {
      out.add(new Stmt.While(test, new Block(body)));
    }
    exits.remove(broken);
    return exits;
  }

  /** None of the flags is set. */
  private static Expr none(Set<Var> flags) {
    Expr any = null;
    for (Var flag : flags) {
      any = any == null ? flag.read() : Arithmetic.or(any, flag.read());
    }
    return Exprs.not(java.util.Objects.requireNonNull(any));
  }

  /** Whether the block's end is never reached because of a jump at its last statement. */
  private static boolean leaves(Block block) {
    List<Stmt> stmts = block.stmts();
    return !stmts.isEmpty() && leaves(stmts.get(stmts.size() - 1));
  }

  private static boolean leaves(Stmt stmt) {
    return stmt instanceof Stmt.Break
        || stmt instanceof Stmt.Continue
        || stmt instanceof Stmt.Return
        || (stmt instanceof Stmt.If branch && leaves(branch.then()) && leaves(branch.otherwise()));
  }
}
