package io.cotangent.fuzz.ast;

import java.util.List;

/** An expression of a random program; each knows its static type. */
public sealed interface Expr {
  /** The static type, as the Java language defines it. */
  Ty ty();

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /** A literal; {@code value} is a Double, Float, Integer, Long, Character or Boolean. */
  record Lit(Ty ty, Object value) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lit(this);
    }
  }

  /** A local variable or parameter. */
  record Var(Ty ty, String name) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variable(this);
    }
  }

  /** A static final field; {@code owner} is empty for the program's own class. */
  record Const(Ty ty, String owner, String name, Object value) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** {@code array[index]}. */
  record Index(Expr array, Expr index) implements Expr {
    @Override
    public Ty ty() {
      return array.ty().element();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.index(this);
    }
  }

  /** {@code array.length}. */
  record Length(Expr array) implements Expr {
    @Override
    public Ty ty() {
      return Ty.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.length(this);
    }
  }

  /** {@code -e}, {@code +e}, {@code !e} or {@code ~e}. */
  record Unary(String op, Expr operand) implements Expr {
    @Override
    public Ty ty() {
      return operand.ty().promoted();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** A binary operator, the short-circuit ones included. */
  record Binary(String op, Expr left, Expr right) implements Expr {
    @Override
    public Ty ty() {
      return Operators.resultType(op, left.ty(), right.ty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code test ? yes : no}; the arms have one type, or numeric types that are promoted. */
  record Cond(Expr test, Expr yes, Expr no) implements Expr {
    @Override
    public Ty ty() {
      return yes.ty().equals(no.ty()) ? yes.ty() : Ty.promote(yes.ty(), no.ty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cond(this);
    }
  }

  /** {@code (ty) operand}. */
  record Cast(Ty ty, Expr operand) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /** {@code target op= value}; {@code op} is empty for plain assignment. */
  record Assign(Expr target, String op, Expr value) implements Expr {
    @Override
    public Ty ty() {
      return target.ty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** {@code ++target}, {@code target--} and so on; {@code delta} is 1 or -1. */
  record Step(Expr target, boolean prefix, int delta) implements Expr {
    @Override
    public Ty ty() {
      return target.ty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.step(this);
    }
  }

  /**
   * A call of a helper method of the program; {@code spread} says that the last parameter is
   * variable-arity and its elements are written one by one.
   */
  record Call(Ty ty, String method, List<Expr> args, boolean spread) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** A call of {@code Math.name} or {@code StrictMath.name}. */
  record MathCall(Ty ty, boolean strict, String name, List<Expr> args) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.math(this);
    }
  }

  /** {@code new T[d][e][]}: lengths for the leading dimensions of {@code ty}. */
  record NewArray(Ty ty, List<Expr> lengths) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newArray(this);
    }
  }

  /** {@code new T[] {...}}. */
  record ArrayLit(Ty ty, List<Expr> elements) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLit(this);
    }
  }

  /** {@code array.clone()}. */
  record CloneOf(Expr array) implements Expr {
    @Override
    public Ty ty() {
      return array.ty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cloneOf(this);
    }
  }

  /** A switch expression, with arrows or with colons and {@code yield}. */
  record SwitchExpr(Ty ty, Expr selector, boolean arrows, List<SwitchArm> arms) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.switchExpr(this);
    }
  }

  /** One method per kind of expression. */
  interface Visitor<R> {
    R lit(Lit e);

    R variable(Var e);

    R constant(Const e);

    R index(Index e);

    R length(Length e);

    R unary(Unary e);

    R binary(Binary e);

    R cond(Cond e);

    R cast(Cast e);

    R assign(Assign e);

    R step(Step e);

    R call(Call e);

    R math(MathCall e);

    R newArray(NewArray e);

    R arrayLit(ArrayLit e);

    R cloneOf(CloneOf e);

    R switchExpr(SwitchExpr e);
  }
}
