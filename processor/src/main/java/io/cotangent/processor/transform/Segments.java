package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gives what each step of a counted loop pushes a place by the loop's index, in a stretch of the
 * tape that is taken before the loop: nothing is left in the loop that could run out of room, and
 * the JIT can vectorise it.
 */
public final class Segments extends Rewriter {
  private final Map<Stmt.Counted, List<Var>> loops;
  private final Map<Var, Expr> places = new HashMap<>();

  private Segments(Map<Stmt.Counted, List<Var>> loops) {
    this.loops = loops;
  }

  /**
   * The program with such loops.
   *
   * @param taped the functions that work with the tape
   */
  public static Program apply(Program program, Set<FunctionId> taped) {
    if (!Optimisation.SEGMENTS.isOn()) {
      return program;
    }
    Map<Stmt.Counted, List<Var>> loops = new IdentityHashMap<>();
    TapedLoops.of(program, taped).pairs().forEach(pair -> pair.addTo(loops));
    if (loops.isEmpty()) {
      return program;
    }
    Map<FunctionId, Function> all = new LinkedHashMap<>();
    program
        .functions()
        .forEach((id, f) -> all.put(id, f.withBody(new Segments(loops).block(f.body()))));
    return program.with(all);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    List<Var> slots = s instanceof Stmt.Counted ? loops.get(s) : null;
    if (slots == null) {
      if (s instanceof Stmt.Push push && places.containsKey(push.slot())) {
        out.add(new Stmt.Keep(push.slot(), place(push.slot()), expr(push.value())));
      } else {
        super.stmt(s, out);
      }
      return;
    }
    Stmt.Counted loop = (Stmt.Counted) s;
    boolean takes = loop.step() < 0;
    List<Var> inOrder = new ArrayList<>(slots);
    if (takes) {
      // The newest stretch is the first to be given back.
      java.util.Collections.reverse(inOrder);
    }
    Expr count = count(loop);
    Expr step =
        isZero(first(loop)) ? loop.index().read() : Exprs.minus(loop.index().read(), first(loop));
    for (Var slot : inOrder) {
      Var at = new Var(slot.name() + "At", Type.INT);
      out.add(new Stmt.Declare(at, new Expr.Segment(slot, !takes, count)));
      places.put(slot, Exprs.plus(at.read(), step));
    }
    Block body = block(loop.body());
    out.add(
        new Stmt.Counted(
            loop.index(), loop.from(), loop.relation(), loop.bound(), loop.step(), body));
  }

  @Override
  public Expr expr(Expr e) {
    return e instanceof Expr.Pop pop && places.containsKey(pop.slot())
        ? new Expr.Kept(pop.slot(), place(pop.slot()))
        : super.expr(e);
  }

  private Expr place(Var slot) {
    return Objects.requireNonNull(places.get(slot));
  }

  /** The least index. */
  private static Expr first(Stmt.Counted loop) {
    return loop.step() > 0 ? loop.from() : loop.bound();
  }

  /** How often the loop runs; not positive if it does not. */
  private static Expr count(Stmt.Counted loop) {
    boolean up = loop.step() > 0;
    Expr last = up ? loop.bound() : loop.from();
    Expr end = last;
    if (!up || loop.relation() == Operator.LE) {
      end =
          last instanceof Expr.Apply less
                  && less.op() == Operator.SUB
                  && less.args().get(1).equals(Exprs.constant(1))
              ? less.args().get(0)
              : next(last);
    }
    return isZero(first(loop)) ? end : Exprs.minus(end, first(loop));
  }

  private static Expr next(Expr last) {
    return last instanceof Expr.Const c && c.value() instanceof Integer n
        ? Exprs.constant(n + 1)
        : Exprs.plus(last, Exprs.constant(1));
  }

  private static boolean isZero(Expr e) {
    return e.equals(Exprs.constant(0));
  }
}
