package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Base;
import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** Evaluates expressions in Java's order of evaluation (JLS 15.7). */
final class ExpressionRunner implements Expr.Visitor<Object> {
  private final Machine machine;
  private final Frame frame;
  private final StatementRunner statements;

  ExpressionRunner(Machine machine, Frame frame, StatementRunner statements) {
    this.machine = machine;
    this.frame = frame;
    this.statements = statements;
  }

  Object eval(Expr e) {
    machine.step();
    return e.accept(this);
  }

  boolean test(Expr e) {
    return (Boolean) eval(e);
  }

  private Arr array(Expr e) {
    return (Arr) eval(e);
  }

  private int integer(Expr e) {
    return (int) Values.integral(eval(e));
  }

  private Object[] all(List<Expr> es) {
    Object[] results = new Object[es.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = eval(es.get(i));
    }
    return results;
  }

  @Override
  public Object lit(Expr.Lit e) {
    return plain(e.value());
  }

  @Override
  public Object constant(Expr.Const e) {
    return plain(e.value());
  }

  private Object plain(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      machine.chain.note(number);
      return Num.passive(number);
    }
    return value;
  }

  @Override
  public Object variable(Expr.Var e) {
    return frame.get(e.name());
  }

  @Override
  public Object index(Expr.Index e) {
    Arr a = array(e.array());
    return a.get(integer(e.index()));
  }

  @Override
  public Object length(Expr.Length e) {
    return array(e.array()).data().length;
  }

  @Override
  public Object unary(Expr.Unary e) {
    return machine.arithmetic.unary(e.op(), eval(e.operand()), e.operand().ty());
  }

  @Override
  public Object binary(Expr.Binary e) {
    if (e.op().equals("&&")) {
      return test(e.left()) && test(e.right());
    }
    if (e.op().equals("||")) {
      return test(e.left()) || test(e.right());
    }
    Object left = eval(e.left());
    Object right = eval(e.right());
    return machine.arithmetic.binary(e.op(), left, e.left().ty(), right, e.right().ty());
  }

  @Override
  public Object cond(Expr.Cond e) {
    return Values.cast(test(e.test()) ? eval(e.yes()) : eval(e.no()), e.ty());
  }

  @Override
  public Object cast(Expr.Cast e) {
    return Values.cast(eval(e.operand()), e.ty());
  }

  @Override
  public Object assign(Expr.Assign e) {
    if (e.target() instanceof Expr.Index slot) {
      return assignElement(slot, e);
    }
    String name = ((Expr.Var) e.target()).name();
    Object old = e.op().isEmpty() ? null : frame.get(name);
    Object value = updated(old, e);
    frame.set(name, value);
    return value;
  }

  private Object assignElement(Expr.Index slot, Expr.Assign e) {
    Arr a = array(slot.array());
    int i = integer(slot.index());
    Object old = e.op().isEmpty() ? null : a.get(i);
    Object value = updated(old, e);
    a.set(i, value);
    return value;
  }

  private Object updated(Object old, Expr.Assign e) {
    Object right = eval(e.value());
    Object value =
        old == null ? right : machine.arithmetic.binary(e.op(), old, e.ty(), right, e.value().ty());
    return Values.cast(value, e.ty());
  }

  @Override
  public Object step(Expr.Step e) {
    if (e.target() instanceof Expr.Index slot) {
      Arr a = array(slot.array());
      int i = integer(slot.index());
      Object old = a.get(i);
      Object next = stepped(old, e);
      a.set(i, next);
      return e.prefix() ? next : old;
    }
    String name = ((Expr.Var) e.target()).name();
    Object old = frame.get(name);
    Object next = stepped(old, e);
    frame.set(name, next);
    return e.prefix() ? next : old;
  }

  private Object stepped(Object old, Expr.Step e) {
    Object next = machine.arithmetic.binary("+", old, e.ty(), e.delta(), Ty.INT);
    return Values.cast(next, e.ty());
  }

  @Override
  public Object call(Expr.Call e) {
    return machine.call(e, all(e.args()));
  }

  @Override
  public Object math(Expr.MathCall e) {
    return machine.math(e, all(e.args()));
  }

  @Override
  public Object newArray(Expr.NewArray e) {
    List<Integer> lengths = new ArrayList<>();
    for (Expr length : e.lengths()) {
      lengths.add(integer(length));
    }
    return Arr.create(e.ty(), lengths);
  }

  @Override
  public Object arrayLit(Expr.ArrayLit e) {
    Object[] data = all(e.elements());
    for (int i = 0; i < data.length; i++) {
      data[i] = Values.cast(data[i], e.ty().element());
    }
    return new Arr(e.ty(), data);
  }

  @Override
  public Object cloneOf(Expr.CloneOf e) {
    return array(e.array()).copy();
  }

  @Override
  public Object switchExpr(Expr.SwitchExpr e) {
    Object value = statements.select(e.selector(), e.arrows(), e.arms(), true).value();
    return e.ty().base() == Base.BOOLEAN ? value : Values.cast(value, e.ty());
  }
}
