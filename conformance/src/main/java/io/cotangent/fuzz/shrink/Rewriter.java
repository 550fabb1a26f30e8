package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.SwitchArm;
import java.util.ArrayList;
import java.util.List;

/** Rebuilds expressions and statements; subclasses replace some on the way. */
class Rewriter implements Expr.Visitor<Expr>, Stmt.Visitor<List<Stmt>> {

  /** The replacement of an expression. */
  Expr expr(Expr e) {
    return e == null ? null : e.accept(this);
  }

  /** The replacement of a statement: any number of statements. */
  List<Stmt> stmt(Stmt s) {
    return s.accept(this);
  }

  /** The replacement of a switch's arms. */
  List<SwitchArm> arms(List<SwitchArm> arms) {
    List<SwitchArm> result = new ArrayList<>();
    for (SwitchArm arm : arms) {
      result.add(new SwitchArm(arm.labels(), expr(arm.value()), all(arm.body())));
    }
    return result;
  }

  final List<Stmt> all(List<Stmt> body) {
    List<Stmt> result = new ArrayList<>();
    for (Stmt s : body) {
      result.addAll(stmt(s));
    }
    return result;
  }

  final List<Expr> exprs(List<Expr> es) {
    List<Expr> result = new ArrayList<>();
    for (Expr e : es) {
      result.add(expr(e));
    }
    return result;
  }

  private Expr place(Expr target) {
    return target instanceof Expr.Index slot ? index(slot) : target;
  }

  @Override
  public Expr lit(Expr.Lit e) {
    return e;
  }

  @Override
  public Expr variable(Expr.Var e) {
    return e;
  }

  @Override
  public Expr constant(Expr.Const e) {
    return e;
  }

  @Override
  public Expr index(Expr.Index e) {
    return new Expr.Index(expr(e.array()), expr(e.index()));
  }

  @Override
  public Expr length(Expr.Length e) {
    return new Expr.Length(expr(e.array()));
  }

  @Override
  public Expr unary(Expr.Unary e) {
    return new Expr.Unary(e.op(), expr(e.operand()));
  }

  @Override
  public Expr binary(Expr.Binary e) {
    return new Expr.Binary(e.op(), expr(e.left()), expr(e.right()));
  }

  @Override
  public Expr cond(Expr.Cond e) {
    return new Expr.Cond(expr(e.test()), expr(e.yes()), expr(e.no()));
  }

  @Override
  public Expr cast(Expr.Cast e) {
    return new Expr.Cast(e.ty(), expr(e.operand()));
  }

  @Override
  public Expr assign(Expr.Assign e) {
    return new Expr.Assign(place(e.target()), e.op(), expr(e.value()));
  }

  @Override
  public Expr step(Expr.Step e) {
    return new Expr.Step(place(e.target()), e.prefix(), e.delta());
  }

  @Override
  public Expr call(Expr.Call e) {
    return new Expr.Call(e.ty(), e.method(), exprs(e.args()), e.spread());
  }

  @Override
  public Expr math(Expr.MathCall e) {
    return new Expr.MathCall(e.ty(), e.strict(), e.name(), exprs(e.args()));
  }

  @Override
  public Expr newArray(Expr.NewArray e) {
    return new Expr.NewArray(e.ty(), exprs(e.lengths()));
  }

  @Override
  public Expr arrayLit(Expr.ArrayLit e) {
    return new Expr.ArrayLit(e.ty(), exprs(e.elements()));
  }

  @Override
  public Expr cloneOf(Expr.CloneOf e) {
    return new Expr.CloneOf(expr(e.array()));
  }

  @Override
  public Expr switchExpr(Expr.SwitchExpr e) {
    return new Expr.SwitchExpr(e.ty(), expr(e.selector()), e.arrows(), arms(e.arms()));
  }

  @Override
  public List<Stmt> local(Stmt.Local s) {
    return List.of(new Stmt.Local(s.modifier(), s.ty(), s.name(), expr(s.init())));
  }

  @Override
  public List<Stmt> eval(Stmt.Eval s) {
    return List.of(new Stmt.Eval(expr(s.expr())));
  }

  @Override
  public List<Stmt> ifElse(Stmt.If s) {
    return List.of(new Stmt.If(expr(s.test()), all(s.yes()), all(s.no())));
  }

  @Override
  public List<Stmt> forLoop(Stmt.For s) {
    return List.of(
        new Stmt.For(s.label(), all(s.init()), expr(s.test()), exprs(s.update()), all(s.body())));
  }

  @Override
  public List<Stmt> forEach(Stmt.ForEach s) {
    return List.of(new Stmt.ForEach(s.label(), s.ty(), s.name(), expr(s.array()), all(s.body())));
  }

  @Override
  public List<Stmt> whileLoop(Stmt.While s) {
    return List.of(new Stmt.While(s.label(), expr(s.test()), s.testLast(), all(s.body())));
  }

  @Override
  public List<Stmt> breakTo(Stmt.Break s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> continueTo(Stmt.Continue s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> returnValue(Stmt.Return s) {
    return List.of(new Stmt.Return(expr(s.value())));
  }

  @Override
  public List<Stmt> yieldValue(Stmt.Yield s) {
    return List.of(new Stmt.Yield(expr(s.value())));
  }

  @Override
  public List<Stmt> switchOn(Stmt.Switch s) {
    return List.of(new Stmt.Switch(expr(s.selector()), s.arrows(), arms(s.arms())));
  }

  @Override
  public List<Stmt> block(Stmt.Block s) {
    return List.of(new Stmt.Block(s.label(), all(s.body())));
  }

  @Override
  public List<Stmt> throwNew(Stmt.Throw s) {
    return List.of(new Stmt.Throw(s.type(), s.text(), expr(s.detail())));
  }

  @Override
  public List<Stmt> attempt(Stmt.Try s) {
    List<Stmt> body = all(s.body());
    List<Stmt.Catch> catches =
        s.catches().stream()
            .map(clause -> new Stmt.Catch(clause.types(), clause.name(), all(clause.body())))
            .toList();
    return List.of(new Stmt.Try(body, catches, all(s.last())));
  }

  @Override
  public List<Stmt> rethrow(Stmt.Rethrow s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> assertThat(Stmt.Assert s) {
    return List.of(new Stmt.Assert(expr(s.test()), s.text()));
  }
}
