package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;

/** Short words for IR written by hand. */
final class Ir {
  static final Type.Array VECTOR = Type.arrayOf(Type.DOUBLE);
  static final Type.Array MATRIX = Type.arrayOf(VECTOR);

  private Ir() {}

  static Var number(String name) {
    return new Var(name, Type.DOUBLE);
  }

  static Var integer(String name) {
    return new Var(name, Type.INT);
  }

  static Var vector(String name) {
    return new Var(name, VECTOR);
  }

  static Expr num(double value) {
    return new Expr.Const(value, Type.DOUBLE);
  }

  static Expr num(int value) {
    return new Expr.Const(value, Type.INT);
  }

  static Expr apply(Operator op, Expr left, Expr right) {
    Type type = op.isComparison() ? Type.BOOLEAN : left.type();
    return new Expr.Apply(op, List.of(left, right), type);
  }

  static Expr add(Expr left, Expr right) {
    return apply(Operator.ADD, left, right);
  }

  static Expr sub(Expr left, Expr right) {
    return apply(Operator.SUB, left, right);
  }

  static Expr times(Expr left, Expr right) {
    return apply(Operator.MUL, left, right);
  }

  static Expr over(Expr left, Expr right) {
    return apply(Operator.DIV, left, right);
  }

  static Expr neg(Expr operand) {
    return new Expr.Apply(Operator.NEG, List.of(operand), operand.type());
  }

  static Expr math(String name, Expr... args) {
    return new Expr.Apply(new MathOp("java.lang.Math", name), List.of(args), Type.DOUBLE);
  }

  static Expr at(Var array, Var index) {
    return new Expr.Load(array.read(), index.read());
  }

  static Expr length(Var array) {
    return new Expr.Length(array.read());
  }

  static Stmt declare(Var var, Expr init) {
    return new Stmt.Declare(var, init);
  }

  static Stmt assign(Var var, Expr value) {
    return new Stmt.Assign(var, value);
  }

  /** {@code var = var + term}. */
  static Stmt grow(Var var, Expr term) {
    return assign(var, add(var.read(), term));
  }

  static Stmt store(Var array, Var index, Expr value) {
    return new Stmt.Store(array.read(), index.read(), value);
  }

  /** {@code array[index] = array[index] + term}. */
  static Stmt grow(Var array, Var index, Expr term) {
    return store(array, index, add(at(array, index), term));
  }

  static Stmt push(Expr value) {
    return new Stmt.Push(new Var("slot", value.type()), value);
  }

  static Expr pop(Type type) {
    return new Expr.Pop(new Var("slot", type));
  }

  /** {@code for (int i = 0; i < array.length; i++)}. */
  static Stmt up(Var index, Var array, Stmt... body) {
    return new Stmt.Counted(index, num(0), Operator.LT, length(array), 1, Block.of(body));
  }

  /** {@code for (int i = array.length - 1; i >= 0; i--)}. */
  static Stmt down(Var index, Var array, Stmt... body) {
    Expr from = sub(length(array), num(1));
    return new Stmt.Counted(index, from, Operator.GE, num(0), -1, Block.of(body));
  }

  static Function function(String name, List<Var> params, List<Var> results, Stmt... body) {
    return new Function(new FunctionId(name), name, params, results, Block.of(body));
  }
}
