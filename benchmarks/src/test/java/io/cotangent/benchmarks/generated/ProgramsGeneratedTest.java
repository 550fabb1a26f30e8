package io.cotangent.benchmarks.generated;

import static io.cotangent.benchmarks.Close.assertCloseToScale;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.benchmarks.Differences;
import io.cotangent.benchmarks.Flat;
import io.cotangent.benchmarks.manual.BurgersAdjoint;
import io.cotangent.benchmarks.manual.MlpAdjoint;
import io.cotangent.benchmarks.manual.SabrAdjoint;
import io.cotangent.benchmarks.objective.Burgers;
import io.cotangent.benchmarks.objective.BurgersEnergyDerivatives;
import io.cotangent.benchmarks.objective.BurgersEnergyOnTapeDerivatives;
import io.cotangent.benchmarks.objective.Mlp;
import io.cotangent.benchmarks.objective.MlpDerivatives;
import io.cotangent.benchmarks.objective.NBody;
import io.cotangent.benchmarks.objective.NBodyDerivatives;
import io.cotangent.benchmarks.objective.Sabr;
import io.cotangent.benchmarks.objective.SabrDerivatives;
import io.cotangent.benchmarks.objective.Tree;
import io.cotangent.benchmarks.objective.TreeDerivatives;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives of the programs beyond ADBench's: against hand-written ones, and differences. */
class ProgramsGeneratedTest {
  private static final double TOLERANCE = 1e-12;

  private static double[][] matrix(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = random.doubles(columns, -0.5, 0.5).toArray();
    }
    return matrix;
  }

  @Test
  void mlp() {
    Random random = new Random(1);
    double[][] w1 = matrix(random, 12, 30);
    double[] b1 = matrix(random, 1, 12)[0];
    double[][] w2 = matrix(random, 5, 12);
    double[] b2 = matrix(random, 1, 5)[0];
    double[][] images = matrix(random, 7, 30);
    int[] labels = random.ints(7, 0, 5).toArray();
    MlpAdjoint adjoint = new MlpAdjoint(30, 12, 5);
    double value = Mlp.loss(w1, b1, w2, b2, images, labels);
    assertEquals(value, adjoint.valueAndGradient(w1, b1, w2, b2, images, labels), TOLERANCE);
    var gradient = MlpDerivatives.gradient(w1, b1, w2, b2, images, labels);
    assertCloseToScale(
        Flat.join(Flat.of(adjoint.w1), adjoint.b1, Flat.of(adjoint.w2), adjoint.b2),
        Flat.join(Flat.of(gradient.w1()), gradient.b1(), Flat.of(gradient.w2()), gradient.b2()),
        TOLERANCE,
        "gradient");
    double[] differences =
        Differences.gradient(b -> Mlp.loss(w1, b, w2, b2, images, labels), b1.clone());
    assertCloseToScale(differences, adjoint.b1, 1e-8, "by hand");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 13, 200})
  void burgers(int copies) {
    double[] start = new double[40];
    Arrays.setAll(start, i -> Math.sin(0.3 * i));
    BurgersAdjoint adjoint = new BurgersAdjoint(40, 90);
    double value = Burgers.energy(start, 2e-3, 1e-3, 90, copies);
    assertEquals(value, Burgers.energyOnTape(start, 2e-3, 1e-3, 90));
    assertEquals(value, adjoint.valueAndGradient(start, 2e-3, 1e-3), TOLERANCE);
    double[] expected = Flat.join(adjoint.start(), new double[] {adjoint.viscosity});
    var byCopies = BurgersEnergyDerivatives.gradient(start, 2e-3, 1e-3, 90, copies);
    var onTape = BurgersEnergyOnTapeDerivatives.gradient(start, 2e-3, 1e-3, 90);
    assertCloseToScale(
        expected,
        Flat.join(byCopies.start(), new double[] {byCopies.viscosity()}),
        TOLERANCE,
        "by copies");
    assertCloseToScale(
        expected,
        Flat.join(onTape.start(), new double[] {onTape.viscosity()}),
        TOLERANCE,
        "on tape");
    double[] differences =
        Differences.gradient(u -> Burgers.energyOnTape(u, 2e-3, 1e-3, 90), start.clone());
    assertCloseToScale(differences, adjoint.start(), 1e-8, "by hand");
  }

  @Test
  void nBody() {
    Random random = new Random(2);
    double[] start = random.doubles(30, -1, 1).toArray();
    double[] masses = random.doubles(5, 0.5, 1.5).toArray();
    var gradient = NBodyDerivatives.gradient(start, masses, 0.01, 25, 4);
    assertCloseToScale(
        Differences.gradient(y -> NBody.spread(y, masses, 0.01, 25, 4), start.clone()),
        gradient.start(),
        1e-7,
        "start");
    assertCloseToScale(
        Differences.gradient(m -> NBody.spread(start, m, 0.01, 25, 4), masses.clone()),
        gradient.masses(),
        1e-7,
        "masses");
  }

  @Test
  void sabr() {
    double[] o = {0.03, 0.5, -0.3, 0.4, 0.03, 0.04, 2};
    SabrAdjoint adjoint = new SabrAdjoint();
    double value = Sabr.volatility(o[0], o[1], o[2], o[3], o[4], o[5], o[6]);
    assertEquals(
        value, adjoint.valueAndGradient(o[0], o[1], o[2], o[3], o[4], o[5], o[6]), TOLERANCE);
    var g = SabrDerivatives.gradient(o[0], o[1], o[2], o[3], o[4], o[5], o[6]);
    double[] expected = {
      adjoint.alpha, adjoint.beta, adjoint.rho, adjoint.nu, adjoint.f, adjoint.k, adjoint.t
    };
    assertCloseToScale(
        expected,
        new double[] {g.alpha(), g.beta(), g.rho(), g.nu(), g.f(), g.k(), g.t()},
        TOLERANCE,
        "gradient");
    double[] scaled =
        Differences.gradient(
            s -> Sabr.volatility(o[0] * s[0], o[1], o[2], o[3], o[4] * s[1], o[5], o[6] * s[2]),
            new double[] {1, 1, 1});
    double[] byHand = {adjoint.alpha * o[0], adjoint.f * o[4], adjoint.t * o[6]};
    assertCloseToScale(scaled, byHand, 1e-8, "by hand");
  }

  @Test
  void tree() {
    double[] leaves = new Random(3).doubles(37, -1, 1).toArray();
    double[] expected = Differences.gradient(Tree::value, leaves.clone());
    assertCloseToScale(expected, TreeDerivatives.gradient(leaves), 1e-7, "tree");
    assertEquals(1, TreeDerivatives.gradient(new double[] {0.5})[0]);
  }
}
