package io.cotangent.processor.rules;

import static io.cotangent.processor.rules.Terms.c;
import static io.cotangent.processor.rules.Terms.call;
import static io.cotangent.processor.rules.Terms.minus;
import static io.cotangent.processor.rules.Terms.none;
import static io.cotangent.processor.rules.Terms.over;
import static io.cotangent.processor.rules.Terms.plus;
import static io.cotangent.processor.rules.Terms.some;
import static io.cotangent.processor.rules.Terms.square;
import static io.cotangent.processor.rules.Terms.times;
import static io.cotangent.processor.rules.Terms.when;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@link Math} and {@link StrictMath} for double arguments. */
final class MathRules {
  private static final double[] SIGNED = {-2.5, -0.7, 0.3, 1.1, 4.0};
  private static final double[] POSITIVE = {0.2, 0.9, 1.7, 30.0};
  private static final double[] UNIT = {-0.8, -0.1, 0.35, 0.9};

  private final String owner;
  private final List<Rule> rows = new ArrayList<>();

  private MathRules(String owner) {
    this.owner = owner;
  }

  static List<Rule> rows(String owner) {
    MathRules rules = new MathRules(owner);
    rules.trigonometric();
    rules.exponential();
    rules.twoArguments();
    rules.scaling();
    return rules.rows;
  }

  private void trigonometric() {
    unary("sin", SIGNED, Partial.times((a, r) -> call(owner, "cos", a.get(0))));
    unary("cos", SIGNED, Partial.times((a, r) -> call(owner, "sin", a.get(0))).negated());
    unary("tan", UNIT, Partial.times((a, r) -> plus(c(1, r), square(r))));
    unary("asin", UNIT, Partial.dividedBy(this::cosine).mayBeInfinite());
    unary("acos", UNIT, Partial.dividedBy(this::cosine).negated().mayBeInfinite());
    unary("atan", SIGNED, Partial.dividedBy((a, r) -> plus(c(1, r), square(a.get(0)))));
    unary("sinh", SIGNED, Partial.times((a, r) -> call(owner, "cosh", a.get(0))).mayBeInfinite());
    unary("cosh", SIGNED, Partial.times((a, r) -> call(owner, "sinh", a.get(0))).mayBeInfinite());
    unary("tanh", SIGNED, Partial.times((a, r) -> minus(c(1, r), square(r))));
    unary("toRadians", SIGNED, Partial.times((a, r) -> c(Math.PI / 180, r)));
    unary("toDegrees", SIGNED, Partial.times((a, r) -> c(180 / Math.PI, r)));
  }

  /** {@code sqrt(1 - x²)} without cancellation near the ends, nor in its derivative near zero. */
  private Expr cosine(List<Expr> a, Expr r) {
    Expr x = a.get(0);
    Expr ends = times(minus(c(1, r), x), plus(c(1, r), x));
    Expr middle = minus(c(1, r), square(x));
    return call(owner, "sqrt", when(Operator.LT, call(owner, "abs", x), c(0.5, x), middle, ends));
  }

  private void exponential() {
    unary("exp", SIGNED, Partial.times((a, r) -> r).mayBeInfinite());
    unary("expm1", SIGNED, Partial.times((a, r) -> plus(r, c(1, r))).mayBeInfinite());
    unary("log", POSITIVE, Partial.dividedBy((a, r) -> a.get(0)).mayBeInfinite());
    unary(
        "log10",
        POSITIVE,
        Partial.dividedBy((a, r) -> times(c(Math.log(10), r), a.get(0))).mayBeInfinite());
    unary("log1p", POSITIVE, Partial.dividedBy((a, r) -> plus(c(1, r), a.get(0))).mayBeInfinite());
    unary("sqrt", POSITIVE, Partial.dividedBy((a, r) -> times(c(2, r), r)).mayBeInfinite());
    unary("cbrt", SIGNED, Partial.dividedBy((a, r) -> times(c(3, r), square(r))).mayBeInfinite());
  }

  private void twoArguments() {
    binary(
        "pow",
        new double[][] {{1.3, 2.7}, {0.4, -1.2}, {3.0, 0.5}},
        Partial.times(this::powerInBase).mayBeInfinite(),
        Partial.times(this::powerInExponent).mayBeInfinite());
    binary(
        "hypot",
        new double[][] {{3, 4}, {-0.5, 2}, {1e-3, 7}},
        Partial.times((a, r) -> share(a.get(0), r)),
        Partial.times((a, r) -> share(a.get(1), r)));
    binary(
        "atan2",
        new double[][] {{1, 2}, {-0.5, -1.5}, {2, -0.25}},
        Partial.times((a, r) -> overSquares(a.get(1), a)).mayBeInfinite(),
        Partial.times((a, r) -> overSquares(a.get(0), a)).negated().mayBeInfinite());
    binary(
        "IEEEremainder",
        new double[][] {{5.3, 2.1}, {-4.2, 1.7}},
        Partial.plain(),
        Partial.times((a, r) -> call(owner, "rint", over(minus(a.get(0), r), a.get(1))))
            .negated()
            .mayBeInfinite());
    row(
        "fma",
        List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE),
        Type.DOUBLE,
        List.of(
            some(Partial.times((a, r) -> a.get(1))),
            some(Partial.times((a, r) -> a.get(0))),
            some(Partial.plain())),
        new double[][] {{1.5, -2, 0.25}, {0, 3, 1}});
  }

  /** {@code c x^(c - 1)}; zero for {@code c = 0} at {@code x = 0}, where the power is infinite. */
  private Expr powerInBase(List<Expr> a, Expr r) {
    Expr x = a.get(0);
    Expr e = a.get(1);
    if (e instanceof Expr.Const k && k.value() instanceof Double exponent) {
      return powerOfConstant(x, exponent);
    }
    Expr slope = times(e, call(owner, "pow", x, minus(e, c(1, e))));
    return when(Operator.EQ, e, c(0, e), when(Operator.EQ, x, c(0, x), c(0, x), slope), slope);
  }

  private Expr powerOfConstant(Expr x, double exponent) {
    if (exponent == 0) {
      return c(0, x);
    }
    if (exponent == 1) {
      return c(1, x);
    }
    Expr base = exponent == 2 ? x : call(owner, "pow", x, c(exponent - 1, x));
    return times(c(exponent, x), base);
  }

  /** {@code x^c log x}; zero at {@code x = 0} for {@code c > 0}. */
  private Expr powerInExponent(List<Expr> a, Expr r) {
    Expr x = a.get(0);
    Expr slope = times(r, call(owner, "log", x));
    return when(
        Operator.EQ, x, c(0, x), when(Operator.GT, a.get(1), c(0, x), c(0, x), slope), slope);
  }

  /** {@code x / r}, zero at the kink where both are. */
  private static Expr share(Expr x, Expr r) {
    return when(Operator.EQ, r, c(0, r), c(0, r), over(x, r));
  }

  /** {@code x / (a² + b²)} without overflow of the squares. */
  private Expr overSquares(Expr x, List<Expr> a) {
    Expr radius = call(owner, "hypot", a.get(0), a.get(1));
    return over(over(x, radius), radius);
  }

  private void scaling() {
    row(
        "scalb",
        List.of(Type.DOUBLE, Type.INT),
        Type.DOUBLE,
        List.of(
            some(
                Partial.times(
                    (a, r) ->
                        Exprs.apply(new MathOp(owner, "scalb"), Type.DOUBLE, c(1, r), a.get(1)))),
            none()),
        new double[][] {{1.25, 3}, {-0.5, -2}});
  }

  private void unary(String name, double[] samples, Partial partial) {
    double[][] points = new double[samples.length][];
    for (int i = 0; i < samples.length; i++) {
      points[i] = new double[] {samples[i]};
    }
    row(name, List.of(Type.DOUBLE), Type.DOUBLE, List.of(some(partial)), points);
  }

  private void binary(String name, double[][] samples, Partial first, Partial second) {
    List<Type> types = List.of(Type.DOUBLE, Type.DOUBLE);
    row(name, types, Type.DOUBLE, List.of(some(first), some(second)), samples);
  }

  private void row(
      String name,
      List<Type> params,
      Type result,
      List<Optional<Partial>> partials,
      double[][] samples) {
    rows.add(new Rule(new MathOp(owner, name), params, result, partials, List.of(samples)));
  }
}
