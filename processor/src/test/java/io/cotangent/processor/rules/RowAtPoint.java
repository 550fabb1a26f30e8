package io.cotangent.processor.rules;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of the rule table at an argument point: its value, its partials, its differences. */
final class RowAtPoint {
  private static final double STEP = 5e-4;
  private static final double FLOAT_STEP = 0x1p-5;

  private final Rule rule;
  private final double[] point;

  RowAtPoint(Rule rule, double[] point) {
    this.rule = rule;
    this.point = point;
  }

  double value(double[] at) {
    List<Number> args = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      args.add(ExprValues.number(at[i], rule.params().get(i)));
    }
    return ExprValues.apply(rule.op(), rule.params(), rule.result(), args).doubleValue();
  }

  /** What flows through the i-th argument from {@code g}, by the row. */
  double flow(int i, double g, boolean guard) {
    List<Expr> args = new ArrayList<>();
    Map<Var, Number> values = new HashMap<>();
    for (int k = 0; k < point.length; k++) {
      args.add(bound("x" + k, point[k], rule.params().get(k), values));
    }
    return flow(i, g, guard, args, values);
  }

  /** The same, the other arguments being literals, which partials may treat apart. */
  double flowBesideLiterals(int i, double g) {
    List<Expr> args = new ArrayList<>();
    Map<Var, Number> values = new HashMap<>();
    for (int k = 0; k < point.length; k++) {
      Type type = rule.params().get(k);
      args.add(
          k == i
              ? bound("x", point[k], type, values)
              : new Expr.Const(ExprValues.number(point[k], type), type));
    }
    return flow(i, g, false, args, values);
  }

  private double flow(int i, double g, boolean guard, List<Expr> args, Map<Var, Number> values) {
    Expr result = bound("r", value(point), rule.result(), values);
    Expr from = bound("g", g, rule.result(), values);
    Expr flow = rule.partials().get(i).orElseThrow().of(from, args, result, guard);
    return new ExprValues(values).of(flow).doubleValue();
  }

  private static Expr bound(String name, double value, Type type, Map<Var, Number> values) {
    Var var = new Var(name, type);
    values.put(var, ExprValues.number(value, type));
    return var.read();
  }

  /** The partial by central differences at two steps, extrapolated. */
  double difference(int i) {
    double step = isFloat() ? FLOAT_STEP : STEP;
    double h = point[i] == 0 ? step : step * Math.abs(point[i]);
    return (4 * slope(i, h / 2) - slope(i, h)) / 3;
  }

  private double slope(int i, double h) {
    double[] above = point.clone();
    double[] below = point.clone();
    above[i] = ExprValues.number(point[i] + h, rule.params().get(i)).doubleValue();
    below[i] = ExprValues.number(point[i] - h, rule.params().get(i)).doubleValue();
    return (value(above) - value(below)) / (above[i] - below[i]);
  }

  /** How well differences of this row may be trusted. */
  double tolerance(double want) {
    double size = Math.max(1, Math.max(Math.abs(want), Math.abs(value(point) / scale())));
    return (isFloat() ? 1e-4 : 1e-8) * size;
  }

  private double scale() {
    double least = 1;
    for (double x : point) {
      least = x == 0 ? least : Math.min(least, Math.abs(x));
    }
    return least;
  }

  private boolean isFloat() {
    return rule.result() == Type.FLOAT || rule.params().contains(Type.FLOAT);
  }
}
