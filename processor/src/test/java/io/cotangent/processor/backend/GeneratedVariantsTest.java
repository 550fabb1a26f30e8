package io.cotangent.processor.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Generated classes of methods with aliased arrays, receivers, {@code float}s and exceptions. */
class GeneratedVariantsTest {
  @Test
  void oneArrayPassedTwiceIsOneArray() throws Exception {
    double[] got =
        Compilations.run(
            MixPlan.mix(),
            """
            double[] a = {3.0};
            double[] b = {5.0};
            MixDerivatives.Gradient same = MixDerivatives.gradient(a, a);
            MixDerivatives.Gradient two = MixDerivatives.gradient(a, b);
            MixDerivatives.Pullback p = MixDerivatives.pullback(a, a);
            MixDerivatives.Gradient once = p.apply(1.0);
            MixDerivatives.Gradient again = p.apply(10.0);
            double[][] f = MixDerivatives.jacobianForward(a, a);
            double[][] r = MixDerivatives.jacobianReverse(a, a);
            double[] unit = {1.0};
            return new double[] {
              same.a()[0], same.b()[0], two.a()[0], two.b()[0], p.value(), once.a()[0], once.b()[0],
              again.a()[0], f[0][0], f[0][1], r[0][0], r[0][1],
              MixDerivatives.jvp(a, a, unit, unit), MixDerivatives.jvp(a, b, unit, unit), a[0],
              MixDerivatives.pushforward(a, a).value(), MixDerivatives.function(a, b).value(new double[] {2, 4})
            };
            """);
    double[] expected = {6, 0, 5, 3, 9, 6, 0, 60, 6, 0, 6, 0, 6, 8, 3, 9, 8};
    assertArrayEquals(expected, got);
  }

  @Test
  void cotangentsStayWithTheRowsThatWereGiven() throws Exception {
    double[] got =
        Compilations.run(
            MovePlan.move(),
            """
            double[][] m = {{2.0}, {5.0}};
            double[][] g = MoveDerivatives.gradient(m);
            MoveDerivatives.Pullback p = MoveDerivatives.pullback(m);
            double[][] once = p.apply(1.0);
            double[][] again = p.apply(10.0);
            double[][] j = MoveDerivatives.jacobianForward(m);
            return new double[] {
              g[0][0], g[1][0], once[0][0], once[1][0], again[0][0], again[1][0], j[0][0], j[0][1],
              m[0][0], MoveDerivatives.function(m).value(new double[] {3.0, 4.0})
            };
            """);
    assertArrayEquals(new double[] {5, 2, 5, 2, 50, 20, 5, 2, 2, 12}, got);
  }

  @Test
  void tangentsOfTheWrongShapeAreRefused() throws Exception {
    double[] got =
        Compilations.run(
            MixPlan.mix(),
            """
            double[] a = {3.0};
            try {
              MixDerivatives.jvp(a, a, new double[2], a);
              return new double[] {0};
            } catch (IllegalArgumentException e) {
              return new double[] {e.getMessage().equals("aDot has length 2 instead of 1") ? 1 : 2};
            }
            """);
    assertArrayEquals(new double[] {1}, got);
  }

  private static final String SCALED =
      """
      Model.Scale s = new Model.Scale();
      ScaleDerivatives.Workspace ws = new ScaleDerivatives.Workspace();
      float g = ScaleDerivatives.gradient(s, 2.0f);
      ScaleDerivatives.Pullback p = ScaleDerivatives.pullback(s, 2.0f);
      io.cotangent.ScalarFunction f = ScaleDerivatives.function(s, 0.0f);
      double thrown = 0;
      try {
        ScaleDerivatives.gradient(s, -1.0f);
      } catch (java.io.IOException e) {
        thrown++;
      }
      try {
        f.value(new double[] {-1.0});
      } catch (Exception e) {
        thrown += e instanceof java.io.IOException ? 1 : 0;
      }
      return new double[] {
        g, ScaleDerivatives.valueAndGradient(s, 2.0f, ws), ws.x(), p.value(), p.apply(10.0f),
        ScaleDerivatives.jvp(s, 2.0f, 5.0f), f.value(new double[] {4.0}),
        f.vjp(new double[] {4.0}, 0.5)[0], ScaleDerivatives.jacobian(s, 1.0f)[0][0], thrown
      };
      """;

  @Test
  void receiversFloatsAndCheckedExceptions() throws Exception {
    double[] expected = {3, 6, 3, 6, 30, 15, 12, 1.5, 3, 2};
    assertArrayEquals(expected, Compilations.run(ScalePlan.scale(true), SCALED));
  }

  @Test
  void methodsThatCannotBeCalledAreNotCalled() throws Exception {
    double[] expected = {3, 6, 3, 6, 30, 15, 12, 1.5, 3, 2};
    assertArrayEquals(expected, Compilations.run(ScalePlan.scale(false), SCALED));
  }
}
