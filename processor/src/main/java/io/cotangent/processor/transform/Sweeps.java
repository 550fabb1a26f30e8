package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the forward and the reverse sweep of a function side by side, block by block. */
final class Sweeps {
  private final Facts facts;
  private final Function function;
  private final Adjoints adjoints;
  private final Keeping keeping;
  private final HandBack handBack;

  final CountedLoops loops;

  /** The loops that have their reverse within them. */
  final Fusion fusion;

  /** The sweeps of a function. */
  Sweeps(
      Facts facts,
      Function function,
      Adjoints adjoints,
      Keeping keeping,
      Fusion fusion,
      HandBack handBack) {
    this.facts = facts;
    this.function = function;
    this.adjoints = adjoints;
    this.keeping = keeping;
    this.fusion = fusion;
    this.loops = new CountedLoops(new TripCounts(function));
    this.handBack = handBack;
  }

  /** The function's own block, its sweeps not yet joined. */
  Scope function(List<Var> params) {
    Scope top = new Scope(Scope.Kind.TOP, null, null);
    top.declared.addAll(params);
    block(function.body(), top);
    function.params().stream()
        .filter(p -> !p.type().isReference() && adjoints.isActive(p))
        .forEach(p -> top.bars.add(adjoints.bar(p)));
    return top;
  }

  /** Makes what the reverse sweep reads available to it; gives the whole reverse sweep. */
  List<Stmt> finish(Scope scope, List<Stmt> reverse) {
    List<Stmt> all = new ArrayList<>();
    scope.bars.stream()
        .filter(bar -> !scope.early.contains(bar))
        .forEach(bar -> all.add(Reverse.zero(bar)));
    all.addAll(reverse);
    return keeping.finish(scope, all);
  }

  Block finished(Scope scope) {
    return new Block(finish(scope, scope.reversed()));
  }

  void block(Block block, Scope scope) {
    Stmt mark = null;
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Mark) {
        mark = stmt;
        scope.forward.add(stmt);
        continue;
      }
      List<Stmt> reverse = new ArrayList<>();
      statement(stmt, scope, reverse);
      if (mark != null && !reverse.isEmpty()) {
        reverse.add(0, mark);
      }
      scope.reverse.add(reverse);
    }
  }

  private void statement(Stmt s, Scope scope, List<Stmt> reverse) {
    if (s instanceof Stmt.Declare d) {
      declare(d, scope, reverse);
    } else if (s instanceof Stmt.Assign a && adjoints.isActive(a.var())) {
      assign(a, scope, reverse);
    } else if (s instanceof Stmt.Store st && facts.activity().isActive(st.array())) {
      write(st, new Expr.Load(st.array(), st.index()), st.value(), scope, reverse);
    } else if (s instanceof Stmt.Put p && facts.activity().isActivePlace(p.place())) {
      write(p, p.place(), p.value(), scope, reverse);
    } else if (s instanceof Stmt.If x) {
      branch(x, scope, reverse);
    } else if (s instanceof Stmt.While x) {
      new LoopSweeps(this).loop(x, scope, reverse);
    } else if (s instanceof Stmt.Counted x) {
      new LoopSweeps(this).counted(x, scope, reverse);
    } else if (s instanceof Stmt.Call x) {
      new Calls(facts, adjoints, handBack).call(x, scope, available(scope, x), reverse);
      add(x, scope, scope.forward.remove(scope.forward.size() - 1));
    } else if (s instanceof Stmt.Attempt x) {
      new AttemptSweeps(this::statement).sweep(x, scope, reverse);
    } else if (s instanceof Stmt.Push) {
      throw new IllegalStateException("reverse mode over a taped function: " + function.id());
    } else {
      add(s, scope, s);
    }
  }

  void add(Stmt original, Scope scope, Stmt forward) {
    scope.add(forward, Walk.allWritten(original), facts.writes().of(original));
  }

  Available available(Scope scope, Stmt at) {
    return new Available(facts, adjoints, scope, at);
  }

  private Contributions contributions(Scope scope, Stmt at, List<Stmt> reverse) {
    return new Contributions(facts, adjoints, available(scope, at), reverse);
  }

  private void declare(Stmt.Declare d, Scope scope, List<Stmt> reverse) {
    Var var = d.var();
    scope.declared.add(var);
    boolean repeatable =
        adjoints.isDefinition(var)
            && !(scope.attempting && Risk.isRisky(d.init()))
            && adjoints.isRepeatable(
                d.init(), place -> facts.writes().isStableAfter(d, facts.aliasing().home(place)));
    if (repeatable) {
      scope.again.put(var, d.init());
    }
    if (!adjoints.isActive(var)) {
      add(d, scope, d);
    } else if (var.type().isReference()) {
      Var shadow = adjoints.shadow(var);
      Expr init = adjoints.shadows().of(d.init());
      scope.declared.add(shadow);
      scope.forward.add(new Stmt.Declare(shadow, init));
      if (repeatable && !(init instanceof Expr.Invoke)) {
        scope.again.put(shadow, init);
      }
      if (d.init() instanceof Expr.CloneArray copy) {
        copied(copy, var, scope, d, reverse);
      }
      add(d, scope, d);
    } else {
      scope.bars.add(adjoints.bar(var));
      Stmt forward = available(scope, d).inOrder(d);
      contributions(scope, d, reverse)
          .add(
              d.init(),
              adjoints.bar(var).read(),
              Optional.of(var),
              facts.singularity().isSteep(var));
      add(d, scope, forward);
    }
  }

  /** A copy's elements go back to where they were copied from. */
  private void copied(Expr.CloneArray copy, Var to, Scope scope, Stmt at, List<Stmt> reverse) {
    if (!((Type.Array) copy.type()).element().isReference()
        && facts.activity().isActive(copy.array())) {
      Expr from = available(scope, at).shadow(copy.array());
      Expr bar =
          adjoints.isConstant(to)
              ? adjoints.shadow(to).read()
              : scope.declare(to.name() + "Bar", adjoints.shadow(to).read()).read();
      Var i = new Var("i", Type.INT);
      Expr sum = Arithmetic.add(new Expr.Load(from, i.read()), new Expr.Load(bar, i.read()));
      reverse.add(
          new Stmt.Counted(
              i,
              Exprs.constant(0),
              Operator.LT,
              new Expr.Length(bar),
              1,
              Block.of(new Stmt.Store(from, i.read(), sum))));
    }
  }

  private void assign(Stmt.Assign a, Scope scope, List<Stmt> reverse) {
    Var var = a.var();
    if (var.type().isReference()) {
      scope.forward.add(new Stmt.Assign(adjoints.shadow(var), adjoints.shadows().of(a.value())));
      add(a, scope, a);
      return;
    }
    Var bar = adjoints.bar(var);
    List<Stmt> parts = new ArrayList<>();
    Stmt forward = available(scope, a).inOrder(a);
    contributions(scope, a, parts)
        .add(a.value(), bar.read(), Optional.empty(), facts.singularity().isSteep(var));
    reverse.addAll(Overwriting.variable(bar, parts));
    add(a, scope, forward);
  }

  /** A write to an element or a field. */
  private void write(Stmt s, Expr place, Expr value, Scope scope, List<Stmt> reverse) {
    if (value.type().isReference()) {
      Expr shadow = adjoints.shadows().of(place);
      scope.forward.add(Contributions.write(shadow, adjoints.shadows().of(value)));
      add(s, scope, s);
      return;
    }
    Available here = available(scope, s);
    Stmt forward = here.inOrder(s);
    Expr adjoint = here.adjoint(place);
    Var g = new Var(Naming.of(place) + "Bar", value.type());
    List<Stmt> parts = new ArrayList<>();
    contributions(scope, s, parts)
        .add(value, g.read(), Optional.empty(), facts.singularity().isSteep(place));
    reverse.addAll(Overwriting.place(adjoint, g, parts));
    add(s, scope, forward);
  }

  private void branch(Stmt.If x, Scope scope, List<Stmt> reverse) {
    Scope then = new Scope(Scope.Kind.BRANCH, scope, x);
    Scope otherwise = new Scope(Scope.Kind.BRANCH, scope, x);
    block(x.then(), then);
    block(x.otherwise(), otherwise);
    Block thenReverse = finished(then);
    Block otherwiseReverse = finished(otherwise);
    Expr test = x.test();
    if (!thenReverse.isEmpty() || !otherwiseReverse.isEmpty()) {
      Available here = available(scope, x);
      boolean there =
          adjoints.isRepeatable(
              test,
              place ->
                  !facts.writes().of(x).contains(facts.aliasing().home(place))
                      && facts.writes().isStableAfter(x, facts.aliasing().home(place)));
      if (!there) {
        test = scope.declare("taken", test).read();
      }
      reverse.add(new Stmt.If(here.expr(test), thenReverse, otherwiseReverse));
    }
    add(x, scope, new Stmt.If(test, new Block(then.forward), new Block(otherwise.forward)));
  }
}
