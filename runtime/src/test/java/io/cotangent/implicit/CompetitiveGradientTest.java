package io.cotangent.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.VectorFunction;
import org.junit.jupiter.api.Test;

/** Steps of games and of Lagrangians against closed forms. */
class CompetitiveGradientTest {
  /** {@code ½ zᵀ H z + c·z}. */
  private record Quadratic(double[][] h, double[] c) implements ScalarFunction {
    @Override
    public int dimension() {
      return c.length;
    }

    @Override
    public double value(double[] x) {
      return valueAndGradient(x, new double[x.length]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] grad) {
      double[] product = hvp(x, x);
      double value = 0;
      for (int i = 0; i < x.length; i++) {
        grad[i] = product[i] + c[i];
        value += 0.5 * product[i] * x[i] + c[i] * x[i];
      }
      return value;
    }

    @Override
    public double jvp(double[] x, double[] xDot) {
      double[] grad = new double[x.length];
      valueAndGradient(x, grad);
      return io.cotangent.linear.Vectors.dot(grad, xDot);
    }

    @Override
    public double[] hvp(double[] x, double[] v) {
      double[] out = new double[x.length];
      new io.cotangent.linear.DenseOperator(h).apply(v, out);
      return out;
    }
  }

  private static Quadratic negative(Quadratic q) {
    double[][] h = new double[q.h().length][];
    for (int i = 0; i < h.length; i++) {
      h[i] = java.util.Arrays.stream(q.h()[i]).map(v -> -v).toArray();
    }
    return new Quadratic(h, java.util.Arrays.stream(q.c()).map(v -> -v).toArray());
  }

  @Test
  void aBilinearGameContracts() {
    Quadratic f = new Quadratic(new double[][] {{0, 2}, {2, 0}}, new double[2]);
    CompetitiveGradient.Players next =
        CompetitiveGradient.step(f, negative(f), new double[] {1}, new double[] {0.5}, 0.2);
    assertEquals(0.6896551724137931, next.x()[0], 1e-13);
    assertEquals(0.7758620689655172, next.y()[0], 1e-13);
  }

  @Test
  void twoStepsOfAscent() {
    double[][] a = {{1.25, 0.5, 0.75}, {0.375, 1.625, 0.125}};
    double[][] h = new double[5][5];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        h[i][2 + j] = a[i][j];
        h[2 + j][i] = a[i][j];
      }
    }
    for (int j = 2; j < 5; j++) {
      h[j][j] = 2;
    }
    Quadratic f = new Quadratic(h, new double[5]);
    double[] x = {0.5, 0.25};
    double[] y = {0.75, -0.5, 1.0};
    CompetitiveGradient.Players next = CompetitiveGradient.cga(f, negative(f), x, y, 0.1, 0.5);
    assertArrayEquals(new double[] {0.4350616657634909, 0.1930874389395564}, next.x(), 1e-12);
    assertArrayEquals(
        new double[] {-0.30811743590334867, -0.2656489605792623, -0.17521608959503138},
        next.y(),
        1e-12);
    next = CompetitiveGradient.cga(f, negative(f), next.x(), next.y(), 0.1, 0.5);
    assertArrayEquals(new double[] {0.37988002796216797, 0.1464855924482258}, next.x(), 1e-12);
    assertArrayEquals(
        new double[] {-0.2648910660603973, -0.21398955085472543, -0.1516103600138271},
        next.y(),
        1e-12);
  }

  /** {@code |x|² - 1}. */
  private record Sphere(int dimension) implements VectorFunction {
    @Override
    public double[] value(double[] x) {
      return new double[] {io.cotangent.linear.Vectors.dot(x, x) - 1};
    }

    @Override
    public double[] jvp(double[] x, double[] xDot) {
      return new double[] {2 * io.cotangent.linear.Vectors.dot(x, xDot)};
    }

    @Override
    public double[] vjp(double[] x, double[] cotangent) {
      return java.util.Arrays.stream(x).map(v -> 2 * v * cotangent[0]).toArray();
    }

    @Override
    public double[][] jacobian(double[] x) {
      return new double[][] {vjp(x, new double[] {1})};
    }
  }

  @Test
  void theLowestPointOfASphere() {
    Quadratic first = new Quadratic(new double[5][5], new double[] {1, 0, 0, 0, 0});
    CompetitiveGradient.Constrained solution =
        CompetitiveGradient.ecp(
            first,
            new Sphere(5),
            new double[] {-0.3, 0.4, 0.2, -0.1, 0.3},
            0.5,
            0.5,
            new SolverOptions(1e-9, 2000));
    assertEquals(Status.CONVERGED, solution.status());
    assertArrayEquals(new double[] {-1, 0, 0, 0, 0}, solution.x(), 1e-6);
    assertEquals(0.5, solution.multipliers()[0], 1e-6);
    assertEquals(-1, solution.value(), 1e-6);
  }
}
