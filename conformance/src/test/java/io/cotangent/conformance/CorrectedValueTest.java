package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.conformance.SolutionObjectPrograms.Pair;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Christianson's correction: beside a solution the error is of second order. */
class CorrectedValueTest {
  private static final int N = 5;

  private static double loss(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.sin(x[i]) + (i + 1) * x[i] * x[i];
    }
    return sum;
  }

  private static double[] slope(double[] x) {
    double[] slope = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      slope[i] = Math.cos(x[i]) + 2 * (i + 1) * x[i];
    }
    return slope;
  }

  /** The loss's value with the correction, for a state, its cotangent and the value there. */
  private interface Corrected {
    double at(double[] state, double[] cotangent, double value);
  }

  private static void secondOrder(double[] solution, double[] aside, Corrected corrected) {
    double exact = loss(solution);
    double before = Double.NaN;
    for (double h : new double[] {1e-2, 1e-3, 1e-4}) {
      double[] near = solution.clone();
      for (int i = 0; i < near.length; i++) {
        near[i] += h * aside[i];
      }
      double plain = Math.abs(loss(near) - exact);
      double error = Math.abs(corrected.at(near, slope(near), loss(near)) - exact);
      assertTrue(plain > 0.05 * h, "the loss moves with " + plain);
      assertTrue(error < 30 * h * h, "error " + error + " for " + h);
      // A hundredth for a tenth of the distance, but for rounding.
      assertTrue(!(error > 0.03 * before + 1e-13), "error " + error + " after " + before);
      before = error;
    }
    assertEquals(exact, corrected.at(solution, slope(solution), exact), 1e-8);
  }

  private static double[] aside(int n) {
    return new Random(8).doubles(n, 0.5, 1.5).toArray();
  }

  private static double[][] matrix() {
    Random random = new Random(6);
    double[][] w = new double[N][];
    for (int i = 0; i < N; i++) {
      w[i] = random.doubles(N, -0.3, 0.3).toArray();
    }
    return w;
  }

  private static double[] shift() {
    return new Random(7).doubles(N, -1, 1).toArray();
  }

  @Test
  void fixedPoint() {
    double[] x = SolutionGridProgramsLayerFixedPoint.solve(new double[N], matrix(), shift());
    secondOrder(
        x,
        aside(N),
        (at, v, value) ->
            SolutionGridProgramsLayerFixedPoint.corrected(at, matrix(), shift(), v, value));
  }

  /** With one term in place of the derivative the correction is still the whole one. */
  @Test
  void fixedPointWithAnotherDerivative() {
    double x = SolutionProgramsOneStepFixedPoint.solve(1, 2);
    secondOrder(
        new double[] {x},
        aside(1),
        (at, v, value) -> SolutionProgramsOneStepFixedPoint.corrected(at[0], 2, v[0], value));
  }

  @Test
  void root() {
    double[] x = SolutionGridProgramsBalanceRoot.solve(new double[N], matrix(), shift());
    secondOrder(
        x,
        aside(N),
        (at, v, value) ->
            SolutionGridProgramsBalanceRoot.corrected(at, matrix(), shift(), v, value));
  }

  @Test
  void minimum() {
    double[] x = SolutionGridProgramsEnergyArgmin.solve(new double[N], matrix(), shift());
    secondOrder(
        x,
        aside(N),
        (at, v, value) ->
            SolutionGridProgramsEnergyArgmin.corrected(at, matrix(), shift(), v, value));
  }

  /** The nearest point of a plane; the state given lies off it. */
  @Test
  void minimumWithAConstraint() {
    double[] x = {1, -2, 0.5};
    double[] a = {1, 2, -1};
    double[] y = SolutionProgramsHyperplaneArgmin.solve(new double[3], x, a, 0.7);
    secondOrder(
        y,
        aside(3),
        (at, v, value) -> SolutionProgramsHyperplaneArgmin.corrected(at, x, a, 0.7, v, value));
  }

  @Test
  void object() {
    Pair x = SolutionObjectProgramsPairFixedPoint.solve(new Pair(0, 0), 0.7);
    secondOrder(
        new double[] {x.u(), x.v()},
        aside(2),
        (at, v, value) ->
            SolutionObjectProgramsPairFixedPoint.corrected(
                new Pair(at[0], at[1]), 0.7, new Pair(v[0], v[1]), value));
  }

  @Test
  void noneWhereTheSystemIsSingular() {
    assertThrows(
        ConvergenceException.class,
        () ->
            SolutionEndProgramsOpenFixedPoint.corrected(
                new double[] {1, 0}, 1.5, new double[] {1, 0}, 0));
  }
}
