package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Adjoint;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What iterations of solvers allocate, and which solver is taken to save time. */
class SolutionCostTest {
  private static final int N = 40;

  private static double[][] column() {
    double[][] a = new double[N][50];
    Arrays.setAll(a, i -> new double[50]);
    for (int i = 0; i < N; i++) {
      a[i][0] = 0.2 + 0.01 * i;
    }
    return a;
  }

  @Test
  void plainIterationsAllocateNothing() {
    double[] x = new double[N];
    int few = SolutionCostProgramsPlainFixedPoint.solution(x, 0.3, 0.01).iterations();
    int many = SolutionCostProgramsPlainFixedPoint.solution(x, 0.99, 0.01).iterations();
    assertTrue(many > few + 10, () -> many + " iterations against " + few);
    same(f -> SolutionCostProgramsPlainFixedPoint.solve(x, f, 0.01), 0.3, 0.99);
  }

  @Test
  void acceleratedIterationsAllocateNothing() {
    double[] x = new double[N];
    int few = SolutionCostProgramsAcceleratedFixedPoint.solution(x, 0.3, 0.01).iterations();
    int many = SolutionCostProgramsAcceleratedFixedPoint.solution(x, 0.99, 0.01).iterations();
    assertTrue(many > few, () -> many + " iterations against " + few);
    same(f -> SolutionCostProgramsAcceleratedFixedPoint.solve(x, f, 0.01), 0.3, 0.99);
  }

  @Test
  void theSeriesOfTheAdjointAllocatesNothing() {
    double[][] a = column();
    double[] x = new double[N];
    double[] v = new double[N];
    Arrays.fill(v, 1);
    double[] at = SolutionCostProgramsChainFixedPoint.solve(x, 0.3, a);
    double[] far = SolutionCostProgramsChainFixedPoint.solve(x, 0.9, a);
    int few = SolutionCostProgramsChainFixedPoint.adjoint(at, 0.3, a, v).iterations();
    int many = SolutionCostProgramsChainFixedPoint.adjoint(far, 0.9, a, v).iterations();
    assertTrue(many > few + 10, () -> many + " iterations against " + few);
    same(
        f -> SolutionCostProgramsChainFixedPoint.vjpAtSolution(f == 0.3 ? at : far, f, a, v),
        0.3,
        0.9);
    same(
        f -> SolutionCostProgramsGradientsFixedPoint.vjpAtSolution(f == 0.3 ? at : far, f, a, v),
        0.3,
        0.9);
  }

  @Test
  void descentAllocatesNothing() {
    double[][] a = column();
    double[] x = new double[N];
    int few = SolutionCostProgramsDescentArgmin.solution(x, 0.01, a).iterations();
    int many = SolutionCostProgramsDescentArgmin.solution(x, 0.5, a).iterations();
    assertTrue(many > few + 10, () -> many + " iterations against " + few);
    same(f -> SolutionCostProgramsDescentArgmin.solve(x, f, a), 0.01, 0.5);
    int quick = SolutionCostProgramsLimitedArgmin.solution(x, 0.01, a).iterations();
    int slow = SolutionCostProgramsLimitedArgmin.solution(x, 50, a).iterations();
    assertTrue(slow > quick + 5, () -> slow + " iterations against " + quick);
    same(f -> SolutionCostProgramsLimitedArgmin.solve(x, f, a), 0.01, 50);
  }

  private interface Search {
    int iterations(double parameter);
  }

  /** The same number of bytes for many iterations as for few. */
  private static void sameSearch(Search search, double few, double many, int more) {
    int quick = search.iterations(few);
    int slow = search.iterations(many);
    assertTrue(slow >= quick + more, () -> slow + " iterations against " + quick);
    Allocations.assertNoMore(() -> search.iterations(few), () -> search.iterations(many));
  }

  @Test
  void newtonsMethodForMinimaAllocatesNothing() {
    for (int n : new int[] {N, 250}) {
      double[] x = new double[n];
      double[][] a = new double[n][1];
      for (int i = 0; i < n; i++) {
        a[i][0] = 1 + 0.3 * Math.sin(i);
      }
      sameSearch(f -> SolutionCostProgramsCurvedArgmin.solution(x, f, a).iterations(), 0.01, 6, 3);
    }
  }

  /** Beside a pullback for each matrix, which the method itself needs. */
  @Test
  void newtonsMethodForRootsKeepsItsMatrix() {
    double[] x = new double[N];
    double few = 0.01;
    double many = 4;
    int quick = SolutionCostProgramsBalanceRoot.solution(x, few).iterations();
    int slow = SolutionCostProgramsBalanceRoot.solution(x, many).iterations();
    assertTrue(slow >= quick + 3, () -> slow + " iterations against " + quick);
    long least = Allocations.of(() -> SolutionCostProgramsBalanceRoot.solution(x, few));
    long most = Allocations.of(() -> SolutionCostProgramsBalanceRoot.solution(x, many));
    long each = (most - least) / (slow - quick);
    assertTrue(each < 4 * N * N, () -> each + " bytes an iteration");
  }

  @Test
  void broydensMethodAllocatesNothing() {
    double[] x = new double[N];
    sameSearch(f -> SolutionCostProgramsUpdatedRoot.solution(x, f).iterations(), 0.01, 0.8, 3);
  }

  @Test
  void stepsOntoSetsAllocateNothing() {
    double[] x = new double[N];
    sameSearch(
        f -> SolutionCostProgramsSparseArgmin.solution(x, f, 0.1).iterations(), 0.01, 20, 10);
    sameSearch(
        f -> SolutionCostProgramsProjectedArgmin.solution(x, f, 0.1).iterations(), 0.01, 20, 10);
    sameSearch(
        f -> SolutionCostProgramsBlocksArgmin.solution(x, f, 0.1).iterations(), 0.3, 0.95, 5);
  }

  /** What is solved needs no copy of the parameters in each iteration either. */
  private static void same(
      java.util.function.DoubleFunction<Object> work, double few, double many) {
    Allocations.assertNoMore(() -> work.apply(few), () -> work.apply(many));
  }

  private static double[][] layer(int n, double contraction, Random random) {
    double[][] w = new double[n][];
    for (int i = 0; i < n; i++) {
      w[i] = random.doubles(n, -1, 1).map(x -> x * contraction * Math.sqrt(3.0 / n)).toArray();
    }
    return w;
  }

  /** A short series is taken before factors, and many right sides share factors. */
  @Test
  void aSeriesWhereItIsShorterThanTheMatrixIsWide() {
    int n = 80;
    Random random = new Random(4);
    double[] b = random.doubles(n, -0.3, 0.3).toArray();
    double[] v = random.doubles(n, -1, 1).toArray();
    double[] x = new double[n];
    double[][] quick = layer(n, 0.4, random);
    var series = SolutionCostProgramsLayerFixedPoint.adjoint(x, quick, b, v);
    assertEquals(Adjoint.NEUMANN, series.solver());
    double[][] slow = layer(n, 1.1, random);
    var direct = SolutionCostProgramsLayerFixedPoint.adjoint(x, slow, b, v);
    assertEquals(Adjoint.DIRECT, direct.solver());
    assertTrue(direct.iterations() < 20);
    // Row i of the Jacobian is the series' gradient of entry i, the later ones by factors.
    double[][] jacobian = SolutionCostProgramsLayerFixedPoint.jacobian(x, quick, b);
    for (int i = 0; i < n; i += 13) {
      double[] unit = new double[n];
      unit[i] = 1;
      double[] row = SolutionCostProgramsLayerFixedPoint.vjp(x, quick, b, unit).b();
      for (int j = 0; j < n; j++) {
        assertEquals(row[j], jacobian[i][n * n + j], 1e-8);
      }
    }
    double step = 1e-5;
    double[] up = b.clone();
    double[] down = b.clone();
    up[3] += step;
    down[3] -= step;
    double[] above = SolutionCostProgramsLayerFixedPoint.solve(x, quick, up);
    double[] below = SolutionCostProgramsLayerFixedPoint.solve(x, quick, down);
    double slope = 0;
    for (int i = 0; i < n; i++) {
      slope += v[i] * (above[i] - below[i]) / (2 * step);
    }
    assertEquals(slope, series.gradient().b()[3], Math.max(1e-4, series.errorBound()));
  }
}
