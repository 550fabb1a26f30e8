package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value's partials with respect to values before it: places, each with the expression of its
 * coefficient.
 */
final class LinearRow {
  private final Map<Place, Expr> coefficients = new LinkedHashMap<>();

  /** Where a number stands. */
  sealed interface Place {}

  /** A scalar variable. */
  record Scalar(Var var) implements Place {}

  /**
   * An element of an array.
   *
   * @param owner stands for the array
   * @param array the variable that holds it
   * @param index an expression whose value does not change
   */
  record Element(Object owner, Var array, Expr index) implements Place {
    /** Whether this is the same element as another: decided here where that is possible. */
    Expr is(Element other) {
      if (!owner.equals(other.owner)) {
        return Exprs.FALSE;
      }
      Offset mine = Offset.of(index);
      Offset its = Offset.of(other.index);
      if (mine.base().equals(its.base())) {
        return mine.by() == its.by() ? Exprs.TRUE : Exprs.FALSE;
      }
      return Exprs.test(Operator.EQ, index, other.index);
    }
  }

  /** An index as another one, or zero, plus a constant. */
  private record Offset(Expr base, int by) {
    static Offset of(Expr e) {
      if (e instanceof Expr.Const c && c.value() instanceof Integer i) {
        return new Offset(Exprs.constant(0), i);
      } else if (e instanceof Expr.Apply apply
          && apply.args().size() == 2
          && apply.args().get(1) instanceof Expr.Const c
          && c.value() instanceof Integer i) {
        Offset inner = of(apply.args().get(0));
        if (apply.op() == Operator.ADD) {
          return new Offset(inner.base(), inner.by() + i);
        } else if (apply.op() == Operator.SUB) {
          return new Offset(inner.base(), inner.by() - i);
        }
      }
      return new Offset(e, 0);
    }
  }

  Map<Place, Expr> coefficients() {
    return coefficients;
  }

  /** The coefficient of a place, zero if it has none. */
  Expr get(Place place) {
    return coefficients.getOrDefault(place, Arithmetic.constant(0.0, Type.DOUBLE));
  }

  void add(Place place, Expr coefficient) {
    if (!Arithmetic.isConstant(coefficient, 0.0)) {
      coefficients.merge(place, coefficient, Arithmetic::add);
    }
  }

  /** {@code test ? value : 0}, decided where the test is. */
  static Expr where(Expr test, Expr value) {
    Expr zero = Arithmetic.constant(0.0, Type.DOUBLE);
    if (test.equals(Exprs.TRUE)) {
      return value;
    }
    return test.equals(Exprs.FALSE) || Arithmetic.isConstant(value, 0.0)
        ? zero
        : new Expr.Conditional(test, value, zero);
  }

  static Expr and(Expr a, Expr b) {
    return a.equals(Exprs.FALSE) || b.equals(Exprs.FALSE)
        ? Exprs.FALSE
        : b.equals(Exprs.TRUE) ? a : Arithmetic.and(a, b);
  }

  static Expr not(Expr a) {
    return a.equals(Exprs.TRUE) ? Exprs.FALSE : a.equals(Exprs.FALSE) ? Exprs.TRUE : Exprs.not(a);
  }
}
