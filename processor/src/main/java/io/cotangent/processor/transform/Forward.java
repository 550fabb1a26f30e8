package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.Harmless;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward mode: beside every statement that writes active data, one that writes its tangent. Arrays
 * have tangent arrays that follow them through every reference assignment. Runs on linearised
 * programs, also on those that {@link Reverse} wrote.
 *
 * <p>A function's parameters are followed by the tangents of the active ones, in order; its results
 * likewise.
 */
public final class Forward {
  /** The suffix of {@link #valuesFirst} forms. */
  static final String VALUES_FIRST = "";

  private final Facts facts;
  private final String suffix;
  private final boolean valueFirst;
  private final Map<Var, Var> tangents = new HashMap<>();

  /** One function may push what another pops: their slots' tangents are the same for both. */
  private final Map<Var, Var> slots;

  private final Set<Var> unused = new HashSet<>();

  private Forward(Facts facts, String suffix, boolean valueFirst, Map<Var, Var> slots) {
    this.facts = facts;
    this.slots = slots;
    this.suffix = suffix;
    this.valueFirst = valueFirst;
  }

  /** The identity of a function's forward form, among forms with this suffix. */
  public static FunctionId id(FunctionId primal, String suffix) {
    return new FunctionId(primal.key() + "#" + suffix);
  }

  private FunctionId id(FunctionId primal) {
    return id(primal, suffix);
  }

  /**
   * Forward forms.
   *
   * @param program those of all functions
   * @param tangents the variables that hold tangents
   */
  public record Result(Program program, Set<Var> tangents) {}

  /** The forward forms of all functions of the program that carry derivatives, and the others. */
  public static Program apply(Facts facts, String suffix) {
    return apply(facts, suffix, false).program();
  }

  /**
   * The same, but a value of which several parts may throw is computed before any part of its
   * tangent: what throws first is then seen without the tangents, too.
   */
  static Result valuesFirst(Facts facts) {
    return apply(facts, VALUES_FIRST, true);
  }

  private static Result apply(Facts facts, String suffix, boolean valueFirst) {
    Map<FunctionId, Function> out = new LinkedHashMap<>();
    Set<Var> tangents = new HashSet<>();
    Map<Var, Var> slots = new HashMap<>();
    for (Function function : facts.program().functions().values()) {
      Forward forward = new Forward(facts, suffix, valueFirst, slots);
      Function form = forward.function(function);
      out.put(form.id(), form);
      tangents.addAll(forward.tangents.values());
      tangents.addAll(forward.unused);
    }
    Program ruled = facts.program().reachable(List.copyOf(facts.program().rules().keySet()));
    out.putAll(ruled.functions());
    return new Result(new Program(out, ruled.rules()), tangents);
  }

  private Function function(Function function) {
    List<Var> params = withTangents(function.params());
    Block body =
        facts
            .program()
            .rule(function.id())
            .map(rule -> new Ruled(facts, function, rule, this::tangent).forward())
            .orElseGet(() -> new Block(statements(function.body())));
    return new Function(
        id(function.id()),
        function.name() + suffix,
        params,
        withTangents(function.results()),
        body);
  }

  private List<Var> withTangents(List<Var> vars) {
    List<Var> all = new ArrayList<>(vars);
    vars.stream().filter(facts.activity()::isActive).forEach(v -> all.add(tangent(v)));
    return all;
  }

  private Var tangent(Var var) {
    return tangents.computeIfAbsent(var, Forward::dot);
  }

  private Var slot(Var slot) {
    return slots.computeIfAbsent(slot, Forward::dot);
  }

  private static Var dot(Var var) {
    return new Var(var.name() + "Dot", var.type());
  }

  private List<Stmt> statements(Block block) {
    List<Stmt> out = new ArrayList<>();
    block.stmts().forEach(stmt -> statement(stmt, out));
    return out;
  }

  private Block block(Block block) {
    return new Block(statements(block));
  }

  private void statement(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d && facts.activity().isActive(d.var())) {
      declare(d, out);
    } else if (s instanceof Stmt.Assign a && facts.activity().isActive(a.var())) {
      List<Stmt> named = new ArrayList<>();
      Expr dot = flow(a.value(), named);
      Expr value = first(a.value(), a.var().name(), named, out);
      out.addAll(named);
      out.add(new Stmt.Assign(tangent(a.var()), dot));
      out.add(new Stmt.Assign(a.var(), value));
    } else if (s instanceof Stmt.Store st && facts.activity().isActive(st.array())) {
      List<Stmt> named = new ArrayList<>();
      Expr dot = flow(st.value(), named);
      boolean first = goesFirst(st.value()) || !named.isEmpty() || isFoundInOrder(st);
      Expr array = first ? early(st.array(), out) : st.array();
      Expr index = first ? early(st.index(), out) : st.index();
      Expr value = first(st.value(), Naming.of(st.array()), named, out);
      out.addAll(named);
      out.add(new Stmt.Store(shadows().of(st.array()), index, dot));
      out.add(new Stmt.Store(array, index, value));
    } else if (s instanceof Stmt.Put put && facts.activity().isActivePlace(put.place())) {
      List<Stmt> named = new ArrayList<>();
      Expr dot = flow(put.value(), named);
      boolean first = goesFirst(put.value()) || !named.isEmpty();
      Expr receiver = first ? early(put.receiver(), out) : put.receiver();
      Expr value = first(put.value(), put.name(), named, out);
      out.addAll(named);
      out.add(new Stmt.Put(shadows().of(put.receiver()), put.name(), dot));
      out.add(new Stmt.Put(receiver, put.name(), value));
    } else if (s instanceof Stmt.Push p && facts.activity().isActive(p.slot())) {
      Expr dot = flow(p.value(), out);
      out.add(s);
      out.add(new Stmt.Push(slot(p.slot()), dot));
    } else if (s instanceof Stmt.If x) {
      out.add(new Stmt.If(x.test(), block(x.then()), block(x.otherwise())));
    } else if (s instanceof Stmt.While x) {
      out.add(new Stmt.While(x.test(), block(x.body())));
    } else if (s instanceof Stmt.Counted x) {
      out.add(
          new Stmt.Counted(
              x.index(), x.from(), x.relation(), x.bound(), x.step(), block(x.body())));
    } else if (s instanceof Stmt.Attempt x) {
      out.add(new Stmt.Attempt(block(x.body()), x.caught()));
    } else if (s instanceof Stmt.Call x) {
      call(x, out);
    } else if (s instanceof Stmt.Eval x && addsUp(x.call())) {
      throw new IllegalStateException("no tangent for " + x.call().name());
    } else {
      out.add(s);
    }
  }

  /** Whether a support method changes active arrays: nothing here tells its tangent. */
  private boolean addsUp(Expr.Invoke call) {
    return call.owner().startsWith("io.cotangent.runtime.")
        && !Harmless.isHarmless(call)
        && call.args().stream()
            .anyMatch(a -> a.type().isReference() && facts.activity().isActive(a));
  }

  private void declare(Stmt.Declare d, List<Stmt> out) {
    Var dot = tangent(d.var());
    if (d.init() instanceof Expr.Pop pop) {
      out.add(new Stmt.Declare(dot, new Expr.Pop(slot(pop.slot()))));
      out.add(d);
    } else if (d.var().type().isReference()) {
      out.add(d);
      out.add(new Stmt.Declare(dot, shadows().of(d.init())));
    } else {
      // The new variable is not an operand of its own first value, so the value may go first: the
      // partials read it by its name.
      out.add(d);
      List<Stmt> named = new ArrayList<>();
      Expr flow = tangents(named).of(d.init(), d.var().read());
      out.addAll(named);
      out.add(new Stmt.Declare(dot, flow));
    }
  }

  /**
   * Computes a value before its tangent where it might throw something the tangent would not, or
   * {@code parts} of the tangent might throw too soon.
   */
  private Expr first(Expr e, String name, List<Stmt> parts, List<Stmt> out) {
    boolean soon = !parts.isEmpty() && ThrowOrder.mayThrowInSeveralWays(e);
    return goesFirst(e) || soon ? named(e, name, out) : e;
  }

  private boolean goesFirst(Expr e) {
    return valueFirst
        ? ThrowOrder.mayThrowInSeveralWays(e)
        : !e.type().isReference() && ThrowOrder.matters(e, facts.activity()::isActive);
  }

  /** Whether an array is found by what may throw, and the place in it by what else may. */
  private boolean isFoundInOrder(Stmt.Store st) {
    return valueFirst && ThrowOrder.mayThrow(st.array()) && ThrowOrder.mayThrow(st.index());
  }

  /** Where a value goes is found before the value, and throws before it. */
  private static Expr early(Expr e, List<Stmt> out) {
    return ThrowOrder.mayThrow(e) ? named(e, Naming.of(e), out) : e;
  }

  private static Expr named(Expr e, String name, List<Stmt> out) {
    Var value = new Var(name, e.type());
    out.add(new Stmt.Declare(value, e));
    return value.read();
  }

  /** The tangent of a value that is about to be written. */
  private Expr flow(Expr e, List<Stmt> out) {
    return e.type().isReference() ? shadows().of(e) : tangents(out).of(e, e);
  }

  private Tangents tangents(List<Stmt> out) {
    return new Tangents(facts, shadows(), this::tangent, out);
  }

  private Shadows shadows() {
    return new Shadows(facts, this::tangent);
  }

  private void call(Stmt.Call call, List<Stmt> out) {
    Function callee = facts.program().get(call.callee());
    List<Expr> args = new ArrayList<>();
    for (Expr arg : call.args()) {
      args.add(valueFirst ? early(arg, out) : arg);
    }
    for (int i = 0; i < call.args().size(); i++) {
      if (facts.activity().isActive(callee.params().get(i))) {
        args.add(flow(call.args().get(i), out));
      }
    }
    List<Var> targets = new ArrayList<>(call.targets());
    List<Stmt> after = new ArrayList<>();
    for (int i = 0; i < call.targets().size(); i++) {
      Var target = call.targets().get(i);
      if (facts.activity().isActive(callee.results().get(i))) {
        targets.add(facts.activity().isActive(target) ? tangent(target) : dropped(target, out));
      } else if (facts.activity().isActive(target)) {
        after.add(new Stmt.Assign(tangent(target), Arithmetic.constant(0.0, target.type())));
      }
    }
    out.add(new Stmt.Call(targets, id(call.callee()), args, call.span()));
    out.addAll(after);
  }

  private Var dropped(Var target, List<Stmt> out) {
    Var dot = new Var(target.name() + "Dot", target.type());
    unused.add(dot);
    out.add(new Stmt.Declare(dot, Exprs.defaultValue(dot.type())));
    return dot;
  }
}
