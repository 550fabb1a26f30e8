package io.cotangent.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.SpecialMath;
import io.cotangent.VectorFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** GradientCheck on array-valued functions: right ones pass, every wrong derivative is named. */
final class VectorGradientCheckTest {
  private static final double[] POINT = {0.3, -1.2, 0.7, 2};

  /** Softmax, whose Jacobian is {@code diag(s) - s s'}. */
  private static class Softmax implements VectorFunction {
    @Override
    public int dimension() {
      return 4;
    }

    @Override
    public double[] value(double[] x) {
      return SpecialMath.softmax(x);
    }

    @Override
    public double[] jvp(double[] x, double[] xDot) {
      double[] s = SpecialMath.softmax(x);
      double mean = Matrices.dot(s, xDot);
      for (int i = 0; i < s.length; i++) {
        s[i] *= xDot[i] - mean;
      }
      return s;
    }

    @Override
    public double[] vjp(double[] x, double[] cotangent) {
      return jvp(x, cotangent);
    }

    @Override
    public double[][] jacobian(double[] x) {
      double[][] jacobian = new double[4][];
      for (int i = 0; i < 4; i++) {
        jacobian[i] = vjp(x, Matrices.unit(4, i));
      }
      return jacobian;
    }
  }

  /** From two entries to none, or from none to one. */
  private record Empty(int dimension, double[] result) implements VectorFunction {
    @Override
    public double[] value(double[] x) {
      return result.clone();
    }

    @Override
    public double[] jvp(double[] x, double[] xDot) {
      return new double[result.length];
    }

    @Override
    public double[] vjp(double[] x, double[] cotangent) {
      return new double[dimension];
    }

    @Override
    public double[][] jacobian(double[] x) {
      return new double[result.length][dimension];
    }
  }

  @Test
  void rightDerivativesPass() {
    double[] x = POINT.clone();
    GradientCheck.check(new Softmax(), x);
    GradientCheck.check(new Softmax(), x, 1e-7);
    assertArrayEquals(POINT, x);
  }

  @Test
  void emptyShapesPass() {
    GradientCheck.check(new Empty(2, new double[0]), new double[2]);
    GradientCheck.check(new Empty(0, new double[] {1}), new double[0]);
  }

  static Stream<Arguments> wrongFunctions() {
    return Stream.of(
        Arguments.of(
            new Softmax() {
              @Override
              public double[] vjp(double[] x, double[] cotangent) {
                return spoilt(super.vjp(x, cotangent), 2, cotangent[1]);
              }
            },
            "jacobian[1][2]",
            "jacobian[1][2] by reverse mode is "),
        Arguments.of(
            new Softmax() {
              @Override
              public double[] jvp(double[] x, double[] xDot) {
                return spoilt(super.jvp(x, xDot), 0, xDot[3]);
              }

              @Override
              public double[] vjp(double[] x, double[] cotangent) {
                return super.jvp(x, cotangent);
              }
            },
            "jacobian[0][3]",
            "jacobian[0][3] by forward mode is "),
        Arguments.of(
            new Softmax() {
              @Override
              public double[][] jacobian(double[] x) {
                double[][] jacobian = super.jacobian(x);
                jacobian[3][0] = -jacobian[3][0];
                return jacobian;
              }
            },
            "jacobian[3][0]",
            "jacobian[3][0] is "),
        Arguments.of(
            new Softmax() {
              @Override
              public double[] vjp(double[] x, double[] cotangent) {
                double size = Matrices.sizeOfDot(cotangent, cotangent);
                return spoilt(super.vjp(x, cotangent), 0, size == 1 ? 0 : 1);
              }
            },
            "jvp",
            "jvp along a direction, times a cotangent, is "),
        Arguments.of(
            new Softmax() {
              @Override
              public double[] jvp(double[] x, double[] xDot) {
                double[] tangent = super.jvp(x, xDot);
                xDot[0] = 7;
                return tangent;
              }

              @Override
              public double[] vjp(double[] x, double[] cotangent) {
                return super.jvp(x, cotangent);
              }
            },
            "jvp",
            "jvp changes its argument"),
        Arguments.of(
            new Softmax() {
              @Override
              public double[] vjp(double[] x, double[] cotangent) {
                return new double[3];
              }
            },
            "vjp",
            "vjp has 3 entries instead of 4"),
        Arguments.of(
            new Softmax() {
              @Override
              public double[][] jacobian(double[] x) {
                return new double[3][4];
              }
            },
            "jacobian",
            "jacobian is not of shape [4][4]"));
  }

  private static double[] spoilt(double[] vector, int at, double by) {
    vector[at] += 1e-4 * by;
    return vector;
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("wrongFunctions")
  void wrongDerivativesAreNamed(VectorFunction function, String entry, String words) {
    GradientCheckError error =
        assertThrows(GradientCheckError.class, () -> GradientCheck.check(function, POINT));
    assertTrue(error.entry().startsWith(entry), error.entry());
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void badPointsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GradientCheck.check(new Softmax(), new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> GradientCheck.check(new Softmax(), new double[] {1, 2, 3, Double.NaN}));
  }
}
