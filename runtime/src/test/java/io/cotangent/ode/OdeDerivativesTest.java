package io.cotangent.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.Ode;
import io.cotangent.OdeReverseRules;
import io.cotangent.OdeRules;
import io.cotangent.VectorFunction;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Derivatives of solutions: both modes, checkpoints, the continuous adjoint. */
class OdeDerivativesTest {
  private static final double[] P = {1.1, 0.4, 0.1, 0.4};
  private static final double[] Y0 = {10, 5};
  private static final double[] TIMES = {0.5, 1, 1, 3.5, 6};
  private static final OdeOptions TIGHT = OdeOptions.DEFAULT.withTolerances(1e-12, 1e-12);

  private static double[] random(int seed, int n) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  private static double[] along(double[] x, double t, double[] d) {
    double[] out = x.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += t * d[i];
    }
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Tangents against differences of whole integrations, and against the cotangents. */
  private static void check(OdeOptions options, double identity) {
    double[] y0Dot = random(1, 2);
    double[] timesDot = random(2, 5);
    timesDot[2] = timesDot[1];
    double[] pDot = random(3, 4);
    double[][] got =
        OdeRules.solveJvp(Systems.PREDATORS, Y0, TIMES, P, options, y0Dot, timesDot, pDot);
    double h = 5e-4;
    double[][] up = moved(h, y0Dot, timesDot, pDot, options);
    double[][] down = moved(-h, y0Dot, timesDot, pDot, options);
    double[][] farUp = moved(2 * h, y0Dot, timesDot, pDot, options);
    double[][] farDown = moved(-2 * h, y0Dot, timesDot, pDot, options);
    double[][] bars = new double[5][];
    double forward = 0;
    for (int i = 0; i < 5; i++) {
      bars[i] = random(10 + i, 2);
      forward += dot(bars[i], got[i]);
      for (int k = 0; k < 2; k++) {
        double slope = (8 * (up[i][k] - down[i][k]) - (farUp[i][k] - farDown[i][k])) / (12 * h);
        assertEquals(slope, got[i][k], 1e-7 * Math.max(1, Math.abs(slope)));
      }
    }
    var bar = OdeReverseRules.solveVjp(Systems.PREDATORS, Y0, TIMES, P, options, bars);
    double back = dot(bar.y0(), y0Dot) + dot(bar.times(), timesDot) + dot(bar.parameters(), pDot);
    assertEquals(forward, back, identity);
  }

  private static double[][] moved(
      double t, double[] y0Dot, double[] timesDot, double[] pDot, OdeOptions options) {
    return Ode.solve(
        Systems.PREDATORS,
        along(Y0, t, y0Dot),
        along(TIMES, t, timesDot),
        along(P, t, pDot),
        options);
  }

  @Test
  void bothModesAgreeWithDifferencesAndWithEachOther() {
    check(TIGHT, 1e-10);
    check(TIGHT.with(OdeMethod.RADAU), 1e-9);
  }

  @Test
  void theContinuousAdjointAgreesToTheTolerance() {
    check(TIGHT.with(OdeAdjoint.CONTINUOUS), 1e-7);
    check(TIGHT.with(OdeAdjoint.CONTINUOUS).with(OdeMethod.RADAU), 1e-6);
  }

  /** With few checkpoints the states between are computed again, bit for bit. */
  @Test
  void checkpointsDoNotChangeTheCotangents() {
    double[] bar = {1, -2};
    var all = OdeReverseRules.solveVjp(Systems.PREDATORS, Y0, 0, 9, P, TIGHT, bar);
    for (int limit : new int[] {2, 3, 7, 50}) {
      var few =
          OdeReverseRules.solveVjp(
              Systems.PREDATORS, Y0, 0, 9, P, TIGHT.withCheckpoints(limit), bar);
      assertArrayEquals(all.y0(), few.y0(), "checkpoints: " + limit);
      assertArrayEquals(all.parameters(), few.parameters());
    }
  }

  @Test
  void sensitivitiesOfAStiffSystem() {
    double[] p = {0.04, 1e4, 3e7};
    double[] y0 = {1, 0, 0};
    OdeOptions options = OdeOptions.DEFAULT.with(OdeMethod.RADAU).withTolerances(1e-13, 1e-10);
    double[][] s = Ode.sensitivities(Systems.ROBERTSON, y0, 0, 40, p, options);
    for (int j = 0; j < 3; j++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[j] *= 1.001;
      down[j] *= 0.999;
      double[] high = Ode.solve(Systems.ROBERTSON, y0, 0, 40, up, options);
      double[] low = Ode.solve(Systems.ROBERTSON, y0, 0, 40, down, options);
      for (int i = 0; i < 3; i++) {
        double slope = (high[i] - low[i]) / 0.002;
        assertEquals(slope, s[i][3 + j] * p[j], 1e-5 * Math.abs(slope) + 1e-9, i + ", " + j);
      }
      // What reacts stays: the total is conserved.
      assertEquals(0, (s[0][3 + j] + s[1][3 + j] + s[2][3 + j]) * p[j], 1e-10);
    }
    double[] bar = {0.3, 1, -0.5};
    var back = OdeReverseRules.solveVjp(Systems.ROBERTSON, y0, 0, 40, p, options, bar);
    for (int j = 0; j < 3; j++) {
      double forward = bar[0] * s[0][3 + j] + bar[1] * s[1][3 + j] + bar[2] * s[2][3 + j];
      assertEquals(
          forward * p[j], back.parameters()[j] * p[j], 1e-9 * (1 + Math.abs(forward * p[j])));
    }
  }

  /** The state transition matrix of a linear system is its exponential. */
  @Test
  void theTransitionMatrixOfARotation() {
    double[] z = {1, 2};
    VectorFunction rotation = new Rotation();
    OdeSystem system = OdeSystem.of(rotation, 2);
    double[][] s = Ode.sensitivities(system, z, 0, 0.7, new double[] {2}, TIGHT);
    assertArrayEquals(
        new double[] {Math.cos(1.4), Math.sin(1.4)}, new double[] {s[0][0], s[0][1]}, 1e-10);
    assertArrayEquals(
        new double[] {-Math.sin(1.4), Math.cos(1.4)}, new double[] {s[1][0], s[1][1]}, 1e-10);
    assertEquals(0.7 * (-Math.sin(1.4) + 2 * Math.cos(1.4)), s[0][2], 1e-10);
    double end =
        OdeReverseRules.solveVjp(system, z, 0, 0.7, new double[] {2}, TIGHT, new double[] {1, 0})
            .t1();
    assertEquals(2 * (-Math.sin(1.4) + 2 * Math.cos(1.4)), end, 1e-10);
    assertThrows(
        IllegalArgumentException.class, () -> Ode.solve(system, z, 0, 1, new double[] {1, 2}));
  }

  /** {@code (t, y0, y1, w)} to {@code (w y1, -w y0)}. */
  private static final class Rotation implements VectorFunction {
    @Override
    public int dimension() {
      return 4;
    }

    @Override
    public double[] value(double[] x) {
      return new double[] {x[3] * x[2], -x[3] * x[1]};
    }

    @Override
    public double[] jvp(double[] x, double[] d) {
      return new double[] {d[3] * x[2] + x[3] * d[2], -d[3] * x[1] - x[3] * d[1]};
    }

    @Override
    public double[] vjp(double[] x, double[] bar) {
      return new double[] {0, -x[3] * bar[1], x[3] * bar[0], x[2] * bar[0] - x[1] * bar[1]};
    }

    @Override
    public double[][] jacobian(double[] x) {
      return new double[][] {{0, 0, x[3], x[2]}, {0, -x[3], 0, -x[1]}};
    }
  }

  @Test
  void aSystemWithoutDerivativesSaysSo() {
    UnsupportedOperationException e =
        assertThrows(
            UnsupportedOperationException.class,
            () ->
                Ode.sensitivities(
                    (t, y, p, out) -> out[0] = y[0], new double[] {1}, 0, 1, new double[0], TIGHT));
    assertEquals(
        "the system has no derivatives: make it with OdeSystem.of, or override jvp",
        e.getMessage());
  }

  private static double[][] along(double[][] x, double t, double[][] d) {
    double[][] out = new double[x.length][];
    for (int i = 0; i < out.length; i++) {
      out[i] = along(x[i], t, d[i]);
    }
    return out;
  }

  /** Cotangents' tangents against differences of the cotangents. */
  private static void secondDerivatives(
      OdeSystem system, double[] y0, double[] times, double[] p, OdeOptions options, double h) {
    int n = y0.length;
    double[] y0Dot = along(new double[n], y0[0], random(1, n));
    double[] timesDot = random(2, times.length);
    timesDot[2] = timesDot[1];
    double[] pDot = random(3, p.length);
    for (int i = 0; i < p.length; i++) {
      pDot[i] *= p[i];
    }
    double[][] bars = new double[times.length][];
    double[][] barsDot = new double[times.length][];
    for (int i = 0; i < times.length; i++) {
      bars[i] = random(10 + i, n);
      barsDot[i] = random(20 + i, n);
    }
    double[] got =
        OdeRules.cotangentsJvp(system, y0, times, p, options, bars, y0Dot, timesDot, pDot, barsDot);
    double[][] at = new double[4][];
    double[] steps = {h, -h, 2 * h, -2 * h};
    for (int k = 0; k < 4; k++) {
      at[k] =
          OdeRules.cotangents(
              system,
              along(y0, steps[k], y0Dot),
              along(times, steps[k], timesDot),
              along(p, steps[k], pDot),
              options,
              along(bars, steps[k], barsDot));
    }
    for (int i = 0; i < got.length; i++) {
      double slope = (8 * (at[0][i] - at[1][i]) - (at[2][i] - at[3][i])) / (12 * h);
      assertEquals(slope, got[i], 2e-7 * Math.max(1, Math.abs(slope)), "entry " + i);
    }
  }

  @Test
  void secondDerivativesAreThoseOfTheCotangents() {
    secondDerivatives(Systems.PREDATORS, Y0, TIMES, P, TIGHT, 2e-4);
    secondDerivatives(Systems.PREDATORS, Y0, TIMES, P, TIGHT.withCheckpoints(5), 2e-4);
    secondDerivatives(Systems.PREDATORS, Y0, TIMES, P, TIGHT.with(OdeMethod.RADAU), 2e-4);
    double[] backwards = {6, 3.5, 3.5, 1};
    secondDerivatives(Systems.PREDATORS, new double[] {4, 3}, backwards, P, TIGHT, 2e-4);
  }

  @Test
  void secondDerivativesOfNoTimeAtAll() {
    double[] still = {2};
    double[][] bars = {{1, 2}};
    double[] got =
        OdeRules.cotangentsJvp(
            Systems.PREDATORS,
            Y0,
            still,
            P,
            TIGHT,
            bars,
            new double[] {1, 1},
            new double[] {1},
            new double[4],
            new double[][] {{3, 4}});
    assertArrayEquals(new double[] {3, 4, 0, 0, 0, 0, 0}, got);
  }

  @Test
  void aSystemWithoutSecondDerivativesSaysSo() {
    VectorFunction f =
        new VectorFunction() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double[] value(double[] x) {
            return new double[] {x[1]};
          }

          @Override
          public double[] jvp(double[] x, double[] xDot) {
            return new double[] {xDot[1]};
          }

          @Override
          public double[] vjp(double[] x, double[] bar) {
            return new double[] {0, bar[0]};
          }

          @Override
          public double[][] jacobian(double[] x) {
            return new double[][] {{0, 1}};
          }
        };
    double[] one = {1};
    double[][] bars = {{1}, {1}};
    double[] times = {0, 1};
    UnsupportedOperationException e =
        assertThrows(
            UnsupportedOperationException.class,
            () ->
                OdeRules.cotangentsJvp(
                    OdeSystem.of(f, 1),
                    one,
                    times,
                    new double[0],
                    TIGHT,
                    bars,
                    one,
                    times,
                    new double[0],
                    bars));
    assertEquals(true, e.getMessage().contains("second derivatives"));
  }
}
