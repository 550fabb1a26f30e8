package io.cotangent.benchmarks.generated;

import static io.cotangent.benchmarks.Close.assertCloseToScale;

import io.cotangent.benchmarks.Differences;
import io.cotangent.benchmarks.Flat;
import io.cotangent.benchmarks.data.HandData;
import io.cotangent.benchmarks.data.HandModel;
import io.cotangent.benchmarks.objective.HandComplicatedDerivatives;
import io.cotangent.benchmarks.objective.HandObjective;
import io.cotangent.benchmarks.objective.HandObjectiveDerivatives;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The hand's generated Jacobians, forward and reverse, against differences on a seeded hand. */
class HandJacobianTest {
  private static final double TOLERANCE = 1e-8;

  @Test
  void onVertices() {
    HandData data = HandData.random(6, 3);
    HandModel model = data.model();
    double[][] expected = new double[18][];
    for (int row = 0; row < expected.length; row++) {
      int entry = row;
      expected[row] =
          Differences.gradient(theta -> residuals(data, theta)[entry], data.theta().clone());
    }
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
    assertCloseToScale(Flat.of(expected), Flat.of(forward), TOLERANCE, "forward");
    assertCloseToScale(Flat.of(forward), Flat.of(reverse), 1e-12, "reverse");
  }

  @Test
  void onTriangles() {
    HandData data = HandData.random(4, 4);
    HandModel model = data.model();
    int pose = data.theta().length;
    double[][] expected = new double[12][];
    for (int row = 0; row < expected.length; row++) {
      int entry = row;
      expected[row] =
          Differences.gradient(
              v ->
                  residualsOnTriangles(
                      data, Arrays.copyOf(v, pose), Arrays.copyOfRange(v, pose, v.length))[entry],
              Flat.join(data.theta(), data.us()));
    }
    double[][] forward =
        HandComplicatedDerivatives.jacobianForward(
            data.theta(),
            data.us(),
            model.parents(),
            model.baseRelatives(),
            model.inverseBaseAbsolutes(),
            model.basePositions(),
            model.weights(),
            model.triangles(),
            data.correspondences(),
            data.points());
    double[][] reverse =
        HandComplicatedDerivatives.jacobianReverse(
            data.theta(),
            data.us(),
            model.parents(),
            model.baseRelatives(),
            model.inverseBaseAbsolutes(),
            model.basePositions(),
            model.weights(),
            model.triangles(),
            data.correspondences(),
            data.points());
    assertCloseToScale(Flat.of(expected), Flat.of(forward), TOLERANCE, "forward");
    assertCloseToScale(Flat.of(forward), Flat.of(reverse), 1e-12, "reverse");
  }

  private static double[] residuals(HandData data, double[] theta) {
    HandModel model = data.model();
    return HandObjective.residuals(
        theta,
        model.parents(),
        model.baseRelatives(),
        model.inverseBaseAbsolutes(),
        model.basePositions(),
        model.weights(),
        data.correspondences(),
        data.points());
  }

  private static double[] residualsOnTriangles(HandData data, double[] theta, double[] us) {
    HandModel model = data.model();
    return HandObjective.residualsOnTriangles(
        theta,
        us,
        model.parents(),
        model.baseRelatives(),
        model.inverseBaseAbsolutes(),
        model.basePositions(),
        model.weights(),
        model.triangles(),
        data.correspondences(),
        data.points());
  }
}
