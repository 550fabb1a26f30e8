package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds code bottom-up; a pass overrides the nodes that it changes. */
public class Rewriter {

  /** The new form of an expression. */
  public Expr expr(Expr e) {
    if (e instanceof Expr.Const
        || e instanceof Expr.Read
        || e instanceof Expr.StaticField
        || e instanceof Expr.NewStruct
        || e instanceof Expr.Next
        || e instanceof Expr.Pop) {
      return e;
    } else if (e instanceof Expr.Apply x) {
      return new Expr.Apply(x.op(), exprs(x.args()), x.type());
    } else if (e instanceof Expr.Cast x) {
      return new Expr.Cast(x.type(), expr(x.operand()));
    } else if (e instanceof Expr.Conditional x) {
      return new Expr.Conditional(expr(x.test()), expr(x.then()), expr(x.otherwise()));
    } else if (e instanceof Expr.Load x) {
      return new Expr.Load(expr(x.array()), expr(x.index()));
    } else if (e instanceof Expr.Length x) {
      return new Expr.Length(expr(x.array()));
    } else if (e instanceof Expr.Field x) {
      return new Expr.Field(expr(x.receiver()), x.name(), x.type());
    } else if (e instanceof Expr.InstanceOf x) {
      return new Expr.InstanceOf(expr(x.operand()), x.tested());
    } else if (e instanceof Expr.NewArray x) {
      return new Expr.NewArray(x.type(), exprs(x.dimensions()));
    } else if (e instanceof Expr.CloneArray x) {
      return new Expr.CloneArray(expr(x.array()));
    } else if (e instanceof Expr.Invoke x) {
      return new Expr.Invoke(
          x.invocation(), x.owner(), x.name(), exprs(x.args()), x.type(), x.span());
    } else if (e instanceof Expr.Segment x) {
      return new Expr.Segment(x.slot(), x.made(), expr(x.count()));
    } else if (e instanceof Expr.Kept x) {
      return new Expr.Kept(x.slot(), expr(x.place()));
    }
    throw new IllegalStateException("unknown expression " + e);
  }

  /** The new forms of several expressions, in order. */
  public List<Expr> exprs(List<Expr> list) {
    return list.stream().map(this::expr).toList();
  }

  /** The new form of a variable where it is declared or written. */
  public Var var(Var var) {
    return var;
  }

  /** The new form of a block. */
  public Block block(Block block) {
    List<Stmt> out = new ArrayList<>();
    block.stmts().forEach(stmt -> stmt(stmt, out));
    return new Block(out);
  }

  /** Adds the new form of a statement, which may be none or several, to {@code out}. */
  public void stmt(Stmt s, List<Stmt> out) {
    out.add(rebuilt(s));
  }

  /** The statement with its parts rewritten. */
  protected final Stmt rebuilt(Stmt s) {
    if (s instanceof Stmt.Declare x) {
      Expr init = expr(x.init());
      return new Stmt.Declare(var(x.var()), init);
    } else if (s instanceof Stmt.Assign x) {
      Expr value = expr(x.value());
      return new Stmt.Assign(var(x.var()), value);
    } else if (s instanceof Stmt.Store x) {
      return new Stmt.Store(expr(x.array()), expr(x.index()), expr(x.value()));
    } else if (s instanceof Stmt.Put x) {
      return new Stmt.Put(expr(x.receiver()), x.name(), expr(x.value()));
    } else if (s instanceof Stmt.If x) {
      return new Stmt.If(expr(x.test()), block(x.then()), block(x.otherwise()));
    } else if (s instanceof Stmt.While x) {
      return new Stmt.While(expr(x.test()), block(x.body()));
    } else if (s instanceof Stmt.Counted x) {
      Expr from = expr(x.from());
      Var index = var(x.index());
      return new Stmt.Counted(
          index, from, x.relation(), expr(x.bound()), x.step(), block(x.body()));
    } else if (s instanceof Stmt.Call x) {
      List<Expr> args = exprs(x.args());
      return new Stmt.Call(
          x.targets().stream().map(this::var).toList(), x.callee(), args, x.span());
    } else if (s instanceof Stmt.Eval x) {
      return new Stmt.Eval((Expr.Invoke) expr(x.call()));
    } else if (s instanceof Stmt.Throw x) {
      return new Stmt.Throw(expr(x.exception()));
    } else if (s instanceof Stmt.Assert x) {
      return new Stmt.Assert(expr(x.test()), nullable(x.message()));
    } else if (s instanceof Stmt.Push x) {
      return new Stmt.Push(x.slot(), expr(x.value()));
    } else if (s instanceof Stmt.Keep x) {
      return new Stmt.Keep(x.slot(), expr(x.place()), expr(x.value()));
    } else if (s instanceof Stmt.Loop x) {
      return new Stmt.Loop(
          x.label(), expr(x.test()), block(x.body()), block(x.update()), x.testAtEnd());
    } else if (s instanceof Stmt.Labelled x) {
      return new Stmt.Labelled(x.label(), block(x.body()));
    } else if (s instanceof Stmt.Attempt x) {
      return new Stmt.Attempt(block(x.body()), var(x.caught()));
    } else if (s instanceof Stmt.Try x) {
      Block body = block(x.body());
      List<Stmt.Catch> catches =
          x.catches().stream()
              .map(c -> new Stmt.Catch(var(c.exception()), c.types(), block(c.body())))
              .toList();
      return new Stmt.Try(body, catches, block(x.last()));
    }
    return s;
  }

  private @Nullable Expr nullable(@Nullable Expr e) {
    return e == null ? null : expr(e);
  }
}
