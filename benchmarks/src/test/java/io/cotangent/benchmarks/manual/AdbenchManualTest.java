package io.cotangent.benchmarks.manual;

import static io.cotangent.benchmarks.Close.assertClose;

import io.cotangent.benchmarks.AdbenchData;
import io.cotangent.benchmarks.AdbenchData.Observation;
import io.cotangent.benchmarks.Flat;
import io.cotangent.benchmarks.data.BaData;
import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.data.HandData;
import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.data.Numbers;
import io.cotangent.benchmarks.objective.BaObjective;
import io.cotangent.benchmarks.objective.GmmObjective;
import io.cotangent.benchmarks.objective.HandObjective;
import io.cotangent.benchmarks.objective.LstmObjective;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objectives and hand-written derivatives against what ADBench's own give on its data. */
class AdbenchManualTest {
  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest
  @CsvSource({"test,gmm_test", "gmm_d2_K5,gmm_d2_K5", "gmm_d10_K5,gmm_d10_K5"})
  void gmm(String input, String result) throws IOException {
    GmmData data = AdbenchData.gmm(input);
    Numbers expected = AdbenchData.expected(result);
    double value = expected.nextDouble();
    double[] gradient = expected.next(expected.nextInt());
    double primal =
        GmmObjective.logPosterior(
            data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
    assertClose(value, primal, TOLERANCE, "value");

    int k = data.alphas().length;
    int d = data.means()[0].length;
    GmmAdjoint plain = new GmmAdjoint(k, d);
    GmmAdjoint hoisted = new GmmAdjoint(k, d, true);
    // Each twice: what the first call leaves in the workspace must not show.
    for (GmmAdjoint adjoint : List.of(plain, hoisted, plain, hoisted)) {
      double again =
          adjoint.valueAndGradient(
              data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
      assertClose(value, again, TOLERANCE, "value");
      double[] actual =
          Flat.join(adjoint.alphas(), Flat.of(adjoint.means()), Flat.of(adjoint.icf()));
      assertClose(gradient, actual, TOLERANCE, "gradient");
    }
  }

  @ParameterizedTest
  @CsvSource({"test,ba_test", "ba1_n49_m7776_p31843,ba1_n49_m7776_p31843"})
  void ba(String input, String result) throws IOException {
    BaData data = AdbenchData.ba(input);
    Observation expected = Observation.read(result);
    double[] primal =
        BaObjective.reprojectionError(data.camera(), data.point(), data.weight(), data.feature());
    assertClose(expected.error(), primal, TOLERANCE, "error");
    assertClose(
        expected.weightError(), BaObjective.weightError(data.weight()), TOLERANCE, "weight error");

    double[] error = new double[2];
    double[][] jacobian = new double[2][15];
    BaJacobian.jacobian(
        data.camera(), data.point(), data.weight(), data.feature(), error, jacobian);
    assertClose(expected.error(), error, TOLERANCE, "error");
    assertClose(expected.jacobian(), jacobian, TOLERANCE, "jacobian");
  }

  @ParameterizedTest
  @ValueSource(strings = "lstm_l2_c1024")
  void lstm(String name) throws IOException {
    LstmData data = AdbenchData.lstm(name);
    Numbers expected = AdbenchData.expected(name);
    double value = expected.nextDouble();
    double[] gradient = expected.next(expected.nextInt());
    double primal = LstmObjective.loss(data.main(), data.extra(), data.state(), data.sequence());
    assertClose(value, primal, TOLERANCE, "value");

    LstmAdjoint adjoint =
        new LstmAdjoint(data.main().length / 2, data.sequence().length, data.extra().length / 3);
    for (int run = 0; run < 2; run++) {
      double again =
          adjoint.valueAndGradient(data.main(), data.extra(), data.state(), data.sequence());
      assertClose(value, again, TOLERANCE, "value");
      double[] actual = Flat.join(Flat.of(adjoint.main()), adjoint.extra());
      assertClose(gradient, actual, TOLERANCE, "gradient");
    }
  }

  @Test
  void hand() throws IOException {
    HandData data = AdbenchData.hand("hand1_t26_c100_simple", false);
    Numbers expected = AdbenchData.expected("hand1_t26_c100.simple_small");
    double[] residuals = new double[expected.nextInt()];
    expected.nextInt();
    residuals = expected.next(residuals.length);
    double[] actual =
        HandObjective.residuals(
            data.theta(),
            data.model().parents(),
            data.model().baseRelatives(),
            data.model().inverseBaseAbsolutes(),
            data.model().basePositions(),
            data.model().weights(),
            data.correspondences(),
            data.points());
    assertClose(residuals, actual, TOLERANCE, "residuals");
  }
}
