package io.cotangent.samples.logistic;

import static io.cotangent.samples.logistic.Cookbook.B;
import static io.cotangent.samples.logistic.Cookbook.INPUTS;
import static io.cotangent.samples.logistic.Cookbook.TARGETS;
import static io.cotangent.samples.logistic.Cookbook.W;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The expected figures are closed forms, computed with 60 digits. */
class LogisticSampleTest {

  private static final double[] PREDICTIONS = {
    0.13262258028814516, 0.9520670177915261, 0.6249393620359334, 0.9980987149890383
  };
  private static final double[] W_GRADIENT = {
    -0.1696557652430478, -0.8774645278926753, -1.4901345173213494
  };
  private static final double[][] JACOBIAN_W = {
    {0.05981759237264701, 0.1288378912641628, 0.08857605024411193},
    {0.040159162054066874, -0.04928624433908207, 0.006845311713761399},
    {0.12188288102330806, 0.014063409348843238, -0.30470720255827016},
    {0.00140427589343885, -0.004725198614409103, 0.002637761475513516}
  };
  private static final double[] JACOBIAN_B = {
    0.11503383148585965, 0.04563541142507599, 0.23439015581405398, 0.0018976701262687164
  };
  private static final double[][][] HESSIANS_OF_PREDICTIONS = {
    {
      {0.022854658048808135, 0.049225417335894445, 0.03384247441842743},
      {0.049225417335894445, 0.10602397580038803, 0.07289148336276677},
      {0.03384247441842743, 0.07289148336276677, 0.050112894811902155}
    },
    {
      {-0.031952153423147986, 0.03921400647386344, -0.0054463897880365885},
      {0.03921400647386344, -0.04812628067246877, 0.006684205648953995},
      {-0.0054463897880365885, 0.006684205648953995, -0.0009283618956880549}
    },
    {
      {-0.015837088174079823, -0.0018273563277784414, 0.03959272043519956},
      {-0.0018273563277784414, -0.0002108488070513586, 0.004568390819446103},
      {0.03959272043519956, 0.004568390819446103, -0.09898180108799891}
    },
    {
      {-0.001035212666657723, 0.0034833507296996354, -0.0019445210900732905},
      {0.0034833507296996354, -0.011721004482367693, 0.006543050694976343},
      {-0.0019445210900732905, 0.006543050694976343, -0.003652546371894424}
    }
  };
  private static final double[][] HESSIAN_OF_LOSS = {
    {0.13086347293462025, 0.027440134325708184, -0.10441238140337225, 0.2232639113434608},
    {0.027440134325708184, 0.21013713121288025, 0.06696178139501818, 0.08888985765951488},
    {-0.10441238140337225, 0.06696178139501818, 0.4690162072217454, -0.20664807912488334},
    {0.2232639113434608, 0.08888985765951488, -0.20664807912488334, 0.3969570688512583}
  };
  private static final double[] TANGENT = {
    -0.7607929706573486, -0.6751455664634705, 0.08130554854869843
  };
  private static final double[] COTANGENT = {
    -2.2365710735321045, -1.3850407600402832, -1.008278727531433, -1.3127357959747314
  };
  private static final double[] DIRECTION = {
    0.8186333618487943, -0.47631449446571783, 0.320879917149716
  };
  private static final double[] JVP = {
    -0.1252914105248841, 0.0032791429788173736, -0.12699687384797068, 0.0023362983102930453
  };
  private static final double[] VJP = {
    -0.31414373254173034, -0.2278685425761481, 0.09617943903251779
  };
  private static final double LOSS = 3.05193843640133;
  private static final double B_GRADIENT = -0.292272324895357;
  private static final double DIRECTIONAL = -0.19909103690315327;
  private static final double EXACT = 1e-12;
  private static final double PRINTED = 2e-6;

  @Test
  void predictions() {
    assertArrayEquals(PREDICTIONS, LogisticRegression.predict(W, B, INPUTS), EXACT);
  }

  @Test
  void lossAndGradient() {
    var at = LogisticRegressionLossDerivatives.valueAndGradient(W, B, INPUTS, TARGETS);
    assertEquals(LogisticRegression.loss(W, B, INPUTS, TARGETS), at.value());
    assertEquals(LOSS, at.value(), EXACT);
    assertArrayEquals(W_GRADIENT, at.gradient().w(), EXACT);
    assertEquals(B_GRADIENT, at.gradient().b(), EXACT);
    var gradient = LogisticRegressionLossDerivatives.gradient(W, B, INPUTS, TARGETS);
    assertArrayEquals(at.gradient().w(), gradient.w());
    assertEquals(at.gradient().b(), gradient.b());
  }

  @Test
  void gradientIsTheCookbooksPrintedOne() {
    var at = LogisticRegressionLossDerivatives.valueAndGradient(W, B, INPUTS, TARGETS);
    assertEquals(Cookbook.PRINTED_LOSS, at.value(), PRINTED);
    assertArrayEquals(Cookbook.PRINTED_W_GRADIENT, at.gradient().w(), PRINTED);
    assertEquals(Cookbook.PRINTED_B_GRADIENT, at.gradient().b(), PRINTED);
  }

  @Test
  void directionalDerivative() {
    double tangent = LogisticRegressionLossDerivatives.jvp(W, B, INPUTS, TARGETS, DIRECTION, 0);
    assertEquals(DIRECTIONAL, tangent, EXACT);
  }

  @Test
  void jacobianOfPredictionsInEveryWay() {
    double[][][] jacobians = {
      LogisticRegressionPredictDerivatives.jacobian(W, B, INPUTS),
      LogisticRegressionPredictDerivatives.jacobianForward(W, B, INPUTS),
      LogisticRegressionPredictDerivatives.jacobianReverse(W, B, INPUTS)
    };
    for (double[][] jacobian : jacobians) {
      for (int i = 0; i < INPUTS.length; i++) {
        double[] expected = {JACOBIAN_W[i][0], JACOBIAN_W[i][1], JACOBIAN_W[i][2], JACOBIAN_B[i]};
        assertArrayEquals(expected, jacobian[i], EXACT);
      }
    }
  }

  @Test
  void pushedForwardAndPulledBack() {
    double[] zero = {0, 0, 0};
    assertArrayEquals(
        JVP, LogisticRegressionPredictDerivatives.jvp(W, B, INPUTS, TANGENT, 0), EXACT);
    assertArrayEquals(
        JACOBIAN_B, LogisticRegressionPredictDerivatives.jvp(W, B, INPUTS, zero, 1), EXACT);
    assertArrayEquals(
        VJP, LogisticRegressionPredictDerivatives.vjp(W, B, INPUTS, COTANGENT).w(), EXACT);
  }

  @Test
  void hessianOfTheLossAndItsProducts() {
    double[][] hessian = LogisticRegressionLossDerivatives.hessian(W, B, INPUTS, TARGETS);
    assertEquals(4, hessian.length);
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(HESSIAN_OF_LOSS[i], hessian[i], EXACT);
      double[] wDot = new double[3];
      double bDot = i == 3 ? 1 : 0;
      if (i < 3) {
        wDot[i] = 1;
      }
      var row = LogisticRegressionLossDerivatives.hvp(W, B, INPUTS, TARGETS, wDot, bDot);
      double[] flat = {row.w()[0], row.w()[1], row.w()[2], row.b()};
      assertArrayEquals(HESSIAN_OF_LOSS[i], flat, EXACT);
    }
  }

  @Test
  void hessiansOfThePredictions() {
    for (int n = 0; n < INPUTS.length; n++) {
      double[][] hessian = LogisticRegressionProbabilityDerivatives.hessian(W, B, INPUTS[n]);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          assertEquals(HESSIANS_OF_PREDICTIONS[n][i][j], hessian[i][j], EXACT);
        }
      }
    }
  }

  @Test
  void descentAndNewtonEndAtTheSameMinimum() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Training training = new Training(INPUTS, TARGETS, LogisticSample.RIDGE, nowhere);
    Training.Trained descended = training.descend(W, B, LogisticSample.STEP_SIZE);
    Training.Trained newton = training.newton(W, B);
    assertTrue(descended.gradientNorm() <= 1e-9, () -> descended.toString());
    assertTrue(newton.gradientNorm() <= 1e-9, () -> newton.toString());
    assertTrue(newton.steps() <= 12, () -> newton.toString());
    assertEquals(newton.loss(), descended.loss(), 1e-12);
    assertArrayEquals(newton.w(), descended.w(), 1e-6);
    assertEquals(newton.b(), descended.b(), 1e-6);
    double start = LogisticRegression.ridgeLoss(W, B, INPUTS, TARGETS, LogisticSample.RIDGE);
    assertTrue(newton.loss() < start / 2);
    double[] probabilities = LogisticRegression.predict(newton.w(), newton.b(), INPUTS);
    for (int i = 0; i < TARGETS.length; i++) {
      assertEquals(TARGETS[i], probabilities[i] > 0.5);
    }
  }

  @Test
  void theSamplePrintsTheCookbooksFiguresAndTheTraining() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LogisticSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("loss       3.051938436"), text);
    assertTrue(text.contains("-0.877464528"), text);
    assertTrue(text.contains("step     0"), text);
    assertTrue(text.contains("by Newton's method"), text);
  }
}
