package io.cotangent.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.linear.Vectors;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Projections: onto the set, idempotent, nearest, and with derivatives like differences. */
class ProjectionsTest {
  private static final double[] A = {-0.5, 1.5, 0.7};
  private static final double[][] ROWS = {{1, 2, -1}, {0, 1, 3}};
  private static final double[] LOWER = {-0.4, -0.5, 0.1};
  private static final double[] UPPER = {0.4, 0.5, 0.6};

  @Test
  void allOfThem() {
    check(
        x -> Projections.box(x, LOWER, UPPER),
        (x, v) -> ProjectionProducts.boxJvp(x, LOWER, UPPER, v));
    check(Projections::nonNegative, ProjectionProducts::nonNegativeJvp);
    check(x -> Projections.simplex(x, 1.5), (x, v) -> ProjectionProducts.simplexJvp(x, 1.5, v));
    check(x -> Projections.l2Ball(x, 0.8), (x, v) -> ProjectionProducts.l2BallJvp(x, 0.8, v));
    check(x -> Projections.l1Ball(x, 0.9), (x, v) -> ProjectionProducts.l1BallJvp(x, 0.9, v));
    check(x -> Projections.hyperplane(x, A, 0.3), (x, v) -> ProjectionProducts.hyperplaneJvp(A, v));
    double[] b = {0.3, -0.2};
    check(x -> Projections.affine(x, ROWS, b), (x, v) -> ProjectionProducts.affineJvp(ROWS, v));
  }

  private static void check(UnaryOperator<double[]> projection, BinaryOperator<double[]> jvp) {
    Random random = new Random(7);
    double[] other = projection.apply(new double[] {0.3, -2, 1});
    for (int k = 0; k < 50; k++) {
      double[] x = random.doubles(3, -2, 2).toArray();
      double[] v = random.doubles(3, -1, 1).toArray();
      double[] y = projection.apply(x);
      assertArrayEquals(y, projection.apply(y), 1e-14);
      // The angle at the nearest point of a convex set is not acute.
      double[] outward = x.clone();
      Vectors.add(outward, -1, y);
      double[] inward = other.clone();
      Vectors.add(inward, -1, y);
      assertTrue(Vectors.dot(outward, inward) <= 1e-12);
      double[] up = x.clone();
      double[] down = x.clone();
      Vectors.add(up, 1e-6, v);
      Vectors.add(down, -1e-6, v);
      double[] difference = projection.apply(up);
      Vectors.add(difference, -1, projection.apply(down));
      Vectors.scale(difference, 0.5e6);
      assertArrayEquals(difference, jvp.apply(x, v), 1e-8);
    }
  }

  @Test
  void simplexOfTheReferenceCase() {
    double[] x = {1.76405235, 0.40015721, 0.97873798, 2.2408932, 1.86755799};
    double[] p = Projections.simplex(x, 1);
    assertArrayEquals(
        new double[] {0.13988450333333333, 0, 0, 0.6167253533333333, 0.24339014333333334},
        p,
        1e-12);
    assertEquals(1, p[0] + p[3] + p[4], 1e-15);
  }

  private static final double[] ROW_SUMS = {0.5, 0.2, 0.3};
  private static final double[] COLUMN_SUMS = {0.6, 0.4};

  @Test
  void transports() {
    Random random = new Random(3);
    for (int k = 0; k < 200; k++) {
      double[][] x = new double[3][];
      for (int i = 0; i < 3; i++) {
        x[i] = random.doubles(2, -3, 3).toArray();
      }
      double[][] y = Projections.transport(x, ROW_SUMS, COLUMN_SUMS);
      double[] columns = new double[2];
      for (int i = 0; i < 3; i++) {
        assertEquals(ROW_SUMS[i], y[i][0] + y[i][1], 1e-12);
        columns[0] += y[i][0];
        columns[1] += y[i][1];
        assertArrayEquals(y[i], Projections.transport(y, ROW_SUMS, COLUMN_SUMS)[i], 1e-12);
      }
      assertArrayEquals(COLUMN_SUMS, columns, 1e-12);
      // The angle at the nearest point of a convex set is not acute, here towards its corners.
      double[][][] corners = {
        {{0.5, 0}, {0.1, 0.1}, {0, 0.3}},
        {{0.1, 0.4}, {0.2, 0}, {0.3, 0}},
        {{0.2, 0.3}, {0.1, 0.1}, {0.3, 0}}
      };
      for (double[][] corner : corners) {
        double product = 0;
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 2; j++) {
            product += (x[i][j] - y[i][j]) * (corner[i][j] - y[i][j]);
          }
        }
        assertTrue(product <= 1e-12);
      }
    }
  }

  /** Large, far off, with empty rows and with ties: found, or said. */
  @Test
  void hardTransports() {
    Random random = new Random(4);
    for (double scale : new double[] {1e-3, 1, 1e3, 1e6}) {
      int m = 30;
      int n = 20;
      double[][] x = new double[m][n];
      double[] rows = new double[m];
      double[] columns = new double[n];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          x[i][j] = scale * Math.round(3 * random.nextGaussian());
          double mass = i == 3 || j == 5 ? 0 : random.nextDouble() / (m * n);
          rows[i] += mass;
          columns[j] += mass;
        }
      }
      double[][] y = Projections.transport(x, rows, columns);
      for (int i = 0; i < m; i++) {
        assertEquals(rows[i], Projections.sum(y[i]), 1e-9 * Math.max(1, scale) * rows[i] + 1e-15);
      }
    }
    double[][] two = {{1, 2}, {3, 4}};
    double[] half = {0.5, 0.5};
    double[] more = {0.5, 0.6};
    double[] none = {-0.5, 1.5};
    double[][] broken = {{1, Double.NaN}, {3, 4}};
    assertThrows(IllegalArgumentException.class, () -> Projections.transport(two, half, more));
    assertThrows(IllegalArgumentException.class, () -> Projections.transport(two, none, half));
    assertThrows(IllegalArgumentException.class, () -> Projections.transport(broken, half, half));
  }

  @Test
  void proximalStepsAreMinimisers() {
    Random random = new Random(5);
    for (int k = 0; k < 100; k++) {
      double[] x = random.doubles(5, -2, 2).toArray();
      double step = random.nextDouble();
      least(
          x,
          Proximals.lasso(x, 0.7, step),
          step,
          z -> 0.7 * Projections.sum(Projections.absolute(z)));
      least(x, Proximals.ridge(x, 0.7, step), step, z -> 0.35 * Vectors.dot(z, z));
      least(
          x,
          Proximals.elasticNet(x, 0.7, 0.4, step),
          step,
          z -> 0.7 * Projections.sum(Projections.absolute(z)) + 0.2 * Vectors.dot(z, z));
      least(
          x,
          Proximals.groupLasso(x, 2, 0.7, step),
          step,
          z -> 0.7 * (Math.hypot(z[0], z[1]) + Math.hypot(z[2], z[3]) + Math.abs(z[4])));
      least(
          x,
          Proximals.nonNegativeLasso(x, 0.7, step),
          step,
          z -> {
            double[] up = Projections.nonNegative(z);
            Vectors.add(up, -1, z);
            return Vectors.norm(up) > 0 ? Double.POSITIVE_INFINITY : 0.7 * Projections.sum(z);
          });
    }
    double[] nan = {Double.NaN, 1};
    assertTrue(Double.isNaN(Proximals.lasso(nan, 1, 1)[0]));
    assertTrue(Double.isNaN(Proximals.groupLasso(nan, 2, 1, 1)[1]));
    assertThrows(IllegalArgumentException.class, () -> Proximals.ridge(nan, -1, 1));
  }

  /** No point near by is better. */
  private static void least(
      double[] x, double[] z, double step, ToDoubleFunction<double[]> penalty) {
    Random random = new Random(6);
    double found = cost(x, z, step, penalty);
    for (int k = 0; k < 20; k++) {
      for (double size : new double[] {1e-3, 0.1, 1}) {
        double[] other = z.clone();
        Vectors.add(other, size, random.doubles(x.length, -1, 1).toArray());
        assertTrue(cost(x, other, step, penalty) >= found - 1e-14);
      }
    }
  }

  private static double cost(
      double[] x, double[] z, double step, ToDoubleFunction<double[]> penalty) {
    double[] way = x.clone();
    Vectors.add(way, -1, z);
    return 0.5 * Vectors.dot(way, way) + step * penalty.applyAsDouble(z);
  }
}
