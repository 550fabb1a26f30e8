package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import io.cotangent.implicit.QuadraticProgram;
import io.cotangent.implicit.SolverOptions;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random quadratic programs: by two methods, and their derivatives by differences. */
class RandomProgramsTest {
  /** The numbers of a program with a feasible point {@code x0}. */
  private record Data(
      double[][] q, double[] c, double[][] a, double[] b, double[][] g, double[] h, double[] x0) {
    static Data of(int seed) {
      Random random = new Random(seed);
      int n = 3 + seed % 3;
      double[][] root = matrix(random, n, n);
      double[][] q = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int k = 0; k < n; k++) {
            q[i][j] += root[k][i] * root[k][j];
          }
        }
        q[i][i] += 0.2;
      }
      double[] x0 = random.doubles(n, -1, 1).toArray();
      double[][] a = matrix(random, 1, n);
      double[] b = SolutionPrograms.times(a, x0);
      double[][] g = matrix(random, 2 * n, n);
      double[] h = SolutionPrograms.times(g, x0);
      for (int i = 0; i < h.length; i++) {
        h[i] += random.nextDouble();
      }
      return new Data(q, random.doubles(n, -3, 3).toArray(), a, b, g, h, x0);
    }

    private static double[][] matrix(Random random, int rows, int columns) {
      double[][] matrix = new double[rows][];
      for (int i = 0; i < rows; i++) {
        matrix[i] = random.doubles(columns, -1, 1).toArray();
      }
      return matrix;
    }

    QuadraticProgram program() {
      return new QuadraticProgram(q, c, a, b, g, h);
    }

    SolutionProgramsWithInequalityArgmin.Solution solution() {
      double[] start = new double[c.length];
      return SolutionProgramsWithInequalityArgmin.solution(start, q, c, a, b, g, h);
    }

    double[] solve(double[] c, double[] h) {
      return SolutionProgramsWithInequalityArgmin.solve(new double[c.length], q, c, a, b, g, h);
    }
  }

  private static boolean isFound(Status status) {
    return status == Status.CONVERGED || status == Status.DEGENERATE_ACTIVE_SET;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void wellPosed(int seed) {
    Data data = Data.of(seed);
    QuadraticProgram.Solution interior = data.program().solve(new SolverOptions(1e-10, 200));
    assertEquals(Status.CONVERGED, interior.status());
    var found = data.solution();
    assertEquals(Status.CONVERGED, found.status());
    assertArrayEquals(interior.primal(), found.value(), 1e-8);
    double[] start = new double[data.c().length];
    var kkt =
        SolutionProgramsWithInequalityArgmin.kkt(
            start, data.q(), data.c(), data.a(), data.b(), data.g(), data.h());
    assertArrayEquals(interior.inequalityMultipliers(), kkt.inequalityMultipliers(), 1e-7);
    Random random = new Random(seed);
    double[] v = random.doubles(start.length, -1, 1).toArray();
    var bars =
        SolutionProgramsWithInequalityArgmin.vjp(
            start, data.q(), data.c(), data.a(), data.b(), data.g(), data.h(), v);
    assertArrayEquals(byDifferences(data, data.c(), v, true), bars.c(), 1e-6);
    assertArrayEquals(byDifferences(data, data.h(), v, false), bars.h(), 1e-6);
  }

  private static double[] byDifferences(Data data, double[] wrt, double[] v, boolean linear) {
    double[] slopes = new double[wrt.length];
    for (int i = 0; i < wrt.length; i++) {
      double[] up = wrt.clone();
      double[] down = wrt.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      double[] above = linear ? data.solve(up, data.h()) : data.solve(data.c(), up);
      double[] below = linear ? data.solve(down, data.h()) : data.solve(data.c(), down);
      for (int j = 0; j < v.length; j++) {
        slopes[i] += v[j] * (above[j] - below[j]) / 2e-6;
      }
    }
    return slopes;
  }

  /** A constraint that the solution just touches has no multiplier, and the solution a kink. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void degenerate(int seed) {
    Data data = Data.of(seed);
    double[] x = data.solution().value();
    double[][] g = data.g().clone();
    double[] h = data.h().clone();
    int last = h.length - 1;
    g[last] = new Random(seed + 100).doubles(x.length, -1, 1).toArray();
    h[last] = SolutionPrograms.times(g, x)[last];
    Data touched = new Data(data.q(), data.c(), data.a(), data.b(), g, h, data.x0());
    double[] without = new double[x.length];
    double[] wide = h.clone();
    wide[last] += 10;
    without = data.solution().value();
    var found = touched.solution();
    assertTrue(isFound(found.status()), () -> "" + found.status());
    if (isSame(touched.solve(data.c(), wide), without)) {
      assertEquals(Status.DEGENERATE_ACTIVE_SET, found.status());
      assertThrows(
          ConvergenceException.class,
          () ->
              SolutionProgramsWithInequalityArgmin.vjp(
                  new double[x.length], data.q(), data.c(), data.a(), data.b(), g, h, x));
    }
  }

  private static boolean isSame(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest < 1e-9;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void infeasible(int seed) {
    Data data = Data.of(seed);
    double[][] g = data.g().clone();
    double[] h = data.h().clone();
    g[1] = g[0].clone();
    for (int i = 0; i < g[1].length; i++) {
      g[1][i] = -g[1][i];
    }
    h[1] = -h[0] - 1;
    Data none = new Data(data.q(), data.c(), data.a(), data.b(), g, h, data.x0());
    none(none);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void unbounded(int seed) {
    Data data = Data.of(seed);
    int n = data.c().length;
    double[][] q = new double[n][n];
    double[] c = new double[n];
    double[][] a = new double[1][n];
    double[][] g = new double[2 * n][n];
    for (int i = 1; i < n; i++) {
      q[i][i] = 1 + data.h()[i] * data.h()[i];
      a[0][i] = data.a()[0][i];
      for (int k = 0; k < 2 * n; k++) {
        g[k][i] = data.g()[k][i];
      }
    }
    for (int k = 0; k < 2 * n; k++) {
      g[k][0] = -Math.abs(data.g()[k][0]);
    }
    c[0] = -1;
    none(new Data(q, c, a, data.b(), g, data.h(), data.x0()));
  }

  private static void none(Data data) {
    assertFalse(data.program().solve(new SolverOptions(1e-10, 200)).stands());
    var found = data.solution();
    assertFalse(isFound(found.status()), () -> "" + found.status());
    double[] start = new double[data.c().length];
    assertThrows(
        ConvergenceException.class,
        () ->
            SolutionProgramsWithInequalityArgmin.vjp(
                start, data.q(), data.c(), data.a(), data.b(), data.g(), data.h(), start));
  }
}
