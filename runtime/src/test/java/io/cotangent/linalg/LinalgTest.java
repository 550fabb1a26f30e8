package io.cotangent.linalg;

import static io.cotangent.linalg.Rule.flat;
import static io.cotangent.linalg.Rule.matrix;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values and failures of {@link Linalg}. */
class LinalgTest {
  private static double[][] random(int seed, int rows, int columns) {
    return matrix(Rule.gaussians(new Random(seed), rows * columns), 0, rows, columns);
  }

  private static double[][] hilbert(int n) {
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = 1.0 / (i + j + 1);
      }
    }
    return a;
  }

  private static void assertSame(double[][] expected, double[][] got, double tolerance) {
    assertEquals(expected.length, got.length);
    for (int i = 0; i < got.length; i++) {
      assertArrayEquals(expected[i], got[i], tolerance);
    }
  }

  @Test
  void productsOfOtherShapes() {
    double[][] a = {{1, 2, 3}, {4, 5, 6}};
    double[][] b = {{1}, {10}, {100}};
    assertSame(new double[][] {{321}, {654}}, Linalg.matmul(a, b), 0);
    assertArrayEquals(new double[] {321, 654}, Linalg.matmul(a, new double[] {1, 10, 100}));
    assertSame(new double[][] {{1, 4}, {2, 5}, {3, 6}}, Linalg.transpose(a), 0);
  }

  @Test
  void systemsThatNeedPivots() {
    double[][] a = {{0, 2}, {3, 4}};
    assertArrayEquals(new double[] {1, 2}, Linalg.solve(a, new double[] {4, 11}));
    assertSame(new double[][] {{1, 0}, {0, 1}}, Linalg.matmul(a, Linalg.inverse(a)), 1e-15);
    assertEquals(-6, Linalg.determinant(a));
    assertEquals(Math.log(6), Linalg.logDeterminant(a), 1e-15);
  }

  @Test
  void theHilbertMatrixOfSizeFive() {
    assertEquals(1 / 266716800000.0, Linalg.determinant(hilbert(5)), 1e-24);
    assertEquals(630, Linalg.inverse(hilbert(5))[4][0], 1e-7);
    double[] values = Linalg.symmetricEigen(hilbert(5)).values();
    // mpmath.eigsy at 50 digits.
    assertEquals(3.28792877217186268e-6, values[0], 1e-16);
    assertEquals(1.56705069109823080, values[4], 1e-14);
    double[] s = Linalg.svd(hilbert(5)).s();
    assertEquals(3.28792877217186268e-6, s[4], 1e-16);
  }

  @Test
  void determinantsOfNothingAndOfSingularMatrices() {
    assertEquals(1, Linalg.determinant(new double[0][]));
    assertEquals(0, Linalg.logDeterminant(new double[0][]));
    assertEquals(0, Linalg.determinant(new double[3][3]));
    assertEquals(Double.NEGATIVE_INFINITY, Linalg.logDeterminant(new double[3][3]));
    double[][] huge = Dense.diagonal(IntStream.range(0, 4).mapToDouble(i -> 1e200).toArray());
    assertEquals(4 * Math.log(1e200), Linalg.logDeterminant(huge), 1e-12);
  }

  @Test
  void choleskyCountsItsArgumentAsSymmetric() {
    double[][] l = {{2, 0, 0}, {1, 3, 0}, {-1, 0.5, 1}};
    double[][] a = Dense.times(l, Dense.transpose(l));
    assertSame(l, Linalg.cholesky(a), 1e-15);
    a[0][1] += 1;
    a[1][0] -= 1;
    assertSame(l, Linalg.cholesky(a), 1e-15);
  }

  @Test
  void eigenvaluesRebuildTheMatrix() {
    for (int n : new int[] {0, 1, 2, 7, 30}) {
      double[][] a = Dense.symmetricPart(random(n, n, n));
      SymmetricEigen e = Linalg.symmetricEigen(a);
      double[][] v = e.vectors();
      double[][] vt = Dense.transpose(v);
      assertSame(a, Dense.times(v, Dense.times(Dense.diagonal(e.values()), vt)), 1e-13);
      assertSame(Dense.identity(n), Dense.times(vt, v), 1e-13);
      assertArrayEquals(
          IntStream.range(0, n).mapToDouble(i -> e.values()[i]).sorted().toArray(), e.values());
    }
  }

  @Test
  void qrRebuildsTheMatrix() {
    for (int[] shape : new int[][] {{0, 0}, {1, 1}, {5, 3}, {3, 5}, {20, 20}}) {
      double[][] a = random(shape[0], shape[0], shape[1]);
      Qr qr = Linalg.qr(a);
      assertSame(a, Dense.times(qr.q(), qr.r()), 1e-13);
      int k = Math.min(shape[0], shape[1]);
      assertSame(Dense.identity(k), Dense.times(Dense.transpose(qr.q()), qr.q()), 1e-13);
      for (int i = 0; i < k; i++) {
        assertTrue(qr.r()[i][i] >= 0);
        for (int j = 0; j < i; j++) {
          assertEquals(0, qr.r()[i][j]);
        }
      }
    }
    assertSame(new double[2][2], Linalg.qr(new double[2][2]).r(), 0);
  }

  @Test
  void svdRebuildsTheMatrixAlsoWithoutFullRank() {
    for (double[][] a :
        new double[][][] {
          {},
          {{-3}},
          random(1, 5, 3),
          random(2, 3, 5),
          random(3, 20, 20),
          new double[3][2],
          {{1, 2, 3}, {2, 4, 6}, {3, 6, 9}},
          {{1, 1e-20}, {1, 0}},
          {{1e200, 0}, {0, 1e-200}}
        }) {
      Svd svd = Linalg.svd(a);
      double[][] back =
          Dense.times(svd.u(), Dense.times(Dense.diagonal(svd.s()), Dense.transpose(svd.v())));
      assertSame(a, back, 1e-13 * (1 + Dense.largest(a)));
      int k = svd.s().length;
      assertSame(Dense.identity(k), Dense.times(Dense.transpose(svd.u()), svd.u()), 1e-13);
      assertSame(Dense.identity(k), Dense.times(Dense.transpose(svd.v()), svd.v()), 1e-13);
    }
  }

  @Test
  void argumentsAreLeftAsTheyAre() {
    double[][] a = {{4, 1}, {1, 3}};
    double[] before = flat(a);
    Linalg.solve(a, new double[] {1, 2});
    Linalg.cholesky(a);
    Linalg.symmetricEigen(a);
    Linalg.qr(a);
    Linalg.svd(a);
    Linalg.determinant(a);
    assertArrayEquals(before, flat(a));
  }

  private static void assertFails(
      Class<? extends RuntimeException> type, String message, Runnable run) {
    assertEquals(message, assertThrows(type, run::run).getMessage());
  }

  @Test
  void failuresSayWhatIsWrong() {
    double[][] wide = new double[2][3];
    double[][] square = new double[2][2];
    Class<IllegalArgumentException> shape = IllegalArgumentException.class;
    Class<ArithmeticException> number = ArithmeticException.class;
    assertFails(shape, "a is 2 x 3 and b is 2 x 3: no product", () -> Linalg.matmul(wide, wide));
    assertFails(
        shape,
        "a is 2 x 3 and x has 2 entries: no product",
        () -> Linalg.matmul(wide, new double[2]));
    assertFails(shape, "a is 2 x 3, but must be square", () -> Linalg.inverse(wide));
    assertFails(
        shape,
        "a: row 1 has 1 entries, row 0 has 2",
        () -> Linalg.svd(new double[][] {{1, 2}, {3}}));
    assertFails(
        shape, "a is 2 x 2 and b has 3 rows: no system", () -> Linalg.solve(square, new double[3]));
    assertFails(
        number, "singular matrix: no pivot in column 0", () -> Linalg.solve(square, new double[2]));
    assertFails(
        number,
        "not positive definite: pivot 1 is -3.0",
        () -> Linalg.cholesky(new double[][] {{1, 2}, {2, 1}}));
    assertFails(
        number,
        "not positive definite: pivot 0 is NaN",
        () -> Linalg.cholesky(new double[][] {{Double.NaN}}));
    double[][] nan = {{1, Double.NaN}, {Double.NaN, 1}};
    assertFails(
        number, "no eigenvalues found: are all entries finite?", () -> Linalg.symmetricEigen(nan));
    assertFails(number, "no singular values found: are all entries finite?", () -> Linalg.svd(nan));
  }
}
