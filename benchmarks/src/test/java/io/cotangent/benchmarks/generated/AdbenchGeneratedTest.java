package io.cotangent.benchmarks.generated;

import static io.cotangent.benchmarks.Close.assertClose;

import io.cotangent.benchmarks.AdbenchData;
import io.cotangent.benchmarks.AdbenchData.Observation;
import io.cotangent.benchmarks.Flat;
import io.cotangent.benchmarks.data.BaData;
import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.data.HandData;
import io.cotangent.benchmarks.data.HandModel;
import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.data.Numbers;
import io.cotangent.benchmarks.objective.BaObjectiveDerivatives;
import io.cotangent.benchmarks.objective.BaWeightDerivatives;
import io.cotangent.benchmarks.objective.GmmObjectiveDerivatives;
import io.cotangent.benchmarks.objective.HandObjectiveDerivatives;
import io.cotangent.benchmarks.objective.LstmObjectiveDerivatives;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated derivatives against what ADBench's hand-written ones give on its data. */
class AdbenchGeneratedTest {
  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest
  @CsvSource({"test,gmm_test", "gmm_d2_K5,gmm_d2_K5", "gmm_d10_K5,gmm_d10_K5"})
  void gmm(String input, String result) throws IOException {
    GmmData data = AdbenchData.gmm(input);
    Numbers expected = AdbenchData.expected(result);
    double value = expected.nextDouble();
    double[] gradient = expected.next(expected.nextInt());
    var actual =
        GmmObjectiveDerivatives.valueAndGradient(
            data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
    assertClose(value, actual.value(), TOLERANCE, "value");
    var g = actual.gradient();
    assertClose(
        gradient,
        Flat.join(g.alphas(), Flat.of(g.means()), Flat.of(g.icf())),
        TOLERANCE,
        "gradient");
  }

  @ParameterizedTest
  @CsvSource({"test,ba_test", "ba1_n49_m7776_p31843,ba1_n49_m7776_p31843"})
  void ba(String input, String result) throws IOException {
    BaData data = AdbenchData.ba(input);
    Observation expected = Observation.read(result);
    assertClose(
        expected.jacobian(),
        BaObjectiveDerivatives.jacobianForward(
            data.camera(), data.point(), data.weight(), data.feature()),
        TOLERANCE,
        "forward");
    assertClose(
        expected.jacobian(),
        BaObjectiveDerivatives.jacobianReverse(
            data.camera(), data.point(), data.weight(), data.feature()),
        TOLERANCE,
        "reverse");
    assertClose(expected.last(), BaWeightDerivatives.gradient(data.weight()), TOLERANCE, "weight");
  }

  @ParameterizedTest
  @ValueSource(strings = "lstm_l2_c1024")
  void lstm(String name) throws IOException {
    LstmData data = AdbenchData.lstm(name);
    Numbers expected = AdbenchData.expected(name);
    double value = expected.nextDouble();
    double[] gradient = expected.next(expected.nextInt());
    var actual =
        LstmObjectiveDerivatives.valueAndGradient(
            data.main(), data.extra(), data.state(), data.sequence());
    assertClose(value, actual.value(), TOLERANCE, "value");
    var g = actual.gradient();
    assertClose(gradient, Flat.join(Flat.of(g.main()), g.extra()), TOLERANCE, "gradient");
  }

  @Test
  void hand() throws IOException {
    HandData data = AdbenchData.hand("hand1_t26_c100_simple", false);
    HandModel model = data.model();
    Numbers expected = AdbenchData.expected("hand1_t26_c100.simple_small");
    int rows = expected.nextInt();
    int columns = expected.nextInt();
    expected.next(rows);
    double[] jacobian = expected.next(rows * columns);
    double[][] forward =
        HandObjectiveDerivatives.jacobianForward(
            data.theta(),
            model.parents(),
            model.baseRelatives(),
            model.inverseBaseAbsolutes(),
            model.basePositions(),
            model.weights(),
            data.correspondences(),
            data.points());
    double[][] reverse =
        HandObjectiveDerivatives.jacobianReverse(
            data.theta(),
            model.parents(),
            model.baseRelatives(),
            model.inverseBaseAbsolutes(),
            model.basePositions(),
            model.weights(),
            data.correspondences(),
            data.points());
    assertClose(jacobian, Flat.byColumn(forward), TOLERANCE, "forward");
    assertClose(jacobian, Flat.byColumn(reverse), TOLERANCE, "reverse");
  }
}
