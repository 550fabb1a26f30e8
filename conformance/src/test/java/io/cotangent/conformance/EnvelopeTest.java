package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ScalarFunction;
import io.cotangent.check.GradientCheck;
import org.junit.jupiter.api.Test;

/** The envelope theorem, where an objective is called at its own minimiser and only there. */
class EnvelopeTest {
  private static final double[] A = {0.7, -1.2, 0.4};
  private static final double B = 0.6;
  private static final double[] AT = {0.7, -1.2, 0.4, 0.6};

  /**
   * The objective's own derivative at the point found, to rounding: no linear system was solved.
   */
  @Test
  void noLinearSystem() {
    double[] x = LooseMinimum.solve(new double[3], A, B);
    double[] slope = new double[4];
    double slack = 0;
    for (int i = 0; i < 3; i++) {
      slope[i] = -Math.sinh(x[i] - A[i]);
      slope[3] += x[i] * x[i] * (i + 1);
      slack += Math.abs(-slope[i] + 2 * B * x[i] * (i + 1));
    }
    assertTrue(slack > 1e-6, "solved too well to tell: " + slack);
    double[] gradient = new double[4];
    ScalarFunction recognised = EnvelopeProgramsRecognisedDerivatives.function(A, B);
    double value = recognised.valueAndGradient(AT, gradient);
    assertEquals(EnvelopePrograms.loose(x, A, B), value, 0.0);
    ScalarFunction nested = EnvelopeProgramsNestedDerivatives.function(A, B);
    double[] doubled = new double[4];
    nested.valueAndGradient(AT, doubled);
    for (int i = 0; i < 4; i++) {
      assertEquals(slope[i], gradient[i], 1e-14);
      assertEquals(2 * slope[i] + (i == 3 ? 1 : 0), doubled[i], 1e-14);
      double[] unit = new double[4];
      unit[i] = 1;
      assertEquals(slope[i], recognised.jvp(AT, unit), 1e-14);
    }
  }

  private static void check(ScalarFunction function) {
    GradientCheck.check(function, AT);
  }

  @Test
  void secondOrder() {
    check(EnvelopeProgramsTwiceDerivatives.function(A, B));
    check(EnvelopeProgramsAgainDerivatives.function(A, B));
    check(EnvelopeProgramsConstrainedDerivatives.function(A, B));
    check(EnvelopeProgramsInALoopDerivatives.function(A, B));
  }

  /** What only looks like it goes through the solution's derivative. */
  @Test
  void lookalikes() {
    check(EnvelopeProgramsAnotherParameterDerivatives.function(A, B));
    check(EnvelopeProgramsReassignedDerivatives.function(A, B));
    check(EnvelopeProgramsOverwrittenSolutionDerivatives.function(A, B));
    check(EnvelopeProgramsOverwrittenParameterDerivatives.function(A, B));
    check(EnvelopeProgramsOverwrittenInACallDerivatives.function(A, B));
    check(EnvelopeProgramsAnotherSolutionDerivatives.function(A, B));
    check(EnvelopeProgramsAnotherObjectiveDerivatives.function(A, B));
    check(EnvelopeProgramsBeforeTheSearchDerivatives.function(A, B));
  }
}
