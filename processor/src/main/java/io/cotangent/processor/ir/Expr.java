package io.cotangent.processor.ir;

import io.cotangent.processor.diagnostics.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. All are free of side effects but allocations, {@link Invoke}, {@link Pop}, {@link
 * Next} and {@link Segment}, which stand only as the whole right side of an {@link Stmt.Assign} or
 * {@link Stmt.Declare} ({@link Invoke} also in {@link Stmt.Eval} and {@link Stmt.Throw}); any may
 * throw what Java's own would.
 */
public sealed interface Expr {

  /** The expression's type after Java's promotions; conversions are explicit {@link Cast}s. */
  Type type();

  /** A literal: boxed primitive, string, or null. */
  record Const(@Nullable Object value, Type type) implements Expr {}

  /** The value of a variable. */
  record Read(Var var) implements Expr {
    @Override
    public Type type() {
      return var.type();
    }
  }

  /** A pure operation; operands of arithmetic already have the operation's own type. */
  record Apply(Op op, List<Expr> args, Type type) implements Expr {
    public Apply {
      args = List.copyOf(args);
    }
  }

  /** A conversion, written as a cast. */
  record Cast(Type type, Expr operand) implements Expr {}

  /** {@code test ? then : otherwise}; only the chosen arm is evaluated. */
  record Conditional(Expr test, Expr then, Expr otherwise) implements Expr {
    @Override
    public Type type() {
      return then.type();
    }
  }

  /** {@code array[index]}. */
  record Load(Expr array, Expr index) implements Expr {
    @Override
    public Type type() {
      return ((Type.Array) array.type()).element();
    }
  }

  /** {@code array.length}. */
  record Length(Expr array) implements Expr {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** A static field of a class, by the class's canonical name. */
  record StaticField(String owner, String name, Type type) implements Expr {}

  /** A field of an object: of a {@link Type.Struct}, or of one that is passive in this function. */
  record Field(Expr receiver, String name, Type type) implements Expr {
    /** Whether the object's source is known, so that the field may carry a derivative. */
    public boolean isOfStruct() {
      return receiver.type() instanceof Type.Struct;
    }
  }

  /** {@code operand instanceof tested}. */
  record InstanceOf(Expr operand, Type tested) implements Expr {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /**
   * A new object with all fields zero or null; its constructor's code is in the program.
   *
   * @param isShadow whether it holds tangents or adjoints
   */
  record NewStruct(Type.Struct type, boolean isShadow) implements Expr {}

  /** {@code new T[d0][d1][]}: zeroed; fewer dimensions than the rank leave null rows. */
  record NewArray(Type.Array type, List<Expr> dimensions) implements Expr {
    public NewArray {
      dimensions = List.copyOf(dimensions);
    }
  }

  /** A shallow copy of an array, as {@code array.clone()}. */
  record CloneArray(Expr array) implements Expr {
    @Override
    public Type type() {
      return array.type();
    }
  }

  /** How an {@link Invoke} calls. */
  enum Invocation {
    /** {@code Owner.name(args)}. */
    STATIC,
    /** {@code args[0].name(args[1..])}. */
    VIRTUAL,
    /** {@code new Owner(args)}. */
    CONSTRUCTOR
  }

  /** A call that runs as it is, exactly once; refused when anything active reaches it. */
  record Invoke(
      Invocation invocation, String owner, String name, List<Expr> args, Type type, Span span)
      implements Expr {
    public Invoke {
      args = List.copyOf(args);
    }
  }

  /**
   * The oldest value of the slot's type on the tape that has not been read yet; it stays there, so
   * that the whole tape can be read again.
   */
  record Next(Var slot) implements Expr {
    @Override
    public Type type() {
      return slot.type();
    }
  }

  /**
   * The first place of a stretch of the tape for so many values of the slot's type.
   *
   * @param made whether room is made for them; else they are the newest, and are taken off
   */
  record Segment(Var slot, boolean made, Expr count) implements Expr {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** The value at a place of the tape, which {@link Stmt.Keep} put there. */
  record Kept(Var slot, Expr place) implements Expr {
    @Override
    public Type type() {
      return slot.type();
    }
  }

  /** Takes the newest value of the slot's type from the tape. */
  record Pop(Var slot) implements Expr {
    @Override
    public Type type() {
      return slot.type();
    }
  }
}
