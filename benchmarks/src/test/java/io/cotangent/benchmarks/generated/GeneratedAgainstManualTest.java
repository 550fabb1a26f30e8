package io.cotangent.benchmarks.generated;

import static io.cotangent.benchmarks.Close.assertCloseToScale;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.benchmarks.Flat;
import io.cotangent.benchmarks.data.BaData;
import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.manual.BaJacobian;
import io.cotangent.benchmarks.manual.BlackScholesAdjoint;
import io.cotangent.benchmarks.manual.GmmAdjoint;
import io.cotangent.benchmarks.manual.LstmAdjoint;
import io.cotangent.benchmarks.manual.RosenbrockAdjoint;
import io.cotangent.benchmarks.objective.BaObjectiveDerivatives;
import io.cotangent.benchmarks.objective.BlackScholes;
import io.cotangent.benchmarks.objective.BlackScholesDerivatives;
import io.cotangent.benchmarks.objective.GmmObjective;
import io.cotangent.benchmarks.objective.GmmObjectiveDerivatives;
import io.cotangent.benchmarks.objective.LstmObjective;
import io.cotangent.benchmarks.objective.LstmObjectiveDerivatives;
import io.cotangent.benchmarks.objective.Rosenbrock;
import io.cotangent.benchmarks.objective.RosenbrockDerivatives;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated derivatives against the hand-written ones on seeded inputs. */
class GeneratedAgainstManualTest {
  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest
  @CsvSource({"1,1,3", "1,3,4", "3,4,20", "10,5,100", "20,3,50"})
  void gmm(int d, int k, int n) {
    GmmData data = GmmData.random(d, k, n, 5);
    GmmAdjoint adjoint = new GmmAdjoint(k, d);
    adjoint.valueAndGradient(data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), 1);
    double[] expected =
        Flat.join(adjoint.alphas(), Flat.of(adjoint.means()), Flat.of(adjoint.icf()));
    double value =
        GmmObjective.logPosterior(
            data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), 1);

    var ws = new GmmObjectiveDerivatives.Workspace();
    // Twice: what the first call leaves in the workspace must not show.
    for (int run = 0; run < 2; run++) {
      double actual =
          GmmObjectiveDerivatives.valueAndGradient(
              data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), 1, ws);
      assertEquals(value, actual);
      assertCloseToScale(
          expected,
          Flat.join(ws.alphas(), Flat.of(ws.means()), Flat.of(ws.icf())),
          TOLERANCE,
          "with workspace");
    }
    var g =
        GmmObjectiveDerivatives.gradient(
            data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), 1);
    assertCloseToScale(
        expected,
        Flat.join(g.alphas(), Flat.of(g.means()), Flat.of(g.icf())),
        TOLERANCE,
        "gradient");
    GmmData direction = GmmData.random(d, k, 1, 6);
    double tangent =
        GmmObjectiveDerivatives.jvp(
            data.alphas(),
            data.means(),
            data.icf(),
            data.x(),
            data.gamma(),
            1,
            direction.alphas(),
            direction.means(),
            direction.icf());
    assertTangent(
        expected,
        Flat.join(direction.alphas(), Flat.of(direction.means()), Flat.of(direction.icf())),
        tangent);
  }

  @ParameterizedTest
  @CsvSource({"1,3,2", "2,30,5", "3,6,1"})
  void lstm(int layers, int length, int b) {
    LstmData data = LstmData.random(layers, length, b, 5);
    LstmAdjoint adjoint = new LstmAdjoint(layers, length, b);
    adjoint.valueAndGradient(data.main(), data.extra(), data.state(), data.sequence());
    double[] expected = Flat.join(Flat.of(adjoint.main()), adjoint.extra());
    double value = LstmObjective.loss(data.main(), data.extra(), data.state(), data.sequence());

    var ws = new LstmObjectiveDerivatives.Workspace();
    for (int run = 0; run < 2; run++) {
      double actual =
          LstmObjectiveDerivatives.valueAndGradient(
              data.main(), data.extra(), data.state(), data.sequence(), ws);
      assertEquals(value, actual);
      assertCloseToScale(
          expected, Flat.join(Flat.of(ws.main()), ws.extra()), TOLERANCE, "with workspace");
    }
    LstmData direction = LstmData.random(layers, 1, b, 6);
    double tangent =
        LstmObjectiveDerivatives.jvp(
            data.main(),
            data.extra(),
            data.state(),
            data.sequence(),
            direction.main(),
            direction.extra());
    assertTangent(expected, Flat.join(Flat.of(direction.main()), direction.extra()), tangent);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void ba(long seed) {
    BaData data = BaData.random(seed);
    if (seed == 5) {
      Arrays.fill(data.camera(), 0, 3, 0);
    }
    double[][] expected = new double[2][15];
    BaJacobian.jacobian(
        data.camera(), data.point(), data.weight(), data.feature(), new double[2], expected);
    assertJacobian(
        expected,
        BaObjectiveDerivatives.jacobian(
            data.camera(), data.point(), data.weight(), data.feature()));
    assertJacobian(
        expected,
        BaObjectiveDerivatives.jacobianForward(
            data.camera(), data.point(), data.weight(), data.feature()));
    assertJacobian(
        expected,
        BaObjectiveDerivatives.jacobianReverse(
            data.camera(), data.point(), data.weight(), data.feature()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 1000})
  void rosenbrock(int n) {
    double[] x = new double[n];
    double[] direction = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.sin(i + 1.0);
      direction[i] = Math.cos(3.0 * i);
    }
    double[] expected = new double[n];
    RosenbrockAdjoint.valueAndGradient(x, expected);
    var ws = new RosenbrockDerivatives.Workspace();
    for (int run = 0; run < 2; run++) {
      assertEquals(Rosenbrock.value(x), RosenbrockDerivatives.valueAndGradient(x, ws));
      assertCloseToScale(expected, ws.x(), TOLERANCE, "with workspace");
    }
    assertCloseToScale(expected, RosenbrockDerivatives.gradient(x), TOLERANCE, "gradient");
    assertTangent(expected, direction, RosenbrockDerivatives.jvp(x, direction));
  }

  @ParameterizedTest
  @CsvSource({"100,90,0.03,0.2,0.5", "1,2,-0.01,0.6,3", "100,100,0,0.1,1"})
  void blackScholes(double spot, double strike, double rate, double vol, double t) {
    double[] expected = new double[5];
    BlackScholesAdjoint.valueAndGradient(spot, strike, rate, vol, t, expected);
    var ws = new BlackScholesDerivatives.Workspace();
    assertEquals(
        BlackScholes.call(spot, strike, rate, vol, t),
        BlackScholesDerivatives.valueAndGradient(spot, strike, rate, vol, t, ws));
    assertCloseToScale(
        expected,
        new double[] {ws.spot(), ws.strike(), ws.rate(), ws.vol(), ws.t()},
        TOLERANCE,
        "with workspace");
    var g = BlackScholesDerivatives.gradient(spot, strike, rate, vol, t);
    assertCloseToScale(
        expected,
        new double[] {g.spot(), g.strike(), g.rate(), g.vol(), g.t()},
        TOLERANCE,
        "gradient");
    assertTangent(
        expected,
        new double[] {1, 0.5, 0.1, 0.2, 0.3},
        BlackScholesDerivatives.jvp(spot, strike, rate, vol, t, 1, 0.5, 0.1, 0.2, 0.3));
  }

  private static void assertJacobian(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int row = 0; row < expected.length; row++) {
      assertCloseToScale(expected[row], actual[row], TOLERANCE, "row " + row);
    }
  }

  private static void assertTangent(double[] gradient, double[] direction, double actual) {
    double expected = 0;
    double scale = 0;
    for (int i = 0; i < gradient.length; i++) {
      expected += gradient[i] * direction[i];
      scale += Math.abs(gradient[i] * direction[i]);
    }
    assertEquals(expected, actual, TOLERANCE * scale, "tangent");
  }
}
