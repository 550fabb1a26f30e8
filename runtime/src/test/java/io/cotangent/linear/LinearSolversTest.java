package io.cotangent.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Status;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method for linear systems on every kind of matrix that it is for. */
class LinearSolversTest {
  private static double[][] random(int n, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[n][n];
    for (double[] row : rows) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return rows;
  }

  private static double[] vector(int n, long seed) {
    return random(n, seed)[0];
  }

  private static double[][] shifted(int n, long seed) {
    double[][] rows = random(n, seed);
    for (int i = 0; i < n; i++) {
      rows[i][i] += 3 * Math.sqrt(n);
    }
    return rows;
  }

  private static double[][] symmetric(int n, long seed, boolean definite) {
    double[][] rows = random(n, seed);
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i][j] =
            definite ? Vectors.dot(rows[i], rows[j]) + (i == j ? 0.5 : 0) : rows[i][j] + rows[j][i];
      }
    }
    return result;
  }

  static Stream<Arguments> systems() {
    return Stream.of(1, 2, 3, 7, 20)
        .flatMap(
            n ->
                Stream.of(1L, 2L, 3L)
                    .flatMap(
                        seed ->
                            Stream.of(
                                Arguments.of("gmres", new Gmres(), shifted(n, seed)),
                                Arguments.of("gmres general", new Gmres(), random(n, seed)),
                                Arguments.of("bicgstab", new BiCgStab(), shifted(n, seed)),
                                Arguments.of("lsmr", new Lsmr(), shifted(n, seed)),
                                Arguments.of(
                                    "cg", new ConjugateGradient(), symmetric(n, seed, true)),
                                Arguments.of("minres", new Minres(), symmetric(n, seed, true)),
                                Arguments.of(
                                    "minres indefinite", new Minres(), symmetric(n, seed, false)),
                                Arguments.of(
                                    "lsmr definite", new Lsmr(), symmetric(n, seed, true)))));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("systems")
  void iterationsReachTheTarget(String name, LinearSolver solver, double[][] rows) {
    int n = rows.length;
    DenseOperator a = new DenseOperator(rows);
    double[] b = vector(n, 99);
    double[] x = new double[n];
    LinearResult result = solver.solve(a, b, x, 1e-9 * Vectors.norm(b), 50 * n + 50);
    assertEquals(Status.CONVERGED, result.status(), () -> name + " " + result);
    double[] rest = new double[n];
    a.apply(x, rest);
    Vectors.add(rest, -1, b);
    assertEquals(result.residual(), Vectors.norm(rest), 1e-14 * Vectors.norm(b));
  }

  @Test
  void aCyclicShiftNeedsAllVectors() {
    int n = 30;
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      rows[i][(i + 1) % n] = 1;
    }
    double[] b = new double[n];
    b[0] = 1;
    double[] x = new double[n];
    LinearResult result = new Gmres().solve(new DenseOperator(rows), b, x, 1e-12, 100);
    assertEquals(Status.CONVERGED, result.status());
    double[] stalled = new double[n];
    LinearResult early = new Gmres(10).solve(new DenseOperator(rows), b, stalled, 1e-12, 100);
    assertEquals(Status.STAGNATED, early.status());
  }

  @Test
  void theLeastNormSolutionOfASingularSystem() {
    double[][] rows = {{1, 1, 0}, {1, 1, 0}, {0, 0, 2}};
    double[] x = new double[3];
    LinearResult result =
        new Lsmr().solve(new DenseOperator(rows), new double[] {2, 2, 2}, x, 1e-12, 100);
    assertEquals(Status.CONVERGED, result.status());
    assertEquals(1, x[0], 1e-12);
    assertEquals(1, x[1], 1e-12);
    assertEquals(1, x[2], 1e-12);
  }

  @Test
  void anInconsistentSystemIsSingular() {
    double[][] rows = {{1, 1}, {1, 1}};
    double[] x = new double[2];
    LinearResult result =
        new Lsmr().solve(new DenseOperator(rows), new double[] {1, 0}, x, 1e-12, 100);
    assertEquals(Status.SINGULAR, result.status());
    assertNotEquals(
        Status.CONVERGED,
        new Gmres()
            .solve(new DenseOperator(rows), new double[] {1, 0}, new double[2], 1e-12, 100)
            .status());
  }

  @Test
  void conjugateGradientsTellOfNegativeCurvature() {
    double[][] rows = {{1, 0}, {0, -1}};
    LinearResult result =
        new ConjugateGradient()
            .solve(new DenseOperator(rows), new double[] {1, 1}, new double[2], 1e-12, 100);
    assertNotEquals(Status.CONVERGED, result.status());
  }

  @Test
  void factorsSolve() {
    for (int n : new int[] {1, 2, 5, 12, 40}) {
      double[] b = vector(n, 5);
      double[] x = new double[n];
      double[][] general = random(n, 11);
      Lu lu = new Lu(general);
      lu.solve(b, x);
      residual(new DenseOperator(general), x, b);
      lu.solveTransposed(b, x);
      residual(new DenseOperator(general).transpose(), x, b);
      assertTrue(lu.condition() >= 1);
      double[][] indefinite = symmetric(n, 12, false);
      new Ldl(indefinite).solve(b, x);
      residual(new DenseOperator(indefinite), x, b);
      double[][] definite = symmetric(n, 13, true);
      Cholesky cholesky = new Cholesky(definite);
      assertTrue(cholesky.isDefinite());
      cholesky.solve(b, x);
      residual(new DenseOperator(definite), x, b);
    }
  }

  @Test
  void saddlePointMatrices() {
    double[][] rows = {{0, 0, 1}, {0, 2, 1}, {1, 1, 0}};
    double[] b = {1, 2, 3};
    double[] x = new double[3];
    Ldl ldl = new Ldl(rows);
    assertFalse(ldl.isSingular());
    ldl.solve(b, x);
    residual(new DenseOperator(rows), x, b);
    assertFalse(new Cholesky(rows).isDefinite());
  }

  private static void residual(LinearOperator a, double[] x, double[] b) {
    double[] rest = new double[b.length];
    a.apply(x, rest);
    Vectors.add(rest, -1, b);
    assertTrue(Vectors.norm(rest) < 1e-9 * (1 + Vectors.norm(b)) * (1 + Vectors.norm(x)));
  }

  @Test
  void theConditionOfHilbertsMatrix() {
    double[][] rows = new double[6][6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        rows[i][j] = 1.0 / (i + j + 1);
      }
    }
    // In the 1-norm it is 2.907e7.
    double estimate = new Lu(rows).condition();
    assertTrue(estimate > 0.9e7 && estimate < 2.92e7, "estimate " + estimate);
    assertEquals(Double.POSITIVE_INFINITY, new Lu(new double[][] {{1, 2}, {2, 4}}).condition());
  }

  /** What isn't a number goes on into the solution, as in any other arithmetic. */
  @Test
  void notANumberIsNoSingularMatrix() {
    Lu lu = new Lu(new double[][] {{Double.NaN, 1}, {1, 2}});
    assertTrue(lu.isSingular());
    double[] x = new double[2];
    lu.regular().solve(new double[] {1, 1}, x);
    assertTrue(Double.isNaN(x[0]) && Double.isNaN(x[1]));
    assertThrows(ArithmeticException.class, () -> new Lu(new double[2][2]).regular());
  }
}
