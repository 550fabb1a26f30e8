package io.cotangent.processor.rules;

import static io.cotangent.processor.rules.Terms.SPECIAL;
import static io.cotangent.processor.rules.Terms.c;
import static io.cotangent.processor.rules.Terms.call;
import static io.cotangent.processor.rules.Terms.minus;
import static io.cotangent.processor.rules.Terms.none;
import static io.cotangent.processor.rules.Terms.some;
import static io.cotangent.processor.rules.Terms.special;
import static io.cotangent.processor.rules.Terms.square;
import static io.cotangent.processor.rules.Terms.times;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code io.cotangent.SpecialMath} and of the intrinsics in {@code Cotangent}. */
final class SpecialRules {
  private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
  private static final double[] SIGNED = {-2.0, -0.4, 0.3, 1.8};
  private static final double[] POSITIVE = {0.4, 1.3, 5.5};

  private final List<Rule> rows = new ArrayList<>();

  private SpecialRules() {}

  static List<Rule> rows() {
    SpecialRules rules = new SpecialRules();
    rules.normal();
    rules.gamma();
    rules.logistic();
    rules.marcum();
    rules.intrinsics(Type.DOUBLE);
    rules.intrinsics(Type.FLOAT);
    return rules.rows;
  }

  private void normal() {
    unary("erf", SIGNED, Partial.times(SpecialRules::bell));
    unary("erfc", SIGNED, Partial.times(SpecialRules::bell).negated());
    unary("normalCdf", SIGNED, Partial.times((a, r) -> special("normalPdf", a.get(0))));
    unary("normalPdf", SIGNED, Partial.times((a, r) -> times(a.get(0), r)).negated());
    unary(
        "inverseNormalCdf",
        new double[] {0.01, 0.4, 0.5, 0.97},
        Partial.dividedBy((a, r) -> special("normalPdf", r)).mayBeInfinite());
  }

  private static Expr bell(List<Expr> a, Expr r) {
    Expr exp = call("java.lang.Math", "exp", Arithmetic.neg(square(a.get(0))));
    return times(c(TWO_OVER_SQRT_PI, r), exp);
  }

  private void gamma() {
    unary(
        "lgamma", POSITIVE, Partial.times((a, r) -> special("digamma", a.get(0))).mayBeInfinite());
    unary(
        "digamma",
        POSITIVE,
        Partial.times((a, r) -> special("trigamma", a.get(0))).mayBeInfinite());
    unary(
        "trigamma",
        POSITIVE,
        Partial.times((a, r) -> special("polygamma", Exprs.constant(2), a.get(0))).mayBeInfinite());
    Partial next =
        Partial.times(
                (a, r) ->
                    special(
                        "polygamma",
                        Exprs.apply(Operator.ADD, Type.INT, a.get(0), Exprs.constant(1)),
                        a.get(1)))
            .mayBeInfinite();
    rows.add(
        new Rule(
            new MathOp(SPECIAL, "polygamma"),
            List.of(Type.INT, Type.DOUBLE),
            Type.DOUBLE,
            List.of(none(), some(next)),
            List.of(new double[] {1, 0.8}, new double[] {3, 2.5})));
  }

  private void marcum() {
    List<double[]> samples =
        List.of(new double[] {1, 1, 2}, new double[] {2, 0.5, 1.5}, new double[] {3, 4, 2.5});
    row(
        "marcumQ",
        samples,
        Partial.times((a, r) -> times(a.get(1), difference(a, 0))),
        Partial.times((a, r) -> times(a.get(2), difference(a, -1))).negated());
    row(
        "marcumQDifference",
        samples,
        Partial.times((a, r) -> times(a.get(1), minus(difference(a, 1), r))),
        Partial.times((a, r) -> times(a.get(2), minus(difference(a, -1), r))));
  }

  private static Expr difference(List<Expr> a, int shift) {
    Operator move = shift < 0 ? Operator.SUB : Operator.ADD;
    Expr moved = Exprs.apply(move, Type.INT, a.get(0), Exprs.constant(Math.abs(shift)));
    Expr order = shift == 0 ? a.get(0) : moved;
    return special("marcumQDifference", order, a.get(1), a.get(2));
  }

  private void row(String name, List<double[]> samples, Partial inA, Partial inB) {
    rows.add(
        new Rule(
            new MathOp(SPECIAL, name),
            List.of(Type.INT, Type.DOUBLE, Type.DOUBLE),
            Type.DOUBLE,
            List.of(none(), some(inA.mayBeInfinite()), some(inB.mayBeInfinite())),
            samples));
  }

  private void logistic() {
    unary("sigmoid", SIGNED, Partial.times((a, r) -> times(r, minus(c(1, r), r))));
    unary("log1pexp", SIGNED, Partial.times((a, r) -> special("sigmoid", a.get(0))));
    unary(
        "log1mexp",
        new double[] {-3, -0.5, -0.05},
        Partial.dividedBy(SpecialRules::expm1OfSize).negated().mayBeInfinite());
  }

  /** {@code exp(-x) - 1} for {@code x <= 0}, with the sign of the limit at zero of either sign. */
  private static Expr expm1OfSize(List<Expr> a, Expr r) {
    Expr size = call("java.lang.Math", "abs", a.get(0));
    return call("java.lang.Math", "expm1", size);
  }

  private void intrinsics(Type type) {
    rows.add(
        new Rule(
            new MathOp("io.cotangent.Cotangent", "stopGradient"),
            List.of(type),
            type,
            List.of(none()),
            List.of(new double[] {1.5})));
    rows.add(
        new Rule(
            new MathOp("io.cotangent.Cotangent", "straightThrough"),
            List.of(type, type),
            type,
            List.of(none(), some(Partial.plain())),
            List.of(new double[] {2, 1.7})));
  }

  private void unary(String name, double[] samples, Partial partial) {
    List<double[]> points = new ArrayList<>();
    for (double sample : samples) {
      points.add(new double[] {sample});
    }
    rows.add(
        new Rule(
            new MathOp(SPECIAL, name),
            List.of(Type.DOUBLE),
            Type.DOUBLE,
            List.of(some(partial)),
            points));
  }
}
