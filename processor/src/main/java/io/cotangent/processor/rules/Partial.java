package io.cotangent.processor.rules;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import java.util.List;

/**
 * The derivative of an operation in one argument, as a linear map of a tangent or a cotangent: the
 * same map serves both modes, since the partial is a number.
 *
 * @param form how the number acts on what flows through
 * @param negative whether the sign is turned
 * @param formula the number (the divisor for {@link Form#DIVIDED_BY})
 * @param singular whether the number may be infinite or NaN at finite arguments
 */
public record Partial(Form form, boolean negative, Formula formula, boolean singular) {

  /** How the partial acts. */
  public enum Form {
    /** The partial is one. */
    PLAIN,
    /** Multiply by the formula. */
    TIMES,
    /** Divide by the formula. */
    DIVIDED_BY,
    /** Multiply by the formula, but give zero where the formula is zero. */
    ZERO_WHERE
  }

  /** The partial as an expression of the argument's and the result's values. */
  @FunctionalInterface
  public interface Formula {
    /** The expression for these arguments and this result. */
    Expr of(List<Expr> args, Expr result);
  }

  /** The partial one. */
  public static Partial plain() {
    return new Partial(Form.PLAIN, false, (a, r) -> Arithmetic.constant(1.0, r.type()), false);
  }

  /** The partial {@code formula}. */
  public static Partial times(Formula formula) {
    return new Partial(Form.TIMES, false, formula, false);
  }

  /** The partial {@code 1 / formula}. */
  public static Partial dividedBy(Formula formula) {
    return new Partial(Form.DIVIDED_BY, false, formula, false);
  }

  /** The partial {@code formula}, whose zeros stay zero even beside an infinite tangent. */
  public static Partial zeroWhere(Formula formula) {
    return new Partial(Form.ZERO_WHERE, false, formula, false);
  }

  /** The same with the other sign. */
  public Partial negated() {
    return new Partial(form, !negative, formula, singular);
  }

  /** The same, known to be infinite or NaN at some finite arguments. */
  public Partial mayBeInfinite() {
    return new Partial(form, negative, formula, true);
  }

  /**
   * What flows through: {@code g} times the partial. The first operand of a guarded product in it
   * is read twice by the code that is written, so the caller gives it a name.
   *
   * @param g the tangent or cotangent
   * @param guard whether an exactly zero {@code g} must give zero, whatever the partial
   */
  public Expr of(Expr g, List<Expr> args, Expr result, boolean guard) {
    if (form == Form.PLAIN) {
      return negative ? Arithmetic.neg(g) : g;
    }
    Expr p = formula.of(args, result);
    if (Arithmetic.isConstant(p, 0.0) && form == Form.TIMES) {
      return Arithmetic.constant(0.0, g.type());
    }
    Expr flow;
    if (form == Form.ZERO_WHERE) {
      flow = Exprs.apply(Operator.GUARDED_TIMES, g.type(), p, g);
    } else if (guard && !Arithmetic.isOrdinary(p)) {
      Operator op = form == Form.TIMES ? Operator.GUARDED_TIMES : Operator.GUARDED_DIVIDE;
      flow = Exprs.apply(op, g.type(), g, p);
    } else {
      flow = form == Form.TIMES ? Arithmetic.mul(g, p) : Arithmetic.div(g, p);
    }
    return negative ? Arithmetic.neg(flow) : flow;
  }
}
