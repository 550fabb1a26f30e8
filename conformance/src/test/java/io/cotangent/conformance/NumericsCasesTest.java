package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.cotangent.FiniteDifferences;
import io.cotangent.SpecialMath;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The reference cases of integrals, Marcum's Q and sampled functions, by generated derivatives. */
class NumericsCasesTest {
  private static double[][] gradients(double[] z, double y) {
    double[][] out = new double[2][z.length];
    for (int i = 0; i < z.length; i++) {
      var g = IntegralProgramsVariableBoundDerivatives.gradient(z[i], y);
      out[0][i] = g.z();
      out[1][i] = g.y();
    }
    return out;
  }

  @Test
  void variableBoundIntegral() {
    ReferenceCase c = ReferenceCase.of("forum-variable-bound-integral");
    double[] z = c.vector("z");
    double y = c.number("y");
    double[][] gradients = gradients(z, y);
    double relative = 1e-12;
    close(c, "value", Arrays.stream(z).map(b -> IntegralPrograms.variableBound(b, y)), relative);
    close(c, "dz", Arrays.stream(gradients[0]), relative);
    close(c, "dy", Arrays.stream(gradients[1]), relative);
    close(
        c,
        "dy",
        Arrays.stream(z).map(b -> IntegralProgramsVariableBoundDerivatives.jvp(b, y, 0, 1)),
        relative);
  }

  private static void close(
      ReferenceCase c, String name, java.util.stream.DoubleStream got, double relative) {
    double[] wanted = c.expected(name);
    double[] found = got.toArray();
    for (int i = 0; i < wanted.length; i++) {
      found[i] = found[i] / wanted[i] - 1;
    }
    assertArrayEquals(new double[wanted.length], found, relative, name);
  }

  @Test
  void marcumQ() {
    ReferenceCase c = ReferenceCase.of("forum-marcum-q");
    double[] m = c.vector("M");
    double[] a = c.vector("a");
    double[] b = c.vector("b");
    double[][] got = new double[6][m.length];
    for (int i = 0; i < m.length; i++) {
      int order = (int) m[i];
      got[0][i] = SpecialMath.marcumQ(order, a[i], b[i]);
      var g = LinalgProgramsMarcumDerivatives.gradient(order, a[i], b[i]);
      double[][] h = LinalgProgramsMarcumDerivatives.hessian(order, a[i], b[i]);
      got[1][i] = g.a();
      got[2][i] = g.b();
      got[3][i] = h[0][0];
      got[4][i] = h[1][1];
      got[5][i] = h[0][1];
    }
    String[] names = {"Q", "dQ_da", "dQ_db", "d2Q_da2", "d2Q_db2", "d2Q_dadb"};
    for (int k = 0; k < names.length; k++) {
      c.check(names[k], got[k]);
    }
  }

  @Test
  void sampledDerivative() {
    ReferenceCase c = ReferenceCase.of("forum-sampled-derivative");
    double[] x = c.vector("x");
    double[] y = c.vector("y");
    double[] tolerances = {1e-12, 1e-10, 1e-9, 1e-7};
    String[] names = {"d1", "d2", "d3", "d4"};
    for (int n = 1; n <= 4; n++) {
      double[] wanted = c.expected(names[n - 1]);
      double allowed = tolerances[n - 1];
      assertArrayEquals(wanted, FiniteDifferences.derivative(y, 0.1, n, 4), allowed);
      assertArrayEquals(wanted, FiniteDifferences.derivative(y, x, n, 4), allowed);
    }
    // The derivative is linear in the values: its tangent along them is itself.
    assertArrayEquals(
        LinalgPrograms.slopes(y, 0.1), LinalgProgramsSlopesDerivatives.jvp(y, 0.1, y, 0.0), 1e-13);
  }
}
