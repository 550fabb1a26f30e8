package io.cotangent.operators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.linear.LinearOperator;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The operators against closed forms. */
class OperatorsTest {
  /** {@code x^2 y + y z^3}. */
  private static final ScalarFunction F =
      Fields.scalar(
          3,
          p -> p[0] * p[0] * p[1] + p[1] * p[2] * p[2] * p[2],
          p ->
              new double[] {
                2 * p[0] * p[1], p[0] * p[0] + p[2] * p[2] * p[2], 3 * p[1] * p[2] * p[2]
              },
          p ->
              new double[][] {
                {2 * p[1], 2 * p[0], 0},
                {2 * p[0], 0, 3 * p[2] * p[2]},
                {0, 3 * p[2] * p[2], 6 * p[1] * p[2]}
              });

  /** {@code (y z, x^2, x y)}. */
  private static final VectorFunction G =
      Fields.vector(
          3,
          p -> new double[] {p[1] * p[2], p[0] * p[0], p[0] * p[1]},
          p -> new double[][] {{0, p[2], p[1]}, {2 * p[0], 0, 0}, {p[1], p[0], 0}});

  /** A rotation about the third axis. */
  private static final VectorFunction ROTATION =
      Fields.vector(
          3,
          p -> new double[] {-p[1], p[0], 0},
          p -> new double[][] {{0, -1, 0}, {1, 0, 0}, {0, 0, 0}});

  private static final double[] X = {0.5, -1.5, 2};

  @Test
  void vectorCalculus() {
    assertEquals(2 * -1.5 + 6 * -1.5 * 2, VectorCalculus.laplacian(F, X));
    assertEquals(0, VectorCalculus.divergence(G, X));
    assertArrayEquals(new double[] {0.5 - 0, -1.5 + 1.5, 2 * 0.5 - 2}, VectorCalculus.curl(G, X));
    assertArrayEquals(new double[] {0, 0, 2}, VectorCalculus.curl(ROTATION, X));
    assertThrows(
        IllegalArgumentException.class, () -> VectorCalculus.curl(ROTATION, new double[2]));
  }

  @Test
  void lieDerivatives() {
    double[] gradient = new double[3];
    F.valueAndGradient(X, gradient);
    double along = 1.5 * gradient[0] + 0.5 * gradient[1];
    assertEquals(along, VectorCalculus.lieDerivative(ROTATION, F, X));
    double[] bracket = VectorCalculus.lieBracket(ROTATION, G, X);
    // J_G rotation - J_rotation G, by hand.
    assertArrayEquals(
        new double[] {2 * 0.5 + 0.25, 2 * 0.5 * 1.5 - -1.5 * 2, -1.5 * 1.5 + 0.5 * 0.5}, bracket);
    double[] back = VectorCalculus.lieBracket(G, ROTATION, X);
    for (int i = 0; i < 3; i++) {
      assertEquals(-bracket[i], back[i]);
    }
    assertArrayEquals(new double[3], VectorCalculus.lieBracket(G, G, X));
  }

  @Test
  void curvature() {
    double[] v = {1, 2, -1};
    double[][] j = G.jacobian(X);
    double[] jv = Fields.times(j, v);
    double[] expected = G.vjp(X, jv);
    assertArrayEquals(expected, Curvature.gaussNewtonProduct(G, X, v));
    double[] third = expected.clone();
    for (int i = 0; i < 3; i++) {
      third[i] /= 3;
    }
    assertArrayEquals(third, Curvature.fisherProduct(G, X, v), 1e-15);
    double[] generalised = G.vjp(X, F.hvp(G.value(X), jv));
    assertArrayEquals(generalised, Curvature.gaussNewtonProduct(F, G, X, v));
    double[] out = new double[3];
    Curvature.hessian(F, X).apply(v, out);
    assertArrayEquals(F.hvp(X, v), out);
  }

  @Test
  void theNaturalGradientSolvesTheDampedSystem() {
    double[] gradient = {1, -2, 0.5};
    LinearOperator fisher = Curvature.fisher(G, X);
    double[] d = Curvature.naturalGradient(fisher, gradient, 0.1, 1e-12, 20);
    double[] product = new double[3];
    fisher.apply(d, product);
    for (int i = 0; i < 3; i++) {
      assertEquals(gradient[i], product[i] + 0.1 * d[i], 1e-11);
    }
    assertThrows(
        ConvergenceException.class,
        () -> Curvature.naturalGradient(fisher, gradient, 0.1, 1e-12, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Curvature.naturalGradient(fisher, gradient, -1, 1e-12, 1));
  }

  @Test
  void hutchinsonsEstimatesAreAsGoodAsTheySay() {
    LinearOperator hessian = Curvature.hessian(F, X);
    double trace = VectorCalculus.laplacian(F, X);
    int within = 0;
    for (int seed = 0; seed < 200; seed++) {
      Hutchinson.Estimate e = Hutchinson.trace(hessian, 50, seed);
      within += Math.abs(e.value() - trace) <= 2 * e.standardError() ? 1 : 0;
    }
    assertTrue(within >= 180 && within <= 200, within + " of 200");
    Hutchinson.Estimates d = Hutchinson.diagonal(hessian, 4000, 7);
    double[] exact = {-3, 0, -18};
    for (int i = 0; i < 3; i++) {
      assertEquals(exact[i], d.values()[i], 4 * d.standardErrors()[i] + 1e-12);
      assertTrue(d.standardErrors()[i] < 0.3);
    }
    LinearOperator diagonal =
        new SymmetricOperator(3, v -> new double[] {v[0], 2 * v[1], 3 * v[2]});
    assertEquals(new Hutchinson.Estimate(6, 0), Hutchinson.trace(diagonal, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> Hutchinson.trace(diagonal, 1, 1));
  }

  @Test
  void theJacobianAsAnOperator() {
    JacobianOperator j = new JacobianOperator(G, X);
    assertEquals(3, j.rows());
    double[][] dense = j.square().toDense();
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(G.jacobian(X)[i], dense[i]);
    }
    double[] out = new double[3];
    j.square().transpose().apply(new double[] {1, 2, 3}, out);
    assertArrayEquals(j.transposeTimes(new double[] {1, 2, 3}), out);
    VectorFunction wide = Fields.vector(2, p -> new double[] {p[0]}, p -> new double[][] {{1, 0}});
    assertThrows(
        IllegalStateException.class, () -> new JacobianOperator(wide, new double[2]).square());
  }

  @Test
  void derivativesAlongALine() {
    double[] x = {0.3, 0.8};
    double[] v = {1.2, -0.7};
    Directional.TaylorFunction f = p -> p[0].times(p[1]).sin().times(p[0].exp());
    double[] got = Directional.derivatives(f, x, v, 4);
    // mpmath.taylor of sin((0.3 + 1.2 t)(0.8 - 0.7 t)) exp(0.3 + 1.2 t) with 40 digits.
    double[] exact = EXACT;
    for (int k = 0; k <= 4; k++) {
      assertEquals(exact[k], got[k], 1e-13 * Math.max(1, Math.abs(exact[k])), "order " + k);
    }
    assertArrayEquals(
        new double[] {F.value(X), F.jvp(X, X), Fields.times(new double[][] {F.hvp(X, X)}, X)[0]},
        Directional.derivatives(F, X, X, 2));
    assertThrows(UnsupportedOperationException.class, () -> Directional.derivatives(F, X, X, 3));
  }

  private static final double[] EXACT = {
    0.32086498386661602,
    1.368414821005227,
    0.4388993178014016,
    -3.1173396242256882,
    -5.1431580817773883
  };

  /** Each function's series against identities that hold for all series. */
  @Test
  void taylorSeriesObeyTheFunctionsIdentities() {
    Taylor u = Taylor.of(0.7, -0.3, 0.5, 0.2, -0.1);
    assertSame(u, u.exp().log());
    assertSame(u, u.sqrt().times(u.sqrt()));
    assertSame(u.pow(3), u.times(u).times(u));
    assertSame(u.pow(-2.5).times(u.pow(2.5)), u.pow(0));
    assertSame(u.divide(u.exp()), u.times(u.negate().exp()));
    assertSame(u.sin().pow(2).plus(u.cos().pow(2)), u.pow(0));
    assertSame(u.cosh().pow(2).minus(u.sinh().pow(2)), u.pow(0));
    assertSame(u.sinh().divide(u.cosh()), u.tanh());
    assertSame(u.plus(u.exp()).minus(u).times(2), u.exp().plus(u.exp()));
    Taylor zero = Taylor.of(0, 1, 0);
    assertEquals(1, zero.pow(2).coefficient(2));
    assertEquals(2, zero.order());
    assertEquals(3, zero.plus(3).coefficient(0));
    assertThrows(IllegalArgumentException.class, () -> u.plus(zero));
    assertThrows(IllegalArgumentException.class, () -> Taylor.of());
  }

  private static void assertSame(Taylor a, Taylor b) {
    for (int k = 0; k <= a.order(); k++) {
      assertEquals(a.coefficient(k), b.coefficient(k), 1e-13, () -> a + " and " + b);
    }
  }

  /** A random sparse symmetric matrix as the Hessian of a quadratic form. */
  @Test
  void sparseHessiansFromColouredProducts() {
    Random random = new Random(6);
    for (int n : new int[] {1, 2, 5, 12, 40}) {
      for (int trial = 0; trial < 20; trial++) {
        double[][] a = new double[n][n];
        for (int k = 0; k < 2 * n; k++) {
          int i = random.nextInt(n);
          int j = random.nextInt(n);
          a[i][j] = random.nextGaussian();
          a[j][i] = a[i][j];
        }
        checkSparse(a);
      }
    }
    double[][] tridiagonal = new double[100][100];
    for (int i = 0; i < 100; i++) {
      tridiagonal[i][i] = i + 1;
      if (i > 0) {
        tridiagonal[i][i - 1] = -i;
        tridiagonal[i - 1][i] = -i;
      }
    }
    assertEquals(3, checkSparse(tridiagonal));
    double[][] arrow = new double[50][50];
    for (int i = 0; i < 50; i++) {
      arrow[i][i] = 1;
      arrow[0][i] = i;
      arrow[i][0] = i;
    }
    assertEquals(2, checkSparse(arrow));
    assertThrows(IllegalArgumentException.class, () -> new Sparsity(new int[][] {{1}}));
  }

  private static int checkSparse(double[][] a) {
    int n = a.length;
    int[][] pattern = new int[n][];
    for (int i = 0; i < n; i++) {
      double[] row = a[i];
      pattern[i] = java.util.stream.IntStream.range(0, n).filter(j -> row[j] != 0).toArray();
    }
    ScalarFunction form = Fields.scalar(n, x -> 0.0, x -> new double[n], x -> a);
    Sparsity sparsity = new Sparsity(pattern);
    double[][] got = SparseHessian.of(form, new double[n], sparsity);
    for (int i = 0; i < n; i++) {
      assertArrayEquals(a[i], got[i], 1e-14);
    }
    assertEquals(n, sparsity.size());
    return sparsity.colours();
  }
}
