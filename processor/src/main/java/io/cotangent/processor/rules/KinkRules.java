package io.cotangent.processor.rules;

import static io.cotangent.processor.rules.Terms.c;
import static io.cotangent.processor.rules.Terms.call;
import static io.cotangent.processor.rules.Terms.none;
import static io.cotangent.processor.rules.Terms.some;
import static io.cotangent.processor.rules.Terms.times;
import static io.cotangent.processor.rules.Terms.when;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The rows of {@link Math} and {@link StrictMath} that are piecewise smooth, with the conventions
 * at their corners, for double and float.
 */
final class KinkRules {
  private static final double[] STEPS = {-2.4, -0.3, 0.6, 3.2};
  private static final double[][] PAIRS = {{1, 2}, {3, -1}, {-0.5, -0.75}};

  private final String owner;
  private final List<Rule> rows = new ArrayList<>();

  private KinkRules(String owner) {
    this.owner = owner;
  }

  static List<Rule> rows(String owner) {
    KinkRules rules = new KinkRules(owner);
    for (Type type : List.of(Type.DOUBLE, Type.FLOAT)) {
      rules.corners(type);
      rules.steps(type);
      rules.neighbours(type);
    }
    for (String name : List.of("floor", "ceil", "rint")) {
      rules.constant(name, Type.DOUBLE, Type.DOUBLE);
    }
    rules.constant("round", Type.DOUBLE, Type.LONG);
    rules.constant("round", Type.FLOAT, Type.INT);
    return rules.rows;
  }

  private void corners(Type type) {
    Partial sign = Partial.times((a, r) -> call(owner, "signum", a.get(0)));
    row("abs", List.of(type), List.of(some(sign)), points(STEPS));
    row(
        "max",
        List.of(type, type),
        List.of(
            some(Partial.times((a, r) -> winner(Operator.GT, a.get(0), a.get(1)))),
            some(Partial.times((a, r) -> winner(Operator.GT, a.get(1), a.get(0))))),
        PAIRS);
    row(
        "min",
        List.of(type, type),
        List.of(
            some(Partial.times((a, r) -> winner(Operator.LT, a.get(0), a.get(1)))),
            some(Partial.times((a, r) -> winner(Operator.LT, a.get(1), a.get(0))))),
        PAIRS);
    row(
        "copySign",
        List.of(type, type),
        List.of(some(Partial.times((a, r) -> turned(a.get(0), a.get(1)))), none()),
        PAIRS);
    clamp(type);
    if (type == Type.FLOAT) {
      row(
          "fma",
          List.of(type, type, type),
          List.of(
              some(Partial.times((a, r) -> a.get(1))),
              some(Partial.times((a, r) -> a.get(0))),
              some(Partial.plain())),
          new double[][] {{1.5, -2, 0.25}});
    }
  }

  /** As {@code min(max, max(value, min))}, ties included; Java has it from release 21 on. */
  private void clamp(Type type) {
    row(
        "clamp",
        List.of(type, type, type),
        List.of(
            some(Partial.times((a, r) -> times(below(a), raised(a.get(0), a.get(1))))),
            some(Partial.times((a, r) -> times(below(a), raised(a.get(1), a.get(0))))),
            some(Partial.times((a, r) -> winner(Operator.LT, a.get(2), inner(a))))),
        new double[][] {{1, -0.5, 2.5}, {-1, 0.5, 2}, {3, -2, 2}});
  }

  private Expr inner(List<Expr> a) {
    return call(owner, "max", a.get(0), a.get(1));
  }

  private Expr below(List<Expr> a) {
    return winner(Operator.LT, inner(a), a.get(2));
  }

  private static Expr raised(Expr mine, Expr other) {
    return winner(Operator.GT, mine, other);
  }

  /** One for the argument that wins, half for each at a tie. */
  private static Expr winner(Operator wins, Expr mine, Expr other) {
    Expr tie = when(Operator.EQ, mine, other, c(0.5, mine), c(0, mine));
    return when(wins, mine, other, c(1, mine), tie);
  }

  private Expr turned(Expr magnitude, Expr sign) {
    return times(call(owner, "signum", magnitude), call(owner, "copySign", c(1, magnitude), sign));
  }

  private void steps(Type type) {
    constant("signum", type, type);
    constant("ulp", type, type);
    constant("getExponent", type, Type.INT);
  }

  private void neighbours(Type type) {
    for (String name : List.of("nextUp", "nextDown")) {
      row(name, List.of(type), List.of(some(Partial.plain())), points(STEPS));
    }
    List<Optional<Partial>> towards = List.of(some(Partial.plain()), none());
    row("nextAfter", List.of(type, Type.DOUBLE), towards, PAIRS);
    if (type == Type.FLOAT) {
      Partial scale =
          Partial.times((a, r) -> Exprs.apply(new MathOp(owner, "scalb"), type, c(1, r), a.get(1)));
      row(
          "scalb",
          List.of(type, Type.INT),
          List.of(some(scale), none()),
          new double[][] {{1.25, 3}});
    }
  }

  private void constant(String name, Type param, Type result) {
    rows.add(
        new Rule(
            new MathOp(owner, name),
            List.of(param),
            result,
            Collections.nCopies(1, Optional.empty()),
            List.of(points(STEPS))));
  }

  private void row(
      String name, List<Type> params, List<Optional<Partial>> partials, double[][] samples) {
    rows.add(new Rule(new MathOp(owner, name), params, params.get(0), partials, List.of(samples)));
  }

  private static double[][] points(double[] values) {
    double[][] points = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      points[i] = new double[] {values[i]};
    }
    return points;
  }
}
