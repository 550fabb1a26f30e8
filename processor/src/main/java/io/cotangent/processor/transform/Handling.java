package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code try} without jumps: its catch clauses are branches on the exception that was caught, and
 * what {@code finally} does follows on every path.
 */
final class Handling {

  /** Writes statements without jumps and gives the flags that may be set at their end. */
  interface Blocks {
    Set<Var> sequence(List<Stmt> stmts, @Nullable Var handler, List<Stmt> out);
  }

  private final Blocks blocks;
  private final @Nullable Var outer;

  /** For a {@code try} whose own exceptions go to {@code outer}, or out of the function. */
  Handling(Blocks blocks, @Nullable Var outer) {
    this.blocks = blocks;
    this.outer = outer;
  }

  /** Whether there is a {@code try} in the block. */
  static boolean isIn(Block block) {
    boolean[] found = new boolean[1];
    Walk.statements(block, stmt -> found[0] |= stmt instanceof Stmt.Try);
    return found[0];
  }

  /** The variables of the catch clauses in the block. */
  static Set<Var> exceptions(Block block) {
    Set<Var> all = new LinkedHashSet<>();
    Walk.statements(
        block,
        stmt -> {
          if (stmt instanceof Stmt.Try attempt) {
            attempt.catches().forEach(clause -> all.add(clause.exception()));
          }
        });
    return all;
  }

  /** Writes the statement and gives the flags that may be set at its end. */
  Set<Var> of(Stmt.Try s, List<Stmt> out) {
    return s.last().isEmpty() ? caught(s, outer, out) : finished(s, out);
  }

  private Set<Var> caught(Stmt.Try s, @Nullable Var handler, List<Stmt> out) {
    if (s.catches().isEmpty()) {
      return blocks.sequence(s.body().stmts(), handler, out);
    }
    Var caught = new Var("caught", Type.THROWABLE);
    List<Stmt> body = new ArrayList<>();
    Set<Var> jumps = new LinkedHashSet<>(blocks.sequence(s.body().stmts(), caught, body));
    boolean throwing = jumps.remove(caught);
    if (throwing) {
      out.add(new Stmt.Declare(caught, Exprs.defaultValue(caught.type())));
    }
    out.addAll(body);
    if (throwing) {
      jumps.addAll(clauses(s.catches(), caught, handler, out));
    }
    return jumps;
  }

  private Set<Var> clauses(
      List<Stmt.Catch> clauses, Var caught, @Nullable Var handler, List<Stmt> out) {
    Set<Var> jumps = new LinkedHashSet<>();
    if (clauses.isEmpty()) {
      List<Stmt> rethrow = rethrow(caught, handler, jumps);
      out.add(new Stmt.If(Attempts.isCaught(caught), new Block(rethrow), Block.EMPTY));
      return jumps;
    }
    Stmt.Catch clause = clauses.get(0);
    List<Stmt> handled = new ArrayList<>();
    Var exception = clause.exception();
    if (Walk.reads(clause.body()).contains(exception) || isAssigned(exception, clause.body())) {
      Expr value = Arithmetic.cast(exception.type(), caught.read());
      handled.add(new Stmt.Declare(exception, value));
    }
    jumps.addAll(blocks.sequence(clause.body().stmts(), handler, handled));
    List<Stmt> others = new ArrayList<>();
    if (!clause.types().contains(Type.THROWABLE)) {
      jumps.addAll(clauses(clauses.subList(1, clauses.size()), caught, handler, others));
    }
    out.add(new Stmt.If(test(clause, caught), new Block(handled), new Block(others)));
    return jumps;
  }

  private static boolean isAssigned(Var var, Block body) {
    boolean[] found = new boolean[1];
    Walk.statements(body, stmt -> found[0] |= Walk.written(stmt).contains(var));
    return found[0];
  }

  private static Expr test(Stmt.Catch clause, Var caught) {
    if (clause.types().contains(Type.THROWABLE)) {
      return Attempts.isCaught(caught);
    }
    return clause.types().stream()
        .map(type -> (Expr) new Expr.InstanceOf(caught.read(), type))
        .reduce(Arithmetic::or)
        .orElseThrow();
  }

  private static List<Stmt> rethrow(Var caught, @Nullable Var handler, Set<Var> jumps) {
    if (handler != null) {
      jumps.add(handler);
      return List.of(new Stmt.Assign(handler, caught.read()));
    }
    return List.of(Raising.outside(new Stmt.Throw(caught.read())));
  }

  /** An exception or a jump waits until {@code finally} has run, which may make its own instead. */
  private Set<Var> finished(Stmt.Try s, List<Stmt> out) {
    Var pending = new Var("pending", Type.THROWABLE);
    List<Stmt> body = new ArrayList<>();
    Set<Var> jumps = new LinkedHashSet<>(caught(s, pending, body));
    boolean throwing = jumps.remove(pending);
    if (throwing) {
      out.add(new Stmt.Declare(pending, Exprs.defaultValue(pending.type())));
    }
    out.addAll(body);
    List<Stmt> last = new ArrayList<>();
    Set<Var> own = blocks.sequence(s.last().stmts(), outer, last);
    Map<Var, Var> waiting = own.isEmpty() ? Map.of() : suspend(jumps, out);
    out.addAll(last);
    List<Stmt> after = new ArrayList<>();
    waiting.forEach((flag, saved) -> after.add(new Stmt.Assign(flag, saved.read())));
    jumps.addAll(own);
    if (throwing) {
      List<Stmt> rethrow = rethrow(pending, outer, jumps);
      after.add(new Stmt.If(Attempts.isCaught(pending), new Block(rethrow), Block.EMPTY));
    }
    if (own.isEmpty()) {
      out.addAll(after);
    } else if (!after.isEmpty()) {
      out.add(new Stmt.If(Attempts.none(own), new Block(after), Block.EMPTY));
    }
    return jumps;
  }

  private static Map<Var, Var> suspend(Set<Var> jumps, List<Stmt> out) {
    Map<Var, Var> waiting = new LinkedHashMap<>();
    for (Var flag : jumps) {
      Var saved = new Var(flag.name() + "Before", flag.type());
      out.add(new Stmt.Declare(saved, flag.read()));
      out.add(new Stmt.Assign(flag, Exprs.FALSE));
      waiting.put(flag, saved);
    }
    return waiting;
  }
}
