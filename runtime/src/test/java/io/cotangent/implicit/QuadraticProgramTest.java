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

  private static double[][] definite(Random random, int n) {
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
    return q;
  }

  /** One of two active constraints without a multiplier: the point stands, its derivative not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomDegeneratePrograms(int seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(6);
    double[][] q = definite(random, n);
    double[][] g = matrix(random, 2, n);
    double[] point = matrix(random, 1, n)[0];
    double multiplier = 0.5 + random.nextDouble();
    double[] c = new double[n];
    double[] h = new double[2];
    for (int i = 0; i < n; i++) {
      c[i] = -io.cotangent.linear.Vectors.dot(q[i], point) - multiplier * g[0][i];
    }
    for (int i = 0; i < 2; i++) {
      h[i] = io.cotangent.linear.Vectors.dot(g[i], point);
    }
    QuadraticProgram.Solution solution =
        new QuadraticProgram(q, c, NONE, NOTHING, g, h).solve(OPTIONS);
    assertEquals(Status.DEGENERATE_ACTIVE_SET, solution.status());
    assertArrayEquals(point, solution.primal(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomInfeasiblePrograms(int seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(6);
    double[][] g = matrix(random, 4, n);
    double[] h = matrix(random, 1, 4)[0];
    for (int j = 0; j < n; j++) {
      g[3][j] = -g[0][j];
    }
    h[3] = -h[0] - 0.1 - random.nextDouble();
    QuadraticProgram program =
        new QuadraticProgram(definite(random, n), matrix(random, 1, n)[0], NONE, NOTHING, g, h);
    assertFalse(program.solve(OPTIONS).stands());
  }

  /** Downhill for ever along what neither the matrix nor a constraint sees. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomUnboundedPrograms(int seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(6);
    double[] way = matrix(random, 1, n)[0];
    double square = io.cotangent.linear.Vectors.dot(way, way);
    double[][] q = definite(random, n);
    double[][] part = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        part[i][j] = (i == j ? 1 : 0) - way[i] * way[j] / square;
      }
    }
    q = times(part, times(q, part));
    double[][] g = times(matrix(random, 2, n), part);
    double[] c = matrix(random, 1, n)[0];
    double slope = io.cotangent.linear.Vectors.dot(c, way);
    for (int i = 0; i < n; i++) {
      c[i] -= (slope + 1) * way[i] / square;
    }
    QuadraticProgram program = new QuadraticProgram(q, c, NONE, NOTHING, g, new double[] {1, 1});
    assertFalse(program.solve(OPTIONS).stands());
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
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
