package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.Solver;
import io.cotangent.implicit.Projections;
import io.cotangent.implicit.Proximals;

/** Minima between bounds, over transports, beside penalties, and by block coordinate descent. */
final class SetPrograms {
  private SetPrograms() {}

  static double objective(double[] x, double[] c) {
    double sum = 0.1 * Math.sin(x[0] * x[1]);
    for (int i = 0; i < x.length; i++) {
      sum += 0.5 * (1 + i) * x[i] * x[i] - c[i] * x[i];
    }
    return sum;
  }

  @Argmin(unknown = "x", lower = "low", upper = "high")
  static double between(double[] x, double[] c, double[] low, double[] high) {
    return objective(x, c);
  }

  @Argmin(unknown = "x", lower = "low", upper = "high", name = "BetweenTwo")
  static double between(double x, double c, double low, double high) {
    return Math.cosh(x) - c * x;
  }

  @Argmin(unknown = "x", lower = "low", upper = "high", solver = Solver.BLOCK_COORDINATE_DESCENT)
  static double rows(double[][] x, double[] c, double[][] low, double[][] high) {
    return objective(x[0], c) + 0.3 * x[0][0] * x[1][0] + objective(x[1], c) + x[1][1];
  }

  @Argmin(unknown = "x", proximal = "net", solver = Solver.BLOCK_COORDINATE_DESCENT)
  static double elastic(double[] x, double[] c, double[] p) {
    return objective(x, c);
  }

  static double[] net(double[] x, double[] c, double[] p, double step) {
    return Proximals.elasticNet(x, p[0], p[1], step);
  }

  @Argmin(unknown = "x", proximal = "net", name = "ElasticBySteps")
  static double bySteps(double[] x, double[] c, double[] p) {
    return objective(x, c);
  }

  @Argmin(unknown = "x", proximal = "byGroups")
  static double grouped(double[] x, double[] c, double[] p) {
    return objective(x, c);
  }

  static double[] byGroups(double[] x, double[] c, double[] p, double step) {
    return Proximals.groupLasso(x, 2, p[0], step);
  }

  @Argmin(unknown = "x", proximal = "byRows", solver = Solver.BLOCK_COORDINATE_DESCENT)
  static double ofRows(double[][] x, double[] c, double[] p) {
    return objective(x[0], c) + 0.3 * x[0][0] * x[1][0] + objective(x[1], c) + x[1][1];
  }

  static double[][] byRows(double[][] x, double[] c, double[] p, double step) {
    return Proximals.rowLasso(x, p[0], step);
  }

  @Argmin(unknown = "x", solver = Solver.BLOCK_COORDINATE_DESCENT)
  static double plain(double[] x, double[] c) {
    return objective(x, c);
  }

  @Argmin(unknown = "x", projection = "onto", solver = Solver.BLOCK_COORDINATE_DESCENT)
  static double coupled(double[] x, double[] c) {
    return objective(x, c);
  }

  static double[] onto(double[] x, double[] c) {
    return Projections.simplex(x, 1);
  }

  @Argmin(unknown = "plan", projection = "plans")
  static double transport(double[][] plan, double[][] cost, double[] rows) {
    double sum = 0;
    for (int i = 0; i < plan.length; i++) {
      for (int j = 0; j < plan[i].length; j++) {
        sum += cost[i][j] * plan[i][j] + 0.5 * plan[i][j] * plan[i][j];
      }
    }
    return sum;
  }

  static double[][] plans(double[][] plan, double[][] cost, double[] rows) {
    double total = 0;
    for (double row : rows) {
      total += row;
    }
    double[] columns = {0.5 * total, 0.2 * total, 0.3 * total};
    return Projections.transport(plan, rows, columns);
  }

  private static double mixed(double[] x) {
    return Math.exp(0.2 * x[0] - 0.3 * x[1] + 0.25 * x[2]);
  }

  private static double uneven(double[][] y) {
    double sum = 0.7 * y[0][0] * y[1][1];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y[i].length; j++) {
        sum += Math.cos(1 + 5 * i + 3 * j) * y[i][j] + Math.sin(2 + 3 * i - j) * y[i][j] * y[i][j];
      }
    }
    return Math.exp(sum);
  }

  @Differentiable(order = 2)
  static double ofBetween(double[] c, double[] low, double[] high) {
    return mixed(SetProgramsBetweenArgmin.solve(new double[3], c, low, high))
        + SetProgramsBetweenArgmin.value(new double[3], c, low, high);
  }

  @Differentiable(order = 2)
  static double ofTwo(double[] p) {
    return BetweenTwo.solve(0, p[0], p[1], p[2]) * p[0];
  }

  @Differentiable(order = 2)
  static double ofRow(double[] c, double[][] low, double[][] high) {
    double[][] x = SetProgramsRowsArgmin.solve(new double[2][3], c, low, high);
    return mixed(x[0]) * mixed(x[1]);
  }

  @Differentiable(order = 2)
  static double ofElastic(double[] c, double[] p) {
    return mixed(SetProgramsElasticArgmin.solve(new double[3], c, p));
  }

  @Differentiable(order = 2)
  static double ofGrouped(double[] c, double[] p) {
    return mixed(SetProgramsGroupedArgmin.solve(new double[3], c, p));
  }

  @Differentiable(order = 2)
  static double ofRowLasso(double[] c, double[] p) {
    double[][] x = SetProgramsOfRowsArgmin.solve(new double[2][3], c, p);
    return mixed(x[0]) * mixed(x[1]);
  }

  @Differentiable(order = 2)
  static double ofPlain(double[] c) {
    return mixed(SetProgramsPlainArgmin.solve(new double[3], c));
  }

  @Differentiable(order = 2)
  static double ofTransport(double[][] cost, double[] rows) {
    double[][] plan = SetProgramsTransportArgmin.solve(new double[2][3], cost, rows);
    return uneven(plan);
  }

  @Differentiable(order = 2)
  static double ofProjection(double[][] x, double[] rows) {
    double[] columns = {rows[0], 0.25 * rows[1] + rows[2], 0.75 * rows[1]};
    double[][] y = Projections.transport(x, rows, columns);
    return uneven(y);
  }
}
