package io.cotangent.linalg;

import static io.cotangent.linalg.Rule.flat;
import static io.cotangent.linalg.Rule.gaussians;
import static io.cotangent.linalg.Rule.matrix;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of {@link Linalg}'s operations on matrices. */
class LinalgRulesTest {
  private static double[][] random(int seed, int rows, int columns) {
    return matrix(gaussians(new Random(seed), rows * columns), 0, rows, columns);
  }

  private static double[][] positiveDefinite(int seed, int n) {
    double[][] a = random(seed, n, n);
    return Dense.plus(Dense.times(a, Dense.transpose(a)), 1, Dense.identity(n));
  }

  /** The rule of an operation whose result is a matrix of the given shape. */
  private static Rule matrixRule(
      double[][] at,
      java.util.function.UnaryOperator<double[][]> operation,
      SquareRule.Tangent<double[][]> jvp,
      SquareRule.Cotangent<double[][]> vjp,
      SquareRule.SecondOrder<double[][]> vjpJvp,
      int rows,
      int columns) {
    return new SquareRule<>(
        at, operation, jvp, vjp, vjpJvp, Rule::flat, y -> matrix(y, 0, rows, columns));
  }

  private static Rule numberRule(
      double[][] at,
      java.util.function.Function<double[][], Double> operation,
      SquareRule.Tangent<Double> jvp,
      SquareRule.Cotangent<Double> vjp,
      SquareRule.SecondOrder<Double> vjpJvp) {
    return new SquareRule<>(at, operation, jvp, vjp, vjpJvp, y -> new double[] {y}, y -> y[0]);
  }

  @Test
  void transpose() {
    matrixRule(
            random(1, 2, 3),
            Linalg::transpose,
            ProductRules::transposeJvp,
            ProductRules::transposeVjp,
            ProductRules::transposeVjpJvp,
            3,
            2)
        .check();
  }

  @Test
  void inverse() {
    matrixRule(
            Dense.plus(random(2, 4, 4), 3, Dense.identity(4)),
            Linalg::inverse,
            SolveRules::inverseJvp,
            SolveRules::inverseVjp,
            SolveRules::inverseVjpJvp,
            4,
            4)
        .check();
  }

  private static void checkDeterminant(double[][] at) {
    numberRule(
            at,
            Linalg::determinant,
            DeterminantRules::determinantJvp,
            DeterminantRules::determinantVjp,
            DeterminantRules::determinantVjpJvp)
        .check();
  }

  @Test
  void determinantAlsoOfSingularMatrices() {
    checkDeterminant(random(3, 4, 4));
    checkDeterminant(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
    checkDeterminant(new double[][] {{1, 2, 3}, {2, 4, 6}, {-1, -2, -3}});
    checkDeterminant(new double[3][3]);
    checkDeterminant(new double[][] {{-2}});
    double[][] cofactors = DeterminantRules.determinantVjp(new double[][] {{1, 2}, {2, 4}}, 1);
    assertArrayEquals(new double[] {4, -2, -2, 1}, flat(cofactors), 1e-15);
  }

  @Test
  void logDeterminant() {
    numberRule(
            Dense.plus(random(4, 3, 3), -2, Dense.identity(3)),
            Linalg::logDeterminant,
            DeterminantRules::logDeterminantJvp,
            DeterminantRules::logDeterminantVjp,
            DeterminantRules::logDeterminantVjpJvp)
        .check();
    assertThrows(
        ArithmeticException.class, () -> DeterminantRules.logDeterminantVjp(new double[2][2], 1));
  }

  @Test
  void cholesky() {
    matrixRule(
            Dense.plus(positiveDefinite(5, 4), 0.1, random(6, 4, 4)),
            Linalg::cholesky,
            CholeskyRules::choleskyJvp,
            CholeskyRules::choleskyVjp,
            CholeskyRules::choleskyVjpJvp,
            4,
            4)
        .check();
  }

  private static Rule eigen(double[][] at) {
    int n = at.length;
    return new SquareRule<>(
        at,
        Linalg::symmetricEigen,
        EigenRules::symmetricEigenJvp,
        EigenRules::symmetricEigenVjp,
        EigenRules::symmetricEigenVjpJvp,
        e -> flat(new double[][] {e.values()}, e.vectors()),
        y -> new SymmetricEigen(Rule.vector(y, 0, n), matrix(y, n, n, n)));
  }

  @Test
  void symmetricEigen() {
    eigen(random(7, 4, 4)).check();
    eigen(new double[][] {{2, 0}, {0, -1}}).check();
  }

  @Test
  void equalEigenvaluesShareTheirDerivativeAndTheirVectorsHaveNone() {
    double[][] identity = Dense.identity(2);
    SymmetricEigen largest = new SymmetricEigen(new double[] {0, 1}, new double[2][2]);
    assertArrayEquals(
        new double[] {0.5, 0, 0, 0.5}, flat(EigenRules.symmetricEigenVjp(identity, largest)));
    double[][] dot = {{1, 0}, {0, 3}};
    assertArrayEquals(new double[] {2, 2}, EigenRules.symmetricEigenJvp(identity, dot).values());
    SymmetricEigen vectors = new SymmetricEigen(new double[2], new double[][] {{0, 1}, {0, 0}});
    ArithmeticException e =
        assertThrows(
            ArithmeticException.class, () -> EigenRules.symmetricEigenVjp(identity, vectors));
    assertTrue(e.getMessage().startsWith("values 0 and 1 are both 1.0"), e.getMessage());
  }

  private static Rule qr(int m, int n, int seed) {
    int k = Math.min(m, n);
    return new SquareRule<>(
        random(seed, m, n),
        Linalg::qr,
        QrRules::qrJvp,
        QrRules::qrVjp,
        QrRules::qrVjpJvp,
        y -> flat(y.q(), y.r()),
        y -> new Qr(matrix(y, 0, m, k), matrix(y, m * k, k, n)));
  }

  @Test
  void qrOfSquareTallAndWideMatrices() {
    qr(3, 3, 8).check();
    qr(5, 3, 9).check();
    qr(2, 4, 10).check();
    assertThrows(
        ArithmeticException.class, () -> QrRules.qrJvp(new double[2][2], Dense.identity(2)));
  }

  private static Rule svd(double[][] at) {
    int m = at.length;
    int n = at[0].length;
    int k = Math.min(m, n);
    return new SquareRule<>(
        at,
        Linalg::svd,
        SvdRules::svdJvp,
        SvdRules::svdVjp,
        SvdRules::svdVjpJvp,
        y -> flat(y.u(), new double[][] {y.s()}, y.v()),
        y -> new Svd(matrix(y, 0, m, k), Rule.vector(y, m * k, k), matrix(y, m * k + k, n, k)));
  }

  @Test
  void svdOfSquareTallAndWideMatrices() {
    svd(random(11, 3, 3)).check();
    svd(random(12, 5, 3)).check();
    svd(random(13, 2, 4)).check();
  }

  /** U Vᵀ is smooth where singular values are equal, though neither factor is. */
  @Test
  void thePolarFactorHasADerivativeAtEqualSingularValues() {
    double[][] a = {{0, -2, 0}, {2, 0, 0}, {0, 0, 2}};
    double[][] weights = random(14, 3, 3);
    Svd svd = Linalg.svd(a);
    Svd bars =
        new Svd(
            Dense.times(weights, svd.v()),
            new double[3],
            Dense.times(Dense.transpose(weights), svd.u()));
    double[][] dot = random(15, 3, 3);
    double numeric =
        Rule.slope(
            t -> {
              Svd s = Linalg.svd(Dense.plus(a, t, dot));
              double[][] polar = Dense.times(s.u(), Dense.transpose(s.v()));
              return new double[] {Rule.dot(flat(weights), flat(polar))};
            })[0];
    assertEquals(numeric, Rule.dot(flat(SvdRules.svdVjp(a, bars)), flat(dot)), 1e-9);
    Svd leftOnly = new Svd(weights, new double[3], new double[3][3]);
    assertThrows(ArithmeticException.class, () -> SvdRules.svdVjp(a, leftOnly));
  }

  @Test
  void theNuclearNormOfASingularMatrixHasAFiniteSubgradient() {
    double[][] a = {{3, 0}, {0, 0}};
    Svd bars = new Svd(new double[2][2], new double[] {1, 1}, new double[2][2]);
    assertArrayEquals(new double[] {1, 0, 0, 0}, flat(SvdRules.svdVjp(a, bars)));
  }

  private static Rule valuesRule(
      double[][] at,
      java.util.function.Function<double[][], double[]> operation,
      SquareRule.Tangent<double[]> jvp,
      SquareRule.Cotangent<double[]> vjp,
      SquareRule.SecondOrder<double[]> vjpJvp) {
    return new SquareRule<>(at, operation, jvp, vjp, vjpJvp, y -> y, y -> y);
  }

  @Test
  void valuesAlone() {
    valuesRule(
            random(16, 4, 4),
            Linalg::eigenvalues,
            EigenRules::eigenvaluesJvp,
            EigenRules::eigenvaluesVjp,
            EigenRules::eigenvaluesVjpJvp)
        .check();
    valuesRule(
            random(17, 3, 5),
            Linalg::singularValues,
            SvdRules::singularValuesJvp,
            SvdRules::singularValuesVjp,
            SvdRules::singularValuesVjpJvp)
        .check();
    double[][] offDiagonal = {{0, 1}, {1, 0}};
    assertArrayEquals(new double[2], EigenRules.eigenvaluesJvp(Dense.identity(2), offDiagonal));
  }
}
