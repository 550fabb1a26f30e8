package io.cotangent.processor.ir;

import io.cotangent.processor.diagnostics.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement. {@link Loop}, {@link Labelled}, {@link Break}, {@link Continue}, {@link Return} and
 * {@link Try} occur only between lowering and normalisation; {@link Push} only in what the reverse
 * transform writes.
 */
public sealed interface Stmt {

  /** Declares a variable with its first value. */
  record Declare(Var var, Expr init) implements Stmt {}

  /** Gives a declared variable or parameter a new value. */
  record Assign(Var var, Expr value) implements Stmt {}

  /** {@code array[index] = value}. */
  record Store(Expr array, Expr index, Expr value) implements Stmt {}

  /** {@code receiver.name = value} of an object whose source is known. */
  record Put(Expr receiver, String name, Expr value) implements Stmt {
    /** The field as an expression, with the value's type. */
    public Expr.Field place() {
      return new Expr.Field(receiver, name, value.type());
    }
  }

  /** A branch. */
  record If(Expr test, Block then, Block otherwise) implements Stmt {}

  /** Runs the body as long as the test holds; the body runs to its end. */
  record While(Expr test, Block body) implements Stmt {}

  /**
   * {@code for (int index = from; index relation bound; index += step)}: the index is not assigned
   * in the body, the bound's value does not change in the loop, the body runs to its end.
   */
  record Counted(Var index, Expr from, Operator relation, Expr bound, int step, Block body)
      implements Stmt {}

  /** A call of a function of the program; its results go into the targets, in order. */
  record Call(List<Var> targets, FunctionId callee, List<Expr> args, Span span) implements Stmt {
    public Call {
      targets = List.copyOf(targets);
      args = List.copyOf(args);
    }
  }

  /** A call for its effects alone. */
  record Eval(Expr.Invoke call) implements Stmt {}

  /** Throws the exception that the expression makes or reads. */
  record Throw(Expr exception) implements Stmt {}

  /** {@code assert test : message}. */
  record Assert(Expr test, @Nullable Expr message) implements Stmt {}

  /**
   * Puts a value on the tape. The slot pairs it with the {@link Expr.Pop}s that take it off again;
   * analyses treat the slot as a variable, the backend needs only its type.
   */
  record Push(Var slot, Expr value) implements Stmt {}

  /** Puts a value at a place of the tape, of a stretch that is {@link Expr.Segment}'s. */
  record Keep(Var slot, Expr place, Expr value) implements Stmt {}

  /** The source line that the statements after it come from; written as a comment. */
  record Mark(Span span, String line) implements Stmt {}

  /**
   * A loop as written: {@code for}, {@code while} or {@code do}. {@code continue} goes to the
   * update.
   */
  record Loop(@Nullable String label, Expr test, Block body, Block update, boolean testAtEnd)
      implements Stmt {}

  /** A statement that {@code break label} leaves. */
  record Labelled(String label, Block body) implements Stmt {}

  /** Leaves the loop or labelled statement with this label, or the innermost loop. */
  record Break(@Nullable String label) implements Stmt {}

  /** Goes on with the next iteration of the loop with this label, or of the innermost loop. */
  record Continue(@Nullable String label) implements Stmt {}

  /** Leaves the function; its results have their values by now. */
  record Return() implements Stmt {}

  /** {@code try} as written; {@code last} is what {@code finally} does. */
  record Try(Block body, List<Catch> catches, Block last) implements Stmt {
    public Try {
      catches = List.copyOf(catches);
    }
  }

  /** A clause that handles exceptions of these types. */
  record Catch(Var exception, List<Type> types, Block body) {
    public Catch {
      types = List.copyOf(types);
    }
  }

  /**
   * Runs the statements, none of which is a loop or a jump, until one throws; the exception goes
   * into {@code caught}, which is left alone otherwise. A statement that throws has changed nothing
   * that anything reads later. What the body declares stays in scope after it, with its type's
   * default value if it was not reached.
   */
  record Attempt(Block body, Var caught) implements Stmt {}
}
