package io.cotangent.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Status;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quadratic programs: known ones, random ones, and ones without a solution. */
class QuadraticProgramTest {
  private static final SolverOptions OPTIONS = new SolverOptions(1e-10, 200);
  private static final double[][] Q = {{4, 1}, {1, 2}};
  private static final double[] C = {1, 1};
  private static final double[][] NONE = {};
  private static final double[] NOTHING = {};

  @Test
  void equalityOnly() {
    QuadraticProgram.Solution solution =
        new QuadraticProgram(Q, C, new double[][] {{1, 1}}, new double[] {1}, NONE, NOTHING)
            .solve(OPTIONS);
    assertEquals(Status.CONVERGED, solution.status());
    assertArrayEquals(new double[] {0.25, 0.75}, solution.primal(), 1e-12);
    assertEquals(-2.75, solution.equalityMultipliers()[0], 1e-12);
  }

  @Test
  void inactiveInequalitiesHaveZeroMultipliers() {
    QuadraticProgram.Solution solution =
        new QuadraticProgram(
                Q,
                C,
                new double[][] {{1, 1}},
                new double[] {1},
                new double[][] {{-1, 0}, {0, -1}},
                new double[] {0, 0})
            .solve(OPTIONS);
    assertEquals(Status.CONVERGED, solution.status());
    assertArrayEquals(new double[] {0.25, 0.75}, solution.primal(), 1e-12);
    assertArrayEquals(new double[] {0, 0}, solution.inequalityMultipliers(), 0);
  }

  @Test
  void anActiveConstraintWithoutMultiplierIsDegenerate() {
    QuadraticProgram.Solution solution =
        new QuadraticProgram(
                new double[][] {{2}},
                new double[] {-2},
                NONE,
                NOTHING,
                new double[][] {{1}},
                new double[] {1})
            .solve(OPTIONS);
    assertEquals(1, solution.primal()[0], 1e-7);
    assertEquals(Status.DEGENERATE_ACTIVE_SET, solution.status());
  }

  @Test
  void infeasibleAndUnboundedProgramsHaveNoSolution() {
    QuadraticProgram infeasible =
        new QuadraticProgram(
            new double[][] {{1}},
            new double[] {0},
            NONE,
            NOTHING,
            new double[][] {{1}, {-1}},
            new double[] {-1, -1});
    assertFalse(infeasible.solve(OPTIONS).stands());
    QuadraticProgram unbounded =
        new QuadraticProgram(
            new double[][] {{1, 0}, {0, 0}},
            new double[] {0, -1},
            NONE,
            NOTHING,
            new double[][] {{1, 0}},
            new double[] {1});
    assertFalse(unbounded.solve(OPTIONS).stands());
    QuadraticProgram inconsistent =
        new QuadraticProgram(
            Q, C, new double[][] {{1, 1}, {1, 1}}, new double[] {1, 2}, NONE, NOTHING);
    assertFalse(inconsistent.solve(OPTIONS).stands());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void randomPrograms(int seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(8);
    int equalities = random.nextInt((n + 1) / 2);
    int inequalities = random.nextInt(2 * n + 1);
    double[][] root = matrix(random, n, n);
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          q[i][j] += root[k][i] * root[k][j];
        }
      }
      q[i][i] += 0.1;
    }
    double[] inside = matrix(random, 1, n)[0];
    double[][] a = matrix(random, equalities, n);
    double[][] g = matrix(random, inequalities, n);
    double[] b = new double[equalities];
    double[] h = new double[inequalities];
    for (int i = 0; i < equalities; i++) {
      b[i] = io.cotangent.linear.Vectors.dot(a[i], inside);
    }
    for (int i = 0; i < inequalities; i++) {
      h[i] = io.cotangent.linear.Vectors.dot(g[i], inside) + random.nextDouble();
    }
    QuadraticProgram program = new QuadraticProgram(q, matrix(random, 1, n)[0], a, b, g, h);
    QuadraticProgram.Solution solution = program.solve(OPTIONS);
    assertTrue(solution.stands(), () -> "status " + solution.status());
    double residual =
        program.residual(
            solution.primal(), solution.equalityMultipliers(), solution.inequalityMultipliers());
    assertTrue(residual < 1e-9, "residual " + residual);
    for (double multiplier : solution.inequalityMultipliers()) {
      assertTrue(multiplier >= -1e-10);
    }
  }

  private static double[][] matrix(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return matrix;
  }
}
