package io.cotangent.benchmarks.manual;

import static io.cotangent.benchmarks.Close.assertClose;
import static io.cotangent.benchmarks.Close.assertCloseToScale;

import io.cotangent.benchmarks.Differences;
import io.cotangent.benchmarks.Flat;
import io.cotangent.benchmarks.data.BaData;
import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.objective.BaObjective;
import io.cotangent.benchmarks.objective.BlackScholes;
import io.cotangent.benchmarks.objective.GmmObjective;
import io.cotangent.benchmarks.objective.LstmObjective;
import io.cotangent.benchmarks.objective.Rosenbrock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-written derivatives against differences on seeded inputs, ADBench's data or not. */
class ManualAgainstDifferencesTest {
  private static final double TOLERANCE = 1e-8;
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @CsvSource({"1,1,3", "1,3,4", "2,1,5", "3,4,20", "6,2,10"})
  void gmm(int d, int k, int n) {
    checkGmm(d, k, n, new GmmAdjoint(k, d));
    checkGmm(d, k, n, new GmmAdjoint(k, d, true));
  }

  private static void checkGmm(int d, int k, int n, GmmAdjoint adjoint) {
    GmmData data = GmmData.random(d, k, n, 42);
    double value =
        adjoint.valueAndGradient(
            data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), 2);
    assertClose(
        GmmObjective.logPosterior(
            data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), 2),
        value,
        ROUNDING,
        "value");
    double[] flat = Flat.join(data.alphas(), Flat.of(data.means()), Flat.of(data.icf()));
    double[] expected =
        Differences.gradient(
            v ->
                GmmObjective.logPosterior(
                    Arrays.copyOf(v, k),
                    rows(v, k, k, d),
                    rows(v, k + k * d, k, d * (d + 1) / 2),
                    data.x(),
                    data.gamma(),
                    2),
            flat);
    double[] actual = Flat.join(adjoint.alphas(), Flat.of(adjoint.means()), Flat.of(adjoint.icf()));
    assertCloseToScale(expected, actual, TOLERANCE, "gradient");
  }

  @ParameterizedTest
  @CsvSource({"1,3,2", "2,9,3", "3,6,1"})
  void lstm(int layers, int length, int b) {
    LstmData data = LstmData.random(layers, length, b, 7);
    LstmAdjoint adjoint = new LstmAdjoint(layers, length, b);
    double value =
        adjoint.valueAndGradient(data.main(), data.extra(), data.state(), data.sequence());
    assertClose(
        LstmObjective.loss(data.main(), data.extra(), data.state(), data.sequence()),
        value,
        ROUNDING,
        "value");
    double[] expected =
        Differences.gradient(
            v ->
                LstmObjective.loss(
                    rows(v, 0, 2 * layers, 4 * b),
                    Arrays.copyOfRange(v, 8 * layers * b, v.length),
                    data.state(),
                    data.sequence()),
            Flat.join(Flat.of(data.main()), data.extra()));
    double[] actual = Flat.join(Flat.of(adjoint.main()), adjoint.extra());
    assertCloseToScale(expected, actual, TOLERANCE, "gradient");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void ba(long seed) {
    checkBa(BaData.random(seed));
  }

  @Test
  void baWithoutRotation() {
    BaData data = BaData.random(6);
    Arrays.fill(data.camera(), 0, 3, 0);
    double[][] jacobian = new double[2][15];
    double[] error = new double[2];
    BaJacobian.jacobian(
        data.camera(), data.point(), data.weight(), data.feature(), error, jacobian);
    // A rotation of no angle is the limit of small ones.
    data.camera()[1] = 1e-7;
    double[][] near = new double[2][15];
    BaJacobian.jacobian(data.camera(), data.point(), data.weight(), data.feature(), error, near);
    for (int row = 0; row < 2; row++) {
      assertCloseToScale(near[row], jacobian[row], 1e-5, "row " + row);
    }
  }

  private static void checkBa(BaData data) {
    double[] flat = Flat.join(data.camera(), data.point(), new double[] {data.weight()});
    double[] error = new double[2];
    double[][] jacobian = new double[2][15];
    BaJacobian.jacobian(
        data.camera(), data.point(), data.weight(), data.feature(), error, jacobian);
    assertClose(
        BaObjective.reprojectionError(data.camera(), data.point(), data.weight(), data.feature()),
        error,
        ROUNDING,
        "error");
    for (int row = 0; row < 2; row++) {
      int entry = row;
      double[] expected =
          Differences.gradient(
              v ->
                  BaObjective.reprojectionError(
                      Arrays.copyOf(v, 11), Arrays.copyOfRange(v, 11, 14), v[14], data.feature())[
                      entry],
              flat);
      assertCloseToScale(expected, jacobian[row], TOLERANCE, "row " + row);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 40})
  void rosenbrock(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.sin(i + 1.0);
    }
    double[] bar = new double[n];
    double value = RosenbrockAdjoint.valueAndGradient(x, bar);
    assertClose(Rosenbrock.value(x), value, ROUNDING, "value");
    assertCloseToScale(Differences.gradient(Rosenbrock::value, x), bar, TOLERANCE, "gradient");
  }

  @ParameterizedTest
  @CsvSource({"100,90,0.03,0.2,0.5", "1,2,-0.01,0.6,3", "100,100,0,0.1,1"})
  void blackScholes(double spot, double strike, double rate, double vol, double t) {
    double[] x = {spot, strike, rate, vol, t};
    double[] adjoint = new double[5];
    double[] greeks = new double[5];
    double price = BlackScholes.call(spot, strike, rate, vol, t);
    assertClose(
        price,
        BlackScholesAdjoint.valueAndGradient(spot, strike, rate, vol, t, adjoint),
        ROUNDING,
        "value");
    assertClose(
        price,
        BlackScholesAdjoint.valueAndGreeks(spot, strike, rate, vol, t, greeks),
        ROUNDING,
        "value");
    assertCloseToScale(greeks, adjoint, ROUNDING, "adjoint against formulas");
    double[] expected =
        Differences.gradient(v -> BlackScholes.call(v[0], v[1], v[2], v[3], v[4]), x);
    assertCloseToScale(expected, adjoint, TOLERANCE, "gradient");
  }

  private static double[][] rows(double[] v, int from, int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = Arrays.copyOfRange(v, from + i * columns, from + (i + 1) * columns);
    }
    return matrix;
  }
}
