package io.cotangent.processor.rules;

import static io.cotangent.processor.ir.Exprs.apply;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.Optional;

/** The small words in which partials are written. */
final class Terms {
  static final String SPECIAL = "io.cotangent.SpecialMath";

  private Terms() {}

  /** A constant of the type of {@code like}. */
  static Expr c(double value, Expr like) {
    return Arithmetic.constant(value, like.type());
  }

  static Expr plus(Expr a, Expr b) {
    return apply(Operator.ADD, a.type(), a, b);
  }

  static Expr minus(Expr a, Expr b) {
    return apply(Operator.SUB, a.type(), a, b);
  }

  static Expr times(Expr a, Expr b) {
    return Arithmetic.mul(a, b);
  }

  static Expr over(Expr a, Expr b) {
    return apply(Operator.DIV, a.type(), a, b);
  }

  static Expr square(Expr a) {
    return times(a, a);
  }

  /** A method of {@code owner} with the type of its first argument as result. */
  static Expr call(String owner, String name, Expr... args) {
    return apply(new MathOp(owner, name), args[0].type(), args);
  }

  /** A method of SpecialMath, which gives doubles. */
  static Expr special(String name, Expr... args) {
    return apply(new MathOp(SPECIAL, name), Type.DOUBLE, args);
  }

  /** {@code a op b ? then : otherwise}. */
  static Expr when(Operator op, Expr a, Expr b, Expr then, Expr otherwise) {
    return new Expr.Conditional(apply(op, Type.BOOLEAN, a, b), then, otherwise);
  }

  static Optional<Partial> some(Partial partial) {
    return Optional.of(partial);
  }

  static Optional<Partial> none() {
    return Optional.empty();
  }
}
