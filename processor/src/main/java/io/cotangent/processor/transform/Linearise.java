package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.rules.Rule;
import io.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names what derivatives will ask for. Afterwards, in every active expression, an operand or a
 * result whose value some partial needs is a {@linkplain #isSimple simple} expression (the result
 * of a declaration's whole right side has the declared variable's name), and active conditional
 * expressions are branches. All else stays nested as it was written.
 */
public final class Linearise extends Rewriter {
  private final Facts facts;
  private final Constancy constancy;
  private final Map<Var, Expr> references = new HashMap<>();

  private Linearise(Facts facts, Function function) {
    this.facts = facts;
    this.constancy = new Constancy(function);
  }

  /** The program with names for what derivatives need. */
  public static Program apply(Facts facts) {
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    facts
        .program()
        .functions()
        .forEach((id, f) -> functions.put(id, f.withBody(new Linearise(facts, f).block(f.body()))));
    return facts.program().with(functions);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    Activity activity = facts.activity();
    if (s instanceof Stmt.Declare d && isActive(d.var(), d.init())) {
      if (d.init() instanceof Expr.Conditional choice) {
        out.add(new Stmt.Declare(d.var(), Exprs.defaultValue(d.var().type())));
        out.add(branch(choice, e -> new Stmt.Assign(d.var(), e)));
      } else {
        boolean keeps = constancy.isConstant(d.var());
        out.add(new Stmt.Declare(d.var(), keeps ? named(d.init(), out) : value(d.init(), out)));
      }
    } else if (s instanceof Stmt.Assign a && a.value() instanceof Expr.CloneArray) {
      out.add(new Stmt.Assign(a.var(), name(a.value(), out)));
    } else if (s instanceof Stmt.Assign a && isActive(a.var(), a.value())) {
      if (a.value() instanceof Expr.Conditional choice) {
        out.add(branch(choice, e -> new Stmt.Assign(a.var(), e)));
      } else {
        out.add(new Stmt.Assign(a.var(), value(a.value(), out)));
      }
    } else if (s instanceof Stmt.Store st
        && st.value().type().isFloating()
        && activity.isActive(source(st.array()))
        && activity.isActive(st.value())) {
      if (st.value() instanceof Expr.Conditional choice) {
        Stmt.Store place = place(st, true, out);
        out.add(branch(choice, e -> new Stmt.Store(place.array(), place.index(), e)));
      } else {
        List<Stmt> before = new ArrayList<>();
        Expr value = value(st.value(), before);
        boolean order = !before.isEmpty() || ThrowOrder.matters(st.value(), activity::isActive);
        Stmt.Store place = place(st, order, out);
        out.addAll(before);
        out.add(new Stmt.Store(place.array(), place.index(), value));
      }
    } else if (s instanceof Stmt.Store st
        && st.value().type().isFloating()
        && activity.isActive(source(st.array()))
        && ThrowOrder.matters(st.value(), activity::isActive)) {
      out.add(place(st, true, out));
    } else if (s instanceof Stmt.Put put && put.value().type().isFloating()) {
      put(put, out);
    } else if (s instanceof Stmt.Call c) {
      out.add(call(c, out));
    } else if (s instanceof Stmt.Push p && isActive(p.slot(), p.value())) {
      out.add(new Stmt.Push(p.slot(), value(p.value(), out)));
    } else {
      super.stmt(s, out);
    }
  }

  private void put(Stmt.Put s, List<Stmt> out) {
    Activity activity = facts.activity();
    Expr.Field field = new Expr.Field(source(s.receiver()), s.name(), s.value().type());
    boolean active = activity.isActivePlace(field);
    if (active && activity.isActive(s.value())) {
      if (s.value() instanceof Expr.Conditional choice) {
        Expr receiver = receiver(s, true, out);
        out.add(branch(choice, e -> new Stmt.Put(receiver, s.name(), e)));
        return;
      }
      List<Stmt> before = new ArrayList<>();
      Expr value = value(s.value(), before);
      boolean order = !before.isEmpty() || ThrowOrder.matters(s.value(), activity::isActive);
      Expr receiver = receiver(s, order, out);
      out.addAll(before);
      out.add(new Stmt.Put(receiver, s.name(), value));
    } else {
      boolean order = active && ThrowOrder.matters(s.value(), activity::isActive);
      out.add(new Stmt.Put(receiver(s, order, out), s.name(), s.value()));
    }
  }

  private Expr receiver(Stmt.Put s, boolean order, List<Stmt> out) {
    return order && ThrowOrder.mayThrow(s.receiver())
        ? standingFor(s.receiver(), name(s.receiver(), out))
        : s.receiver();
  }

  private Expr standingFor(Expr reference, Expr name) {
    if (name instanceof Expr.Read read && !name.equals(reference)) {
      references.put(read.var(), reference);
    }
    return name;
  }

  /** What a name given here stands for: the facts don't know the name. */
  private Expr source(Expr reference) {
    return reference instanceof Expr.Read read
        ? references.getOrDefault(read.var(), reference)
        : reference;
  }

  /** The same store; where order matters, what finds its place and could throw has names by now. */
  private Stmt.Store place(Stmt.Store st, boolean order, List<Stmt> out) {
    List<Expr> parts = new ArrayList<>(List.of(st.array(), st.index()));
    inOrder(parts, List.of(new ArrayList<>(), new ArrayList<>()), order, out);
    return new Stmt.Store(standingFor(st.array(), parts.get(0)), parts.get(1), st.value());
  }

  private boolean isActive(Var target, Expr value) {
    return target.type().isFloating()
        && facts.activity().isActive(target)
        && facts.activity().isActive(value);
  }

  private Stmt call(Stmt.Call call, List<Stmt> out) {
    List<Var> params = facts.program().get(call.callee()).params();
    List<List<Stmt>> hoisted = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < call.args().size(); i++) {
      List<Stmt> before = new ArrayList<>();
      Expr arg = call.args().get(i);
      args.add(isActive(params.get(i), arg) ? value(arg, before) : arg);
      hoisted.add(before);
    }
    inOrder(args, hoisted, false, out);
    return new Stmt.Call(call.targets(), call.callee(), args, call.span());
  }

  private interface Sink {
    Stmt of(Expr value);
  }

  private Stmt branch(Expr.Conditional choice, Sink sink) {
    return new Stmt.If(choice.test(), arm(choice.then(), sink), arm(choice.otherwise(), sink));
  }

  private Block arm(Expr e, Sink sink) {
    List<Stmt> out = new ArrayList<>();
    stmt(sink.of(e), out);
    return new Block(out);
  }

  /** The expression, with a name of its own where its result is needed. */
  private Expr value(Expr e, List<Stmt> out) {
    boolean keep = e instanceof Expr.Apply apply && needsResult(apply);
    Expr named = named(e, out);
    return keep ? name(named, out) : named;
  }

  /** The expression with names for what the partials inside it need; its own result has none. */
  private Expr named(Expr e, List<Stmt> out) {
    if (!facts.activity().isActive(e)) {
      return e;
    } else if (e instanceof Expr.Cast cast) {
      return new Expr.Cast(cast.type(), value(cast.operand(), out));
    } else if (e instanceof Expr.Conditional choice) {
      Var chosen = new Var("chosen", e.type());
      out.add(new Stmt.Declare(chosen, Exprs.defaultValue(e.type())));
      out.add(
          new Stmt.If(
              choice.test(), into(chosen, choice.then()), into(chosen, choice.otherwise())));
      return chosen.read();
    } else if (e instanceof Expr.Apply apply) {
      return operands(apply, out);
    }
    return e;
  }

  private Block into(Var chosen, Expr e) {
    List<Stmt> out = new ArrayList<>();
    out.add(new Stmt.Assign(chosen, value(e, out)));
    return new Block(out);
  }

  private Expr operands(Expr.Apply apply, List<Stmt> out) {
    Needs needs = needs(apply);
    List<List<Stmt>> hoisted = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < apply.args().size(); i++) {
      List<Stmt> before = new ArrayList<>();
      Expr arg = value(apply.args().get(i), before);
      args.add(needs.args().contains(i) && !isSimple(arg) ? name(arg, before) : arg);
      hoisted.add(before);
    }
    inOrder(args, hoisted, false, out);
    return new Expr.Apply(apply.op(), args, apply.type());
  }

  /**
   * Writes what was hoisted; what stands left of it and could throw must go before it, named.
   *
   * @param more whether something to the right of all is hoisted, too
   */
  private static void inOrder(
      List<Expr> args, List<List<Stmt>> hoisted, boolean more, List<Stmt> out) {
    boolean later = more;
    for (int i = args.size() - 1; i >= 0; i--) {
      if (later && ThrowOrder.mayThrow(args.get(i))) {
        args.set(i, name(args.get(i), hoisted.get(i)));
      }
      later |= !hoisted.get(i).isEmpty();
    }
    hoisted.forEach(out::addAll);
  }

  private static Expr name(Expr e, List<Stmt> out) {
    Var var = new Var(Naming.of(e), e.type());
    out.add(new Stmt.Declare(var, e));
    return var.read();
  }

  private Needs needs(Expr.Apply apply) {
    Rule rule = Rules.of(apply).orElseThrow();
    return Needs.of(rule, apply, i -> facts.activity().isActive(apply.args().get(i)));
  }

  private boolean needsResult(Expr.Apply apply) {
    return Rules.of(apply).isPresent() && needs(apply).result();
  }

  /** Whether repeating the expression costs next to nothing. */
  static boolean isSimple(Expr e) {
    if (e instanceof Expr.Const || e instanceof Expr.Read || e instanceof Expr.StaticField) {
      return true;
    } else if (e instanceof Expr.Load load) {
      return isSimple(load.array()) && isSimple(load.index());
    } else if (e instanceof Expr.Length length) {
      return isSimple(length.array());
    } else if (e instanceof Expr.Cast cast) {
      return isSimple(cast.operand());
    } else if (e instanceof Expr.Field field) {
      return isSimple(field.receiver());
    }
    return e instanceof Expr.Apply apply
        && apply.op() instanceof io.cotangent.processor.ir.Operator
        && !apply.type().isFloating()
        && apply.args().stream().allMatch(arg -> !arg.type().isFloating() && isSimple(arg));
  }
}
