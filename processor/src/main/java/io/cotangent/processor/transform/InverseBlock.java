package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.LinearRow.Place;
import io.cotangent.processor.transform.LinearRow.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A stretch between two points of equal width. The Jacobian of the values that it changes, by those
 * that it replaces, is small: a step's has one entry. Its inverse takes cotangents from before the
 * stretch to after it.
 */
final class InverseBlock {
  private final Set<Object> start;
  private final LinearRows rows;
  private final UnaryOperator<Var> bar;
  private final Purpose purpose;
  private final List<Stmt> out;
  private boolean moved;

  /** What is written: cotangents, or the logarithm of the determinant in a variable. */
  record Purpose(Var logarithm, boolean cotangents) {}

  InverseBlock(
      Set<Object> start, LinearRows rows, UnaryOperator<Var> bar, Purpose purpose, List<Stmt> out) {
    this.start = start;
    this.rows = rows;
    this.bar = bar;
    this.purpose = purpose;
    this.out = out;
  }

  /** The live values before the stretch. */
  Set<Object> start() {
    return start;
  }

  LinearRows rows() {
    return rows;
  }

  boolean isEmpty() {
    return !moved && rows.scalars().isEmpty() && rows.elements().isEmpty();
  }

  void declareBar(Var var) {
    if (purpose.cotangents()) {
      out.add(new Stmt.Declare(bar.apply(var), Exprs.defaultValue(Type.DOUBLE)));
    }
  }

  /**
   * A statement that gives an array a name; its cotangents have one, too.
   *
   * @param copies whether that is a copy, and the array itself is not used again
   */
  void named(Stmt s, boolean copies, Shadows shadows) {
    if (copies && !isEmpty()) {
      throw new NotStepwise();
    }
    moved |= copies;
    rows.passive(s);
    if (!purpose.cotangents()) {
      return;
    }
    if (s instanceof Stmt.Declare d) {
      out.add(new Stmt.Declare(bar.apply(d.var()), shadows.of(d.init())));
    } else if (s instanceof Stmt.Assign a) {
      out.add(new Stmt.Assign(bar.apply(a.var()), shadows.of(a.value())));
    }
  }

  /** Writes what the stretch does to the cotangents. */
  void flush(Set<Object> end, Stmt.Mark here) throws LostValues {
    if (isEmpty()) {
      return;
    }
    if (moved) {
      if (!rows.scalars().isEmpty() || !rows.elements().isEmpty()) {
        throw new NotStepwise();
      }
      return;
    }
    List<Place> before = new ArrayList<>();
    List<Place> after = new ArrayList<>();
    Set<Var> written = rows.scalars().keySet();
    for (Object place : start) {
      if (place instanceof Var v && (written.contains(v) || !end.contains(v))) {
        before.add(new Scalar(v));
      }
    }
    for (Object place : end) {
      if (place instanceof Var v && (written.contains(v) || !start.contains(v))) {
        after.add(new Scalar(v));
      }
    }
    requireSameArrays(end);
    before.addAll(rows.elements());
    after.addAll(rows.elements());
    if (before.size() != after.size()) {
      throw new NotStepwise();
    }
    if (!before.isEmpty()) {
      new InverseSystem(before, after, here, rows, bar, purpose, out).write();
    }
  }

  private void requireSameArrays(Set<Object> end) {
    Set<Object> before = new LinkedHashSet<>(start);
    Set<Object> after = new LinkedHashSet<>(end);
    before.removeIf(Var.class::isInstance);
    after.removeIf(Var.class::isInstance);
    if (!before.equals(after)) {
      throw new NotStepwise();
    }
  }
}
