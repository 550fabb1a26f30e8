package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random quadratic programs, well-posed and not: a right gradient, or none. */
class RandomProgramsTest {
  /** The numbers of {@code min ½ xᵀQx + c·x} with {@code a x = b} and {@code g x <= h}. */
  private record Quadratic(
      double[][] q, double[] c, double[][] a, double[] b, double[][] g, double[] h) {
    static Quadratic of(Random random, int n, int equalities, int inequalities) {
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
      double[] inside = matrix(random, 1, n)[0];
      double[][] a = matrix(random, equalities, n);
      double[][] g = matrix(random, inequalities, n);
      double[] h = SolutionPrograms.times(g, inside);
      for (int i = 0; i < h.length; i++) {
        h[i] += random.nextDouble();
      }
      double[] c = matrix(random, 1, n)[0];
      return new Quadratic(q, c, a, SolutionPrograms.times(a, inside), g, h);
    }

    int n() {
      return c.length;
    }

    double[] solve() {
      return SolutionProgramsWithInequalityArgmin.solve(new double[n()], q, c, a, b, g, h);
    }

    SolutionProgramsWithInequalityArgmin.AdjointSolution adjoint(double[] v) {
      return SolutionProgramsWithInequalityArgmin.adjoint(new double[n()], q, c, a, b, g, h, v);
    }

    /** With another linear term and other sides of the inequalities. */
    Quadratic moved(double step, double[] cDot, double[] hDot) {
      double[] otherC = c.clone();
      double[] otherH = h.clone();
      for (int i = 0; i < c.length; i++) {
        otherC[i] += step * cDot[i];
      }
      for (int i = 0; i < h.length; i++) {
        otherH[i] += step * hDot[i];
      }
      return new Quadratic(q, otherC, a, b, g, otherH);
    }

    /** No solution, and no gradient. */
    void hasNone() {
      var solution =
          SolutionProgramsWithInequalityArgmin.solution(new double[n()], q, c, a, b, g, h);
      assertNotEquals(Status.CONVERGED, solution.status());
      double[] v = new double[n()];
      Arrays.fill(v, 1);
      var found = adjoint(v);
      assertNotEquals(Status.CONVERGED, found.status());
      assertTrue(Arrays.stream(found.gradient().c()).allMatch(Double::isNaN));
      assertThrows(
          ConvergenceException.class,
          () -> SolutionProgramsWithInequalityArgmin.vjp(new double[n()], q, c, a, b, g, h, v));
    }
  }

  private static double[][] matrix(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = random.doubles(columns, -1, 1).toArray();
    }
    return matrix;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void wellPosed(int seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(4);
    Quadratic program = Quadratic.of(random, n, random.nextInt(2), random.nextInt(2 * n));
    double[] v = matrix(random, 1, n)[0];
    double[] cDot = matrix(random, 1, n)[0];
    double[] hDot = matrix(random, 1, program.h().length)[0];
    double step = 1e-6;
    double[] above = program.moved(step, cDot, hDot).solve();
    double[] below = program.moved(-step, cDot, hDot).solve();
    double slope = 0;
    for (int i = 0; i < n; i++) {
      slope += v[i] * (above[i] - below[i]) / (2 * step);
    }
    var found = program.adjoint(v);
    assertEquals(Status.CONVERGED, found.status());
    double along = 0;
    for (int i = 0; i < n; i++) {
      along += found.gradient().c()[i] * cDot[i];
    }
    for (int i = 0; i < hDot.length; i++) {
      along += found.gradient().h()[i] * hDot[i];
    }
    assertEquals(slope, along, 1e-5 * (1 + Math.abs(slope)));
  }

  /** The minimum without inequalities lies on one: active, with a multiplier of zero. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void degenerate(int seed) {
    Random random = new Random(100 + seed);
    int n = 2 + random.nextInt(4);
    Quadratic free = Quadratic.of(random, n, 0, 0);
    double[] x = free.solve();
    double[][] g = matrix(random, 1, n);
    Quadratic program =
        new Quadratic(free.q(), free.c(), free.a(), free.b(), g, SolutionPrograms.times(g, x));
    double[] v = matrix(random, 1, n)[0];
    var found = program.adjoint(v);
    assertEquals(Status.DEGENERATE_ACTIVE_SET, found.status());
    assertTrue(Arrays.stream(found.gradient().c()).allMatch(Double::isNaN));
    double[] stands = program.solve();
    for (int i = 0; i < n; i++) {
      assertEquals(x[i], stands[i], 1e-7);
    }
  }

  /** A half-space and one that it does not meet. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void infeasible(int seed) {
    Random random = new Random(200 + seed);
    int n = 1 + random.nextInt(4);
    Quadratic base = Quadratic.of(random, n, 0, 2);
    double[][] g = base.g();
    double[] h = base.h();
    for (int i = 0; i < n; i++) {
      g[1][i] = -g[0][i];
    }
    h[1] = -h[0] - 0.5 - random.nextDouble();
    base.hasNone();
  }

  /** Falls without end along a direction that the quadratic part leaves flat. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void unbounded(int seed) {
    Random random = new Random(300 + seed);
    int n = 2 + random.nextInt(3);
    Quadratic base = Quadratic.of(random, n, 0, 1);
    double[][] q = base.q();
    for (int i = 0; i < n; i++) {
      q[i][0] = 0;
      q[0][i] = 0;
    }
    base.c()[0] = 0.5 + random.nextDouble();
    base.g()[0][0] = Math.abs(base.g()[0][0]);
    base.hasNone();
  }
}
