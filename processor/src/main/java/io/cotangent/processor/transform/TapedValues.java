package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Rewrites what a forward form computes with tangents into what the tangents alone compute: parts
 * without a tangent come from the tape, if they are not there anyway.
 */
final class TapedValues extends Rewriter {
  private final Set<Var> tangents;
  private final Set<Var> carried;
  private final UnaryOperator<Expr> keep;
  private final Set<Var> indices;
  private final Set<Var> used;

  /**
   * Rewrites with the help of {@code keep}, which puts a value on the tape.
   *
   * @param tangents the variables that are known to hold tangents
   * @param carried variables whose values are put on the tape where they are declared
   */
  TapedValues(Set<Var> tangents, Set<Var> carried, UnaryOperator<Expr> keep) {
    this(new HashSet<>(tangents), carried, keep, new HashSet<>(), new HashSet<>());
  }

  private TapedValues(
      Set<Var> tangents,
      Set<Var> carried,
      UnaryOperator<Expr> keep,
      Set<Var> indices,
      Set<Var> used) {
    this.tangents = tangents;
    this.carried = carried;
    this.keep = keep;
    this.indices = indices;
    this.used = used;
  }

  /** The same, but for where values are put. */
  TapedValues keptBy(UnaryOperator<Expr> otherKeep) {
    return new TapedValues(tangents, carried, otherKeep, indices, used);
  }

  /** The numbers and booleans among the form's variables that never change. */
  static Set<Var> unchanging(Function form, Set<Var> tangents) {
    Set<Var> all = new LinkedHashSet<>(form.params());
    Set<Var> changing = new HashSet<>(tangents);
    Walk.statements(
        form.body(),
        stmt -> {
          if (stmt instanceof Stmt.Declare declare) {
            all.add(declare.var());
          } else {
            changing.addAll(
                stmt instanceof Stmt.Attempt ? Walk.allWritten(stmt) : Walk.written(stmt));
          }
        });
    all.removeIf(var -> var.type().isReference() || changing.contains(var));
    return all;
  }

  /** The name of a value on the tape. */
  static String name(Expr value) {
    return value instanceof Expr.Length length
        ? Naming.of(length.array()) + "Length"
        : Naming.of(value);
  }

  /** The carried variables that were read. */
  Set<Var> used() {
    return used;
  }

  boolean carries(Var var) {
    return carried.contains(var);
  }

  boolean isTangent(Var var) {
    return tangents.contains(var);
  }

  /** Whether a tangent is read in the expression. */
  boolean isTangent(Expr e) {
    return Walk.any(e, each -> each instanceof Expr.Read read && isTangent(read.var()));
  }

  void addTangent(Var var) {
    tangents.add(var);
  }

  /** The index of a counted loop, which counts again when the tangents run. */
  void addIndex(Var index) {
    indices.add(index);
  }

  /** Whether the statement computes a tangent; it is no branch, loop or call. */
  boolean isTangent(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      return isTangent(d.var()) || isTangent(d.init());
    } else if (s instanceof Stmt.Assign a) {
      return isTangent(a.var());
    } else if (s instanceof Stmt.Store store) {
      return isTangent(store.array());
    }
    return s instanceof Stmt.Put put && isTangent(put.receiver());
  }

  /** A tangent's statement over tangents, values from the tape, and what is there. */
  Stmt linear(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      tangents.add(d.var());
    }
    List<Stmt> one = new ArrayList<>();
    stmt(s, one);
    return one.get(0);
  }

  /** The expression over tangents, values from the tape, and what is there. */
  Expr linear(Expr e) {
    return expr(e);
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Invoke shape) {
      // Zeros of the shape of an array that may have another shape when the tangents run.
      return new Expr.Invoke(
          shape.invocation(),
          shape.owner(),
          shape.name(),
          List.of(keep.apply(e)),
          shape.type(),
          shape.span());
    }
    boolean made = e.type().isReference(); // An array of tangents is made anew at each run.
    return made || isTangent(e) ? super.expr(e) : isThere(e) ? e : keep.apply(e);
  }

  /** Whether the tangents' half has the value without the tape. */
  boolean isThere(Expr e) {
    return e instanceof Expr.Const
        || (e instanceof Expr.Read read && isCarried(read.var()))
        || isWhole(e);
  }

  private boolean isCarried(Var var) {
    if (carried.contains(var)) {
      used.add(var);
    }
    return carried.contains(var);
  }

  /** An integer or boolean made of such. */
  private boolean isWhole(Expr e) {
    if (!(e.type() instanceof Type.Primitive type) || type.isFloating()) {
      return false;
    }
    if (e instanceof Expr.Read read) {
      return indices.contains(read.var()) || isCarried(read.var());
    }
    return e instanceof Expr.Const
        || (e instanceof Expr.Apply apply
            && apply.op() instanceof Operator
            && apply.args().stream().allMatch(this::isWhole));
  }
}
