package io.cotangent.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.linear.Vectors;
import java.util.Random;
import java.util.function.BinaryOperator;
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
}
