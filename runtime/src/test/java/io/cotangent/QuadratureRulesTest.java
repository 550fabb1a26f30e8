package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Derivatives of integrals in bounds and parameters. */
class QuadratureRulesTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  /** {@code x^2 + y^2}. */
  private static final ScalarFunction SQUARES =
      new Written(2) {
        @Override
        public double value(double[] v) {
          return v[0] * v[0] + v[1] * v[1];
        }

        @Override
        double[] gradient(double[] v) {
          return new double[] {2 * v[0], 2 * v[1]};
        }

        @Override
        public double[] hvp(double[] v, double[] d) {
          return new double[] {2 * d[0], 2 * d[1]};
        }
      };

  /** {@code p exp(-q x)}. */
  private static final ScalarFunction DECAY =
      new Written(3) {
        @Override
        public double value(double[] v) {
          return v[1] * Math.exp(-v[2] * v[0]);
        }

        @Override
        double[] gradient(double[] v) {
          double e = Math.exp(-v[2] * v[0]);
          return new double[] {-v[1] * v[2] * e, e, -v[1] * v[0] * e};
        }

        @Override
        public double[] hvp(double[] v, double[] d) {
          double e = Math.exp(-v[2] * v[0]);
          double eDot = -e * (v[2] * d[0] + v[0] * d[2]);
          return new double[] {
            -(d[1] * v[2] + v[1] * d[2]) * e - v[1] * v[2] * eDot,
            eDot,
            -(d[1] * v[0] + v[1] * d[0]) * e - v[1] * v[0] * eDot
          };
        }
      };

  /** A function with derivatives by hand. */
  private abstract static class Written implements ScalarFunction {
    private final int dimension;

    Written(int dimension) {
      this.dimension = dimension;
    }

    abstract double[] gradient(double[] v);

    @Override
    public int dimension() {
      return dimension;
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public double valueAndGradient(double[] x, double[] grad) {
      System.arraycopy(gradient(x), 0, grad, 0, dimension);
      return value(x);
    }

    @Override
    public double jvp(double[] x, double[] xDot) {
      double[] g = gradient(x);
      return IntStream.range(0, dimension).mapToDouble(i -> g[i] * xDot[i]).sum();
    }
  }

  /** The integral of {@code x^2 + y^2} from 0 to z, for ten z at once. */
  @Test
  void variableBounds() {
    double[] z = IntStream.range(20, 30).asDoubleStream().toArray();
    double[] zero = new double[10];
    double[] y = {10};
    double[] value = Quadrature.integrate(SQUARES, zero, z, y);
    double[] ones = new double[10];
    java.util.Arrays.fill(ones, 1);
    double[] dz = QuadratureReverseRules.integrateVjp(SQUARES, zero, z, y, ones).b();
    double[] dy = QuadratureRules.integrateJvp(SQUARES, zero, z, y, zero, zero, new double[] {1});
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      assertEquals(z[i] * z[i] * z[i] / 3 + 100 * z[i], value[i], 1e-12 * value[i]);
      assertEquals(z[i] * z[i] + 100, dz[i], 1e-12 * dz[i]);
      assertEquals(20 * z[i], dy[i], 1e-12 * dy[i]);
      sum += dy[i];
    }
    double[] yBar = QuadratureReverseRules.integrateVjp(SQUARES, zero, z, y, ones).parameters();
    assertEquals(sum, yBar[0], 1e-12 * sum);
  }

  private static double closed(double a, double b, double p, double q) {
    return p / q * (Math.exp(-q * a) - Math.exp(-q * b));
  }

  @Test
  void bothModesAgreeWithTheClosedForm() {
    double[] p = {1.3, 0.7};
    assertEquals(closed(0.2, 2, 1.3, 0.7), Quadrature.integrate(DECAY, 0.2, 2, p), 1e-14);
    double h = 1e-6;
    double numeric =
        (closed(0.2 + h * 0.3, 2 - h * 0.4, 1.3 + h * 0.5, 0.7 - h * 0.6)
                - closed(0.2 - h * 0.3, 2 + h * 0.4, 1.3 - h * 0.5, 0.7 + h * 0.6))
            / (2 * h);
    double[] pDot = {0.5, -0.6};
    double dot = QuadratureRules.integrateJvp(DECAY, 0.2, 2, p, 0.3, -0.4, pDot);
    assertEquals(numeric, dot, 1e-9);
    var bar = QuadratureReverseRules.integrateVjp(DECAY, 0.2, 2, p, 1.7);
    double back =
        0.3 * bar.a() - 0.4 * bar.b() + 0.5 * bar.parameters()[0] - 0.6 * bar.parameters()[1];
    assertEquals(1.7 * dot, back, 1e-13);
  }

  /** Of the operations that cotangents are made of. */
  @Test
  void secondDerivatives() {
    double[] p = {1.3, 0.7};
    double[] pDot = {0.5, -0.6};
    double h = 1e-5;
    double[] up = {1.3 + h * 0.5, 0.7 - h * 0.6};
    double[] down = {1.3 - h * 0.5, 0.7 + h * 0.6};
    for (double bar : new double[] {1.7, 0}) {
      double got = QuadratureRules.boundBarJvp(DECAY, 2, p, bar, -0.4, pDot, 0.9);
      double numeric =
          (QuadratureRules.boundBar(DECAY, 2 - h * 0.4, up, bar + h * 0.9)
                  - QuadratureRules.boundBar(DECAY, 2 + h * 0.4, down, bar - h * 0.9))
              / (2 * h);
      assertEquals(numeric, got, 1e-8);
      double[] rate =
          QuadratureRules.parametersBarJvp(
              DECAY, 0.2, 2, p, 0, 1e-10, bar, 0.3, -0.4, pDot, 0, 0, 0.9);
      double[] above = bars(0.2 + h * 0.3, 2 - h * 0.4, up, bar + h * 0.9);
      double[] below = bars(0.2 - h * 0.3, 2 + h * 0.4, down, bar - h * 0.9);
      for (int i = 0; i < 2; i++) {
        assertEquals((above[i] - below[i]) / (2 * h), rate[i], 1e-8);
      }
    }
    assertEquals(0, QuadratureRules.boundBarJvp(DECAY, INF, p, 1, 1, pDot, 1));
  }

  private static double[] bars(double a, double b, double[] p, double bar) {
    return QuadratureRules.parametersBar(DECAY, a, b, p, 0, 1e-10, bar);
  }

  @Test
  void infiniteBoundsHaveNoDerivativeAndParametersKeepTheirs() {
    double[] p = {1.3, 0.7};
    var bar = QuadratureReverseRules.integrateVjp(DECAY, 0, INF, p, 1);
    assertEquals(0, bar.b());
    assertEquals(-1.3, bar.a());
    assertArrayEquals(new double[] {1 / 0.7, -1.3 / 0.49}, bar.parameters(), 1e-9);
    assertEquals(
        1 / 0.7, QuadratureRules.integrateJvp(DECAY, 0, INF, p, 0, 5, new double[] {1, 0}), 1e-10);
  }

  @Test
  void anIntegralWhoseDerivativeDivergesThrows() {
    ConvergenceException e =
        assertThrows(
            ConvergenceException.class,
            () -> QuadratureReverseRules.integrateVjp(DECAY, 0, INF, new double[] {1, 0}, 1));
    assertEquals(ConvergenceException.Phase.ADJOINT, e.phase());
    assertThrows(
        IllegalArgumentException.class, () -> Quadrature.integrate(DECAY, 0, 1, new double[] {1}));
  }
}
