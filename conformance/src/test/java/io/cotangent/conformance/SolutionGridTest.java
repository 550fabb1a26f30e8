package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Adjoint;
import io.cotangent.ConvergenceException;
import io.cotangent.Derivative;
import io.cotangent.Solver;
import io.cotangent.Status;
import io.cotangent.implicit.ArgminProblem;
import io.cotangent.implicit.Arrangement;
import io.cotangent.implicit.FixedPointProblem;
import io.cotangent.implicit.GradientEquations;
import io.cotangent.implicit.RootProblem;
import io.cotangent.implicit.Settings;
import io.cotangent.implicit.SolutionProblem;
import io.cotangent.implicit.VectorEquations;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random problems by every solver and every adjoint solver, in both modes and to second order. */
class SolutionGridTest {
  private static final int N = 5;
  private static final double STEP = 1e-5;

  /** Random numbers: the parameters in one array, the matrix first, and a direction of them. */
  private record Data(double[] theta, double[] thetaDot, double[] v, double[] vDot) {
    static Data of(int seed, double norm) {
      Random random = new Random(seed);
      double[] theta = random.doubles(N * N + N, -1, 1).toArray();
      double square = 0;
      for (int i = 0; i < N * N; i++) {
        square += theta[i] * theta[i];
      }
      for (int i = 0; i < N * N; i++) {
        theta[i] *= norm / Math.sqrt(square);
      }
      return new Data(theta, numbers(random, theta.length), numbers(random, N), numbers(random, N));
    }

    private static double[] numbers(Random random, int n) {
      return random.doubles(n, -1, 1).toArray();
    }

    double[] moved(double step) {
      return along(theta, step, thetaDot);
    }
  }

  private static double[] along(double[] x, double step, double[] direction) {
    double[] moved = x.clone();
    for (int i = 0; i < x.length; i++) {
      moved[i] += step * direction[i];
    }
    return moved;
  }

  private static double[] slope(double[] up, double[] down) {
    double[] slope = new double[up.length];
    for (int i = 0; i < up.length; i++) {
      slope[i] = (up[i] - down[i]) / (2 * STEP);
    }
    return slope;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static Settings settings(Solver solver, Adjoint adjoint, Derivative derivative) {
    return new Settings("grid", 1e-11, 1e-12, 20000, solver, adjoint, derivative, 10);
  }

  private static SolutionProblem layer(Settings settings, double[] theta) {
    double[][] w = new double[N][];
    for (int i = 0; i < N; i++) {
      w[i] = Arrays.copyOfRange(theta, i * N, (i + 1) * N);
    }
    double[] b = Arrays.copyOfRange(theta, N * N, N * N + N);
    double[] x = new double[N];
    return new FixedPointProblem(
        settings,
        new VectorEquations(
                SolutionGridProgramsLayerFixedPointMap.function(x, w, b),
                () -> SolutionGridProgramsLayerFixedPointWeighted.function(x, w, b, x),
                new Arrangement(0, N, N * N + N, 0),
                true)
            .bound(SolutionGridProgramsLayerFixedPointUnknown.function(x, w, b)),
        theta);
  }

  private static SolutionProblem balance(Settings settings, double[] theta) {
    double[][] w = new double[N][];
    for (int i = 0; i < N; i++) {
      w[i] = Arrays.copyOfRange(theta, i * N, (i + 1) * N);
    }
    double[] b = Arrays.copyOfRange(theta, N * N, N * N + N);
    double[] x = new double[N];
    return new RootProblem(
        settings,
        new VectorEquations(
                SolutionGridProgramsBalanceRootMap.function(x, w, b),
                () -> SolutionGridProgramsBalanceRootWeighted.function(x, w, b, x),
                new Arrangement(0, N, N * N + N, 0),
                false)
            .bound(SolutionGridProgramsBalanceRootUnknown.function(x, w, b)),
        theta);
  }

  private static SolutionProblem energy(Settings settings, double[] theta) {
    double[][] w = new double[N][];
    for (int i = 0; i < N; i++) {
      w[i] = Arrays.copyOfRange(theta, i * N, (i + 1) * N);
    }
    double[] b = Arrays.copyOfRange(theta, N * N, N * N + N);
    double[] x = new double[N];
    return new ArgminProblem(
        settings,
        new GradientEquations(
                SolutionGridProgramsEnergyArgminLagrangian.function(x, w, b),
                () -> SolutionGridProgramsEnergyArgminSlope.function(x, w, b, x),
                new Arrangement(0, N, N * N + N, 0))
            .bound(SolutionGridProgramsEnergyArgminUnknown.function(x, w, b)),
        theta,
        N,
        0);
  }

  /** All pairs of solvers; a pair that finds no derivative says so, and none finds a wrong one. */
  private static void grid(
      Data data,
      List<Solver> solvers,
      boolean symmetric,
      Function<Settings, Function<double[], SolutionProblem>> problem) {
    Function<double[], SolutionProblem> exact =
        problem.apply(settings(Solver.NEWTON, Adjoint.DIRECT, Derivative.IMPLICIT));
    double[] start = new double[N];
    double[] x = exact.apply(data.theta()).solve(start);
    double[] above = exact.apply(data.moved(STEP)).solve(start);
    double[] below = exact.apply(data.moved(-STEP)).solve(start);
    double[] xDot = slope(above, below);
    double[] bar = exact.apply(data.theta()).vjp(x, data.v());
    assertEquals(dot(data.v(), xDot), dot(bar, data.thetaDot()), 1e-8);
    double[] barDot =
        slope(
            exact.apply(data.moved(STEP)).vjp(above, along(data.v(), STEP, data.vDot())),
            exact.apply(data.moved(-STEP)).vjp(below, along(data.v(), -STEP, data.vDot())));
    for (Solver solver : solvers) {
      for (Adjoint adjoint : Adjoint.values()) {
        String pair = solver + " with " + adjoint;
        SolutionProblem tried =
            problem.apply(settings(solver, adjoint, Derivative.IMPLICIT)).apply(data.theta());
        double[] found = tried.solve(start);
        assertArrayEquals(x, found, 1e-9, pair);
        try {
          assertArrayEquals(xDot, tried.jvp(found, data.thetaDot()), 1e-7, pair);
          assertArrayEquals(bar, tried.vjp(found, data.v()), 1e-8, pair);
          double[] second = tried.vjpTangent(found, data.thetaDot(), data.v(), data.vDot());
          assertArrayEquals(barDot, second, 1e-6, pair);
          var outcome = tried.adjoint(start, data.v());
          assertEquals(Status.CONVERGED, outcome.status(), pair);
          assertArrayEquals(bar, outcome.gradient(), 1e-8, pair);
        } catch (ConvergenceException e) {
          boolean forSymmetric = adjoint == Adjoint.CG || adjoint == Adjoint.MINRES;
          boolean forContractions = adjoint == Adjoint.NEUMANN || adjoint == Adjoint.ANDERSON;
          assertTrue(forSymmetric && !symmetric || forContractions, pair + ": " + e.getMessage());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void contractiveMaps(int seed) {
    Data data = Data.of(seed, 0.15 * seed);
    grid(
        data,
        List.of(Solver.AUTO, Solver.PICARD, Solver.ANDERSON, Solver.NEWTON, Solver.BROYDEN),
        false,
        settings -> theta -> layer(settings, theta));
    double[] start = new double[N];
    Settings plain = settings(Solver.PICARD, Adjoint.AUTO, Derivative.UNROLLED);
    SolutionProblem unrolled = layer(plain, data.theta());
    SolutionProblem implicit =
        layer(settings(Solver.PICARD, Adjoint.AUTO, Derivative.IMPLICIT), data.theta());
    double[] x = unrolled.solve(start);
    assertArrayEquals(implicit.vjp(x, data.v()), unrolled.vjp(x, data.v()), 1e-8);
    assertArrayEquals(implicit.jvp(x, data.thetaDot()), unrolled.jvp(x, data.thetaDot()), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void roots(int seed) {
    grid(
        Data.of(seed, 1.2),
        List.of(Solver.AUTO, Solver.NEWTON, Solver.BROYDEN, Solver.LEVENBERG_MARQUARDT),
        false,
        settings -> theta -> balance(settings, theta));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void minima(int seed) {
    grid(
        Data.of(seed, 2),
        List.of(Solver.AUTO, Solver.NEWTON, Solver.LBFGS, Solver.GRADIENT_DESCENT),
        true,
        settings -> theta -> energy(settings, theta));
  }

  /** Maps that rotate or repel by more than their fixed point holds give no gradient by Neumann. */
  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13})
  void aFailedSeriesGivesNoGradient(int seed) {
    Data data = Data.of(seed, 0.5);
    for (int i = 0; i < N; i++) {
      data.theta()[i * N + i] -= 3;
      data.theta()[N * N + i] *= 0.01;
    }
    SolutionProblem problem =
        layer(settings(Solver.NEWTON, Adjoint.NEUMANN, Derivative.IMPLICIT), data.theta());
    var outcome = problem.adjoint(new double[N], data.v());
    assertTrue(outcome.status() != Status.CONVERGED, "converged");
    assertTrue(Arrays.stream(outcome.gradient()).allMatch(Double::isNaN));
  }
}
