package io.cotangent.processor.rules;

import static io.cotangent.processor.ir.Exprs.apply;
import static io.cotangent.processor.rules.Terms.call;
import static io.cotangent.processor.rules.Terms.minus;
import static io.cotangent.processor.rules.Terms.over;
import static io.cotangent.processor.rules.Terms.some;
import static io.cotangent.processor.rules.Terms.square;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of Java's arithmetic operators, for double and float. */
final class OperatorRules {
  private static final List<double[]> PAIRS =
      List.of(new double[] {1.25, -0.75}, new double[] {-3.5, 2.2}, new double[] {0.0, 1.5});

  private OperatorRules() {}

  static List<Rule> rows() {
    List<Rule> rows = new ArrayList<>();
    for (Type type : List.of(Type.DOUBLE, Type.FLOAT)) {
      rows.add(binary(Operator.ADD, type, Partial.plain(), Partial.plain()));
      rows.add(binary(Operator.SUB, type, Partial.plain(), Partial.plain().negated()));
      rows.add(
          binary(
              Operator.MUL,
              type,
              Partial.times((a, r) -> a.get(1)),
              Partial.times((a, r) -> a.get(0))));
      rows.add(
          binary(
              Operator.DIV,
              type,
              Partial.dividedBy((a, r) -> a.get(1)).mayBeInfinite(),
              Partial.times(OperatorRules::inDivisor).negated().mayBeInfinite()));
      rows.add(
          binary(
              Operator.REM,
              type,
              Partial.plain(),
              Partial.times(OperatorRules::wholeQuotient).negated().mayBeInfinite()));
      rows.add(
          new Rule(
              Operator.NEG,
              List.of(type),
              type,
              List.of(some(Partial.plain().negated())),
              List.of(new double[] {1.5}, new double[] {-2.0}, new double[] {0.0})));
      // Adjoint code: linear in the first argument, guarded by it in the second.
      rows.add(guarded(Operator.GUARDED_TIMES, type));
      rows.add(guarded(Operator.GUARDED_DIVIDE, type));
    }
    return rows;
  }

  /** {@code r / b}; a reciprocal's is its square, without another division. */
  private static Expr inDivisor(List<Expr> a, Expr r) {
    return Arithmetic.isConstant(a.get(0), 1.0) ? square(r) : over(r, a.get(1));
  }

  /** {@code trunc(a / b)} from the exact remainder, which a rounded quotient could miss by one. */
  private static Expr wholeQuotient(List<Expr> a, Expr r) {
    Expr quotient = over(minus(a.get(0), r), a.get(1));
    return a.get(0).type() == Type.DOUBLE
        ? call("java.lang.Math", "rint", quotient)
        : new Expr.Cast(
            Type.FLOAT, call("java.lang.Math", "rint", new Expr.Cast(Type.DOUBLE, quotient)));
  }

  private static Rule binary(Operator op, Type type, Partial first, Partial second) {
    return new Rule(op, List.of(type, type), type, List.of(some(first), some(second)), PAIRS);
  }

  /** Products of adjoint code: linear in the first operand, and zero where it is zero. */
  private static Rule guarded(Operator op, Type type) {
    List<Optional<Partial>> partials =
        op == Operator.GUARDED_TIMES
            ? List.of(
                some(Partial.times((a, r) -> a.get(1)).mayBeInfinite()),
                some(Partial.zeroWhere((a, r) -> a.get(0))))
            : List.of(
                some(Partial.dividedBy((a, r) -> a.get(1)).mayBeInfinite()),
                some(Partial.zeroWhere(OperatorRules::guardedQuotient).negated()));
    return new Rule(op, List.of(type, type), type, partials, PAIRS);
  }

  private static Expr guardedQuotient(List<Expr> a, Expr r) {
    return apply(Operator.GUARDED_DIVIDE, r.type(), r, a.get(1));
  }
}
