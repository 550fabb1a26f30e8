package io.cotangent.processor.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Generated classes from functions written by hand, compiled and run. */
class GeneratedClassTest {
  private static final Map<String, String> MODEL = Map.of("demo/Model.java", Plans.SOURCE);

  private static final DerivativeClass WAVE = WavePlan.wave("WaveDerivatives", "x", "y");

  @Test
  void scalarsHaveEveryMethod() throws Exception {
    double s = Math.sin(0.7);
    double c = Math.cos(0.7);
    double[] got =
        Compilations.run(
            WAVE,
            """
            WaveDerivatives.Gradient g = WaveDerivatives.gradient(2.0, 0.7);
            WaveDerivatives.ValueAndGradient vg = WaveDerivatives.valueAndGradient(2.0, 0.7);
            WaveDerivatives.Workspace ws = new WaveDerivatives.Workspace();
            double value = WaveDerivatives.valueAndGradient(2.0, 0.7, ws);
            WaveDerivatives.ValueAndTangent vt = WaveDerivatives.valueAndJvp(2.0, 0.7, 3.0, 5.0);
            WaveDerivatives.Gradient v = WaveDerivatives.vjp(2.0, 0.7, 10.0);
            WaveDerivatives.Pushforward p = WaveDerivatives.pushforward(2.0, 0.7);
            WaveDerivatives.Gradient h = WaveDerivatives.hvp(2.0, 0.7, 3.0, 5.0);
            return new double[] {
              g.x(), g.y(), vg.value(), vg.gradient().y(), value, ws.x(), ws.y(),
              WaveDerivatives.jvp(2.0, 0.7, 3.0, 5.0), vt.value(), vt.tangent(), v.x(), v.y(),
              p.value(), p.apply(1.0, 0.0), p.apply(0.0, 1.0), h.x(), h.y()
            };
            """);
    double tangent = 3.0 * s + 2.0 * (c * 5.0);
    double[] expected = {
      s,
      2 * c,
      2 * s,
      2 * c,
      2 * s,
      s,
      2 * c,
      tangent,
      2 * s,
      tangent,
      10 * s,
      20 * c,
      2 * s,
      s,
      2 * c,
      5 * c,
      3 * c - 2 * s * 5
    };
    assertArrayEquals(expected, got, 1e-14);
  }

  @Test
  void jacobiansAndHessiansAgree() throws Exception {
    double s = Math.sin(0.7);
    double c = Math.cos(0.7);
    double[] got =
        Compilations.run(
            WAVE,
            """
            double[][] j = WaveDerivatives.jacobian(2.0, 0.7);
            double[][] f = WaveDerivatives.jacobianForward(2.0, 0.7);
            double[][] r = WaveDerivatives.jacobianReverse(2.0, 0.7);
            double[][] h = WaveDerivatives.hessian(2.0, 0.7);
            return new double[] {
              j.length, j[0][0], j[0][1], f[0][0], f[0][1], r[0][0], r[0][1],
              h[0][0], h[0][1], h[1][0], h[1][1]
            };
            """);
    double[] expected = {1, s, 2 * c, s, 2 * c, s, 2 * c, 0, c, c, -2 * s};
    assertArrayEquals(expected, got, 1e-14);
  }

  @Test
  void aScalarFunctionObjectGivesWhatTheStaticMethodsGive() throws Exception {
    double s = Math.sin(0.7);
    double c = Math.cos(0.7);
    double[] got =
        Compilations.run(
            WAVE,
            """
            io.cotangent.ScalarFunction f = WaveDerivatives.function(9.0, 9.0);
            double[] x = {2.0, 0.7};
            double[] g = new double[2];
            double value = f.valueAndGradient(x, g);
            double[] v = f.vjp(x, 10.0);
            double[] h = f.hvp(x, new double[] {3.0, 5.0});
            return new double[] {
              f.dimension(), f.order(), f.value(x), value, g[0], g[1],
              f.jvp(x, new double[] {1.0, 0.0}), v[0], v[1], h[0], h[1], f.hessian(x)[0][1],
              f.jacobian(x)[0][1]
            };
            """);
    double[] expected = {
      2, 2, 2 * s, 2 * s, s, 2 * c, s, 10 * s, 20 * c, 5 * c, 3 * c - 10 * s, c, 2 * c
    };
    assertArrayEquals(expected, got, 1e-14);
  }

  @Test
  void aWrittenArrayIsCopiedAndAPullbackCanBeAppliedAgain() throws Exception {
    double[] got =
        Compilations.run(
            EnergyPlan.energy(),
            """
            double[] a = {1.0, 2.0, 3.0};
            EnergyDerivatives.Gradient g = EnergyDerivatives.gradient(a, 2.0);
            EnergyDerivatives.Pullback p = EnergyDerivatives.pullback(a, 2.0);
            a[2] = 100.0;
            EnergyDerivatives.Gradient once = p.apply(1.0);
            EnergyDerivatives.Gradient again = p.apply(10.0);
            a[2] = 3.0;
            double tangent = EnergyDerivatives.jvp(a, 2.0, new double[] {1.0, 0.0, 0.0}, 1.0);
            double[][] j = EnergyDerivatives.jacobianForward(a, 2.0);
            double[][] k = EnergyDerivatives.jacobianReverse(a, 2.0);
            return new double[] {
              a[0], a[1], a[2], g.a()[0], g.a()[1], g.a()[2], g.c(), p.value(), once.a()[2],
              once.c(), again.a()[0], again.a()[2], again.c(), tangent,
              j[0][0], j[0][1], j[0][2], j[0][3], k[0][0], k[0][1], k[0][2], k[0][3]
            };
            """);
    double[] expected = {
      1, 2, 3, 8, 16, 24, 56, 56, 24, 56, 80, 240, 560, 64, 8, 16, 24, 56, 8, 16, 24, 56
    };
    assertArrayEquals(expected, got, 1e-12);
  }

  @Test
  void aWorkspaceServesManySizes() throws Exception {
    double[] got =
        Compilations.run(
            EnergyPlan.energy(),
            """
            EnergyDerivatives.Workspace ws = new EnergyDerivatives.Workspace();
            double[] out = new double[12];
            int at = 0;
            for (int n : new int[] {3, 0, 5, 1}) {
              double[] a = new double[n];
              Arrays.fill(a, 1.0);
              out[at++] = EnergyDerivatives.valueAndGradient(a, 3.0, ws);
              out[at++] = ws.a().length;
              out[at++] = ws.c();
            }
            return out;
            """);
    assertArrayEquals(new double[] {27, 3, 18, 0, 0, 0, 45, 5, 30, 9, 1, 6}, got);
  }

  @Test
  void arrayResultsHaveEveryMethod() throws Exception {
    double[] got =
        Compilations.run(
            ProductPlan.product(),
            """
            double[] x = {2.0, 3.0};
            double[] y = {5.0, 7.0};
            ProductDerivatives.Pullback p = ProductDerivatives.pullback(x, y);
            ProductDerivatives.Gradient g = p.apply(new double[] {1.0, 10.0});
            ProductDerivatives.Gradient h = p.apply(new double[] {1.0, 0.0});
            double[] t = ProductDerivatives.jvp(x, y, new double[] {1, 0}, new double[] {0, 1});
            double[][] j = ProductDerivatives.jacobian(x, y);
            double[][] f = ProductDerivatives.jacobianForward(x, y);
            io.cotangent.VectorFunction v = ProductDerivatives.function(x, y);
            double[] flat = {2.0, 3.0, 5.0, 7.0};
            double[] bar = v.vjp(flat, new double[] {0.0, 1.0});
            ProductDerivatives.Pushforward push = ProductDerivatives.pushforward(x, y);
            return new double[] {
              p.value()[1], g.x()[0], g.x()[1], g.y()[1], h.x()[1], h.y()[0], t[0], t[1],
              j[0][0], j[0][1], j[0][2], j[0][3], j[1][1], f[0][0], f[1][3],
              v.value(flat)[1], bar[1], bar[3], v.jacobian(flat)[1][3],
              v.jvp(flat, new double[] {0.0, 1.0, 0.0, 0.0})[1], push.value()[0],
              push.apply(new double[2], new double[] {1.0, 1.0})[1]
            };
            """);
    double[] expected = {21, 5, 70, 30, 0, 2, 5, 3, 5, 0, 2, 0, 7, 5, 3, 21, 7, 3, 3, 7, 10, 3};
    assertArrayEquals(expected, got, 1e-14);
  }

  @Test
  void namesOfTheUsersWinOverOurs() throws Exception {
    String[][] pairs = {
      {"ws", "value"},
      {"tape", "gradient"},
      {"cotangent", "hashCode"},
      {"x", "xDot"},
      {"results", "arrays"},
      {"reset", "primals"},
      {"toString", "columns"}
    };
    for (String[] pair : pairs) {
      DerivativeClass plan = WavePlan.wave("NamesDerivatives", pair[0], pair[1]);
      Class<?> type = Compilations.load(plan, MODEL);
      var gradient = type.getDeclaredMethod("gradient", double.class, double.class);
      gradient.setAccessible(true);
      Object result = gradient.invoke(null, 2.0, 0.7);
      assertEquals(
          String.valueOf(List.of(Math.sin(0.7), 2 * Math.cos(0.7))),
          String.valueOf(List.of(component(result, 0), component(result, 1))));
    }
  }

  private static Object component(Object result, int index) throws Exception {
    var accessor = result.getClass().getRecordComponents()[index].getAccessor();
    accessor.setAccessible(true);
    return accessor.invoke(result);
  }

  @Test
  void theSamePlanGivesTheSameText() {
    String first = new ClassEmitter(EnergyPlan.energy()).emit().toString();
    assertEquals(first, new ClassEmitter(EnergyPlan.energy()).emit().toString());
  }

  @Test
  void aWorkspaceThatHasSeenTheSizesAllocatesNothing() throws Exception {
    double[] got =
        Compilations.run(
            EnergyPlan.energy(),
            """
            EnergyDerivatives.Workspace ws = new EnergyDerivatives.Workspace();
            double[] a = new double[50];
            double[] b = new double[20];
            Arrays.fill(a, 1.0);
            double sum = 0;
            var threads =
                (com.sun.management.ThreadMXBean)
                    java.lang.management.ManagementFactory.getThreadMXBean();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
              long before = threads.getCurrentThreadAllocatedBytes();
              for (int i = 0; i < 1000; i++) {
                sum += EnergyDerivatives.valueAndGradient(a, 3.0, ws);
                sum += EnergyDerivatives.valueAndGradient(b, 3.0, ws);
              }
              long after = threads.getCurrentThreadAllocatedBytes();
              if (round > 0) {
                least = Math.min(least, after - before);
              }
            }
            return new double[] {least, sum};
            """);
    assertEquals(5 * 1000 * 450.0, got[1]);
    assertEquals(0.0, got[0]);
  }
}
