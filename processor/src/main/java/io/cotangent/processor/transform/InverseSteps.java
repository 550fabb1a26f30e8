package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
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

/**
 * Inverse accumulation (Siskind 2019): walks through a function whose live active values number n
 * again and again, and writes after each stretch between two such points what {@link InverseBlock}
 * makes of it.
 */
final class InverseSteps {
  private final Facts facts;
  private final LiveValues live;
  private final Widths widths;
  private final Constancy constancy;
  private final Indices indices;
  private final InverseBlock.Purpose purpose;
  private final Map<Var, Var> bars = new HashMap<>();
  private final Set<Var> slopes = new HashSet<>();

  private Stmt.Mark here = new Stmt.Mark(Span.NONE, "");

  InverseSteps(Facts facts, Function function, InverseBlock.Purpose purpose) {
    this.facts = facts;
    this.live = new LiveValues(facts);
    this.widths = new Widths(facts, live, function);
    this.constancy = new Constancy(function);
    this.indices = new Indices(function);
    this.purpose = purpose;
  }

  /** The variable that holds the cotangent of another. */
  Var bar(Var var) {
    return bars.computeIfAbsent(var, v -> new Var(v.name() + "Bar", v.type()));
  }

  /** The names of coefficients, of which some may not be needed. */
  Set<Var> slopes() {
    return slopes;
  }

  /**
   * The statements of a function's body.
   *
   * @param inputs the values that are live before it
   * @param outputs those that are live after it
   */
  List<Stmt> body(Block block, List<Var> inputs, List<Var> outputs) throws LostValues {
    Set<Object> first = places(inputs);
    Set<Object> last = places(outputs);
    Set<Object> used = live.points(block, last).get(0);
    if (used != null) {
      requireNoLoss(first, used, inputs);
    }
    List<Stmt> out = new ArrayList<>();
    block(block, first, last, out);
    return out;
  }

  private Set<Object> places(List<Var> vars) {
    Set<Object> places = new LinkedHashSet<>();
    vars.forEach(v -> places.add(v.type().isArray() ? live.place(v.read()) : v));
    return places;
  }

  /** Writes a block that starts and ends with n live values. */
  private void block(Block block, Set<Object> first, @Nullable Set<Object> last, List<Stmt> out)
      throws LostValues {
    List<@Nullable Set<Object>> points = live.points(block, last);
    if (points.get(0) == null) {
      // It ends by an exception.
      out.addAll(block.stmts());
      return;
    }
    InverseBlock pending = fresh(first, out);
    for (int i = 0; i < block.stmts().size(); i++) {
      Stmt s = block.stmts().get(i);
      Set<Object> after = points.get(i + 1);
      if (s instanceof Stmt.Mark mark) {
        here = mark;
      }
      if (after == null) {
        // Nothing after it runs to the end.
        out.addAll(block.stmts().subList(i, block.stmts().size()));
        return;
      }
      Set<Object> before = java.util.Objects.requireNonNull(points.get(i));
      if (isStraight(s)) {
        straight(s, after, pending);
      } else if (isActive(s)) {
        requirePoint(pending, before);
        compound(s, pending.start(), after, out);
        pending = fresh(pending.start(), out);
      } else {
        pending.rows().passive(s);
      }
      if (widths.isLess(after, pending.start())) {
        throw lost(before, after);
      }
      if (widths.isSame(after, pending.start()) && i + 1 < block.stmts().size()) {
        pending.flush(after, here);
        pending = fresh(after, out);
      }
    }
    pending.flush(java.util.Objects.requireNonNull(last), here);
  }

  private InverseBlock fresh(Set<Object> start, List<Stmt> out) {
    LinearRows rows = new LinearRows(facts, live, constancy::isConstant, slopes, indices, out);
    return new InverseBlock(start, rows, this::bar, purpose, out);
  }

  private static void requirePoint(InverseBlock pending, Set<Object> before) {
    if (!pending.isEmpty() || !pending.start().equals(before)) {
      throw new NotStepwise();
    }
  }

  private boolean isActive(Stmt s) {
    boolean[] found = {false};
    Walk.statements(
        Block.of(s),
        inner -> {
          found[0] |= inner instanceof Stmt.Attempt || inner instanceof Stmt.Push;
          found[0] |= Walk.written(inner).stream().anyMatch(facts.activity()::isActive);
          found[0] |= inner instanceof Stmt.Store st && facts.activity().isActive(st.array());
          found[0] |= inner instanceof Stmt.Put;
          found[0] |=
              inner instanceof Stmt.Call call
                  && Calls.isActive(facts, facts.program().get(call.callee()));
        });
    return found[0];
  }

  private boolean isStraight(Stmt s) {
    return s instanceof Stmt.Declare d && facts.activity().isActive(d.var())
        || s instanceof Stmt.Assign a && facts.activity().isActive(a.var())
        || s instanceof Stmt.Store st && facts.activity().isActive(st.array());
  }

  private void straight(Stmt s, Set<Object> after, InverseBlock pending) {
    if (s instanceof Stmt.Declare d && !d.var().type().isArray()) {
      pending.declareBar(d.var());
      if (after.contains(d.var())) {
        pending.rows().declare(d);
      } else {
        pending.rows().passive(d);
      }
    } else if (s instanceof Stmt.Assign a && !a.var().type().isArray()) {
      if (after.contains(a.var())) {
        pending.rows().assign(a);
      } else {
        pending.rows().passive(a);
      }
    } else if (s instanceof Stmt.Store st) {
      if (!(st.array() instanceof Expr.Read) || !st.value().type().equals(Type.DOUBLE)) {
        throw new NotStepwise();
      } else if (after.contains(live.place(st.array()))) {
        pending.rows().store(st);
      } else {
        pending.rows().passive(st);
      }
    } else {
      pending.named(s, isCopied(s, after), new Shadows(facts, this::bar));
    }
  }

  /** Whether an array becomes another, which then lives in its place. */
  private boolean isCopied(Stmt s, Set<Object> after) {
    Expr value = s instanceof Stmt.Declare d ? d.init() : ((Stmt.Assign) s).value();
    Var var = Walk.written(s).get(0);
    if (value instanceof Expr.Read || !after.contains(live.place(var.read()))) {
      return false;
    }
    boolean dies =
        value instanceof Expr.CloneArray copy && !after.contains(live.place(copy.array()));
    if (!dies && !(value instanceof Expr.Const)) {
      throw new NotStepwise();
    }
    return dies;
  }

  private void compound(Stmt s, Set<Object> before, Set<Object> after, List<Stmt> out)
      throws LostValues {
    if (s instanceof Stmt.If branch) {
      Block then = arm(branch.then(), before, after);
      Block otherwise = arm(branch.otherwise(), before, after);
      out.add(new Stmt.If(branch.test(), then, otherwise));
    } else if (s instanceof Stmt.While loop) {
      out.add(new Stmt.While(loop.test(), arm(loop.body(), before, before)));
    } else if (s instanceof Stmt.Counted x) {
      Block body = arm(x.body(), before, before);
      out.add(new Stmt.Counted(x.index(), x.from(), x.relation(), x.bound(), x.step(), body));
    } else {
      throw new NotStepwise();
    }
  }

  private Block arm(Block arm, Set<Object> before, Set<Object> after) throws LostValues {
    Set<Object> used = live.points(arm, after).get(0);
    if (used != null && widths.isLess(used, before)) {
      Span span = arm.stmts().stream().anyMatch(Stmt.Mark.class::isInstance) ? first(arm) : null;
      LostValues lost = lost(before, used);
      throw span == null ? lost : new LostValues(span, lost.names());
    }
    if (used != null && !used.equals(before)) {
      throw new NotStepwise();
    }
    List<Stmt> out = new ArrayList<>();
    block(arm, before, after, out);
    return new Block(out);
  }

  private static Span first(Block arm) {
    return arm.stmts().stream()
        .filter(Stmt.Mark.class::isInstance)
        .map(s -> ((Stmt.Mark) s).span())
        .findFirst()
        .orElse(Span.NONE);
  }

  private void requireNoLoss(Set<Object> first, Set<Object> used, List<Var> inputs)
      throws LostValues {
    List<String> names = new ArrayList<>();
    for (Var input : inputs) {
      if (!used.contains(input.type().isArray() ? live.place(input.read()) : input)) {
        names.add(input.name());
      }
    }
    if (!names.isEmpty() && widths.isLess(used, first)) {
      throw new LostValues(Span.NONE, names);
    }
  }

  private LostValues lost(Set<Object> before, Set<Object> after) {
    Set<Object> dead = new LinkedHashSet<>(before);
    dead.removeAll(after);
    List<String> names = dead.stream().map(widths::name).distinct().toList();
    return new LostValues(here.span(), names);
  }
}
