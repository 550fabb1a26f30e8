package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Roots of arrays between bounds, entry by entry; captured parameters. */
class BracketTest {
  private static final int N = 9;

  private static double[] roots() {
    double[] x = new Random(3).doubles(N, -2, 2).toArray();
    x[4] = 0;
    return x;
  }

  private static double[] right(double[] x) {
    double[] c = new double[N];
    for (int i = 0; i < N; i++) {
      c[i] = x[i] * x[i] * x[i] + x[i];
    }
    return c;
  }

  /** Bounds of different widths; the third is the root itself. */
  private static double[][] bounds(double[] x) {
    double[][] bounds = new double[2][N];
    for (int i = 0; i < N; i++) {
      bounds[0][i] = x[i] - 0.3 * (i + 1);
      bounds[1][i] = x[i] + 0.2 * (N - i);
    }
    bounds[1][2] = x[2];
    return bounds;
  }

  @Test
  void everyEntryHasItsOwnSearch() {
    double[] x = roots();
    double[] c = right(x);
    double[][] bounds = bounds(x);
    double[] start = new double[N];
    double[] bisected = BracketProgramsBisectedRoot.solve(start, c, bounds[0], bounds[1]);
    assertArrayEquals(x, bisected, 1e-8);
    assertArrayEquals(
        x, BracketProgramsInterpolatedRoot.solve(start, c, bounds[0], bounds[1]), 1e-8);
    assertArrayEquals(x, BracketProgramsChosenRoot.solve(start, c, bounds[0], bounds[1]), 1e-8);
    // The bounds may be given the other way round.
    assertArrayEquals(x, BracketProgramsBisectedRoot.solve(start, c, bounds[1], bounds[0]), 1e-8);
    int slow = BracketProgramsBisectedRoot.solution(start, c, bounds[0], bounds[1]).iterations();
    int fast =
        BracketProgramsInterpolatedRoot.solution(start, c, bounds[0], bounds[1]).iterations();
    assertTrue(fast < slow, () -> fast + " iterations against " + slow);
  }

  @Test
  void derivatives() {
    double[] x = roots();
    double[] c = right(x);
    double[][] bounds = bounds(x);
    bounds[1][2] += 1;
    double[] v = new Random(5).doubles(N, -1, 1).toArray();
    double[] dot = new Random(6).doubles(N, -1, 1).toArray();
    double[] none = new double[N];
    double[] tangent =
        BracketProgramsBisectedRoot.jvp(none, c, bounds[0], bounds[1], dot, none, none);
    var bar = BracketProgramsBisectedRoot.vjp(none, c, bounds[0], bounds[1], v);
    for (int i = 0; i < N; i++) {
      double slope = 1 / (3 * x[i] * x[i] + 1);
      assertEquals(slope * dot[i], tangent[i], 1e-8);
      assertEquals(slope * v[i], bar.c()[i], 1e-8);
    }
    assertArrayEquals(none, bar.low());
    assertArrayEquals(none, bar.high());
    GradientCheck.check(BracketProgramsOfRootsDerivatives.function(c, bounds[0], bounds[1]), c);
  }

  /** One entry without a change of sign, or with a NaN, and there is no solution. */
  @Test
  void oneBadEntryIsEnough() {
    double[] x = roots();
    double[] c = right(x);
    double[][] bounds = bounds(x);
    bounds[0][5] = x[5] + 0.01;
    double[] start = new double[N];
    var bad = BracketProgramsBisectedRoot.solution(start, c, bounds[0], bounds[1]);
    assertNotEquals(Status.CONVERGED, bad.status());
    assertThrows(
        ConvergenceException.class,
        () -> BracketProgramsBisectedRoot.vjp(start, c, bounds[0], bounds[1], c));
    bounds[0][5] = x[5] - 0.01;
    c[7] = Double.NaN;
    assertNotEquals(
        Status.CONVERGED,
        BracketProgramsInterpolatedRoot.solution(start, c, bounds[0], bounds[1]).status());
  }

  @Test
  void whatIsCapturedIsDifferentiated() {
    ReferenceCase reference = ReferenceCase.of("jaxopt-closure-capture");
    BracketPrograms captured = new BracketPrograms(reference.vector("y"));
    double[] start = reference.vector("x0");
    reference.check("x", BracketProgramsCapturingArgmin.solve(captured, start));
    double[][] jacobian = BracketProgramsCapturingArgmin.jacobian(captured, start);
    reference.check("jacobian", (Object) jacobian);
  }
}
