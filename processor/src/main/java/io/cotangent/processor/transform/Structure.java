package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the jumps out: afterwards every block that is entered runs to its end (or throws), so that
 * it can be run backwards. A jump sets a flag, what it skips is guarded by the flag, and what
 * follows a branch that always jumps moves into the other branch, which needs no flag at all.
 *
 * <p>Where an exception may be caught it is a value: what throws becomes an {@link Stmt.Attempt},
 * what it skips is guarded as after a jump, and functions that are called there have a variant that
 * gives its exception back as a result. Everything else throws as it did.
 *
 * <p>Postcondition: no {@link Stmt.Loop}, {@link Stmt.Labelled}, {@link Stmt.Break}, {@link
 * Stmt.Continue}, {@link Stmt.Return} or {@link Stmt.Try}.
 */
public final class Structure {
  private final Deque<Target> targets = new ArrayDeque<>();
  private final Set<Var> flags = new LinkedHashSet<>();
  private final Var returned = flag("returned");

  private final Risk risk;
  private final Attempts attempts;
  private final Set<FunctionId> variants = new LinkedHashSet<>();

  /** Where an exception goes: a variable, or out of the function if there is none. */
  private @Nullable Var handler;

  private Leaving leaving = new Leaving(false);

  private Raising raising = new Raising(Set.of());

  private Structure(Risk risk) {
    this.risk = risk;
    this.attempts = new Attempts(risk);
  }

  /** Where jumps go: a loop, or a labelled statement (which has no {@code next}). */
  private record Target(@Nullable String label, Var left, @Nullable Var next) {}

  /** The program without jumps, with the variants of functions that it needs. */
  public static Program apply(Program program) {
    Risk risk = Risk.of(program);
    Map<FunctionId, Function> all = new LinkedHashMap<>();
    Deque<FunctionId> open = new ArrayDeque<>();
    for (Function function : program.functions().values()) {
      Structure pass = new Structure(risk);
      all.put(function.id(), pass.function(function));
      open.addAll(pass.variants);
    }
    while (!open.isEmpty()) {
      FunctionId id = open.removeFirst();
      if (!all.containsKey(id)) {
        Structure pass = new Structure(risk);
        all.put(id, pass.variant(program.get(Variants.original(id))));
        open.addAll(pass.variants);
      }
    }
    Map<FunctionId, CustomRule> rules = new LinkedHashMap<>();
    all.keySet()
        .forEach(id -> program.rule(Variants.original(id)).ifPresent(r -> rules.put(id, r)));
    return new Program(all, rules);
  }

  private Function function(Function function) {
    raising = new Raising(Handling.exceptions(function.body()));
    leaving = new Leaving(handler != null || Handling.isIn(function.body()));
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(returned, Exprs.FALSE));
    sequence(function.body().stmts(), body);
    return function.withBody(DeadFlags.remove(new Block(body), flags));
  }

  private Function variant(Function function) {
    Var caught = new Var("caught", Type.THROWABLE);
    handler = caught;
    Block body = function(function).body();
    List<Stmt> all = new ArrayList<>();
    all.add(new Stmt.Declare(caught, Exprs.defaultValue(caught.type())));
    all.addAll(body.stmts());
    return Variants.of(function, new Block(all), caught);
  }

  private Var flag(String name) {
    Var flag = new Var(name, Type.BOOLEAN);
    flags.add(flag);
    return flag;
  }

  /** Writes the statements without jumps and gives the flags that may be set at their end. */
  private Set<Var> sequence(List<Stmt> list, List<Stmt> out) {
    List<Stmt> stmts = handler == null ? list : attempts.prepared(list);
    Set<Var> jumps = new LinkedHashSet<>();
    for (int i = 0; i < stmts.size(); i++) {
      Stmt stmt = stmts.get(i);
      List<Stmt> rest = stmts.subList(i + 1, stmts.size());
      if (handler != null && Attempts.isSimple(stmt) && Risk.isRisky(stmt)) {
        int end = Attempts.end(stmts, i);
        boolean jump = end < stmts.size() && Attempts.isJump(stmts.get(end));
        jumps.addAll(attempt(stmts.subList(i, jump ? end + 1 : end), handler, out));
        if (!jump && end < stmts.size()) {
          jumps.addAll(guarded(Set.of(handler), stmts.subList(end, stmts.size()), out));
        }
        return jumps;
      }
      if (stmt instanceof Stmt.If branch && !rest.isEmpty()) {
        boolean thenLeaves = leaving.leaves(branch.then());
        if (thenLeaves || leaving.leaves(branch.otherwise())) {
          jumps.addAll(branchAndRest(branch, thenLeaves, rest, out));
          return jumps;
        }
      }
      Set<Var> here = statement(stmt, out);
      jumps.addAll(here);
      if (leaving.leaves(stmt)) {
        return jumps;
      }
      if (!here.isEmpty() && !rest.isEmpty()) {
        jumps.addAll(guarded(here, rest, out));
        return jumps;
      }
    }
    return jumps;
  }

  /** What runs only if none of these jumps was made. */
  private Set<Var> guarded(Set<Var> jumps, List<Stmt> rest, List<Stmt> out) {
    List<Stmt> guarded = new ArrayList<>();
    Set<Var> more = sequence(rest, guarded);
    out.add(new Stmt.If(Attempts.none(jumps), new Block(guarded), Block.EMPTY));
    return more;
  }

  /** Simple statements, the last of which may be a jump, as an attempt. */
  private Set<Var> attempt(List<Stmt> stmts, Var caught, List<Stmt> out) {
    Set<Var> jumps = new LinkedHashSet<>(Set.of(caught));
    List<Stmt> body = new ArrayList<>();
    for (Stmt stmt : stmts) {
      jumps.addAll(statement(stmt, body));
    }
    out.add(new Stmt.Attempt(new Block(body), caught));
    return jumps;
  }

  private Set<Var> handled(List<Stmt> stmts, @Nullable Var to, List<Stmt> out) {
    Var outer = handler;
    handler = to;
    Set<Var> jumps = sequence(stmts, out);
    handler = outer;
    return jumps;
  }

  private Set<Var> branchAndRest(
      Stmt.If branch, boolean thenLeaves, List<Stmt> rest, List<Stmt> out) {
    List<Stmt> then = new ArrayList<>(branch.then().stmts());
    List<Stmt> otherwise = new ArrayList<>(branch.otherwise().stmts());
    if (!thenLeaves) {
      then.addAll(rest);
    } else if (!leaving.leaves(branch.otherwise())) {
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
    } else if (stmt instanceof Stmt.Try x) {
      return new Handling(this::handled, handler).of(x, out);
    } else if (stmt instanceof Stmt.Throw x && handler != null) {
      out.add(raising.into(handler, x.exception()));
      return Set.of(handler);
    } else if (stmt instanceof Stmt.Throw x && leaving.thrown()) {
      out.add(Raising.outside(x));
      return Set.of();
    } else if (stmt instanceof Stmt.Call x && handler != null && risk.mayThrow(x.callee())) {
      Stmt.Call call = Variants.call(x, handler);
      variants.add(call.callee());
      out.add(call);
      return Set.of(handler);
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
    exits.addAll(sequence(loop.update().stmts(), update));
    if (exits.isEmpty() || update.isEmpty()) {
      body.addAll(update);
    } else {
      body.add(new Stmt.If(Attempts.none(exits), new Block(update), Block.EMPTY));
    }
    targets.pop();
    out.add(new Stmt.Declare(broken, Exprs.FALSE));
    Expr test = exits.isEmpty() ? loop.test() : Arithmetic.and(Attempts.none(exits), loop.test());
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
}
