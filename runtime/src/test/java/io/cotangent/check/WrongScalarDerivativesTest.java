package io.cotangent.check;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ScalarFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scalar functions with one derivative spoilt each: GradientCheck finds and names it. */
final class WrongScalarDerivativesTest {
  private static final double[] POINT = {0.3, -1.2, 0.7};

  /** The wrong function, the entry that must be named, words of the message. */
  static Stream<Arguments> wrongFunctions() {
    return Stream.of(
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, x -> spoilt(Scalar.smoothGradient(x), 1)),
            "gradient[1]",
            "gradient[1] by reverse mode is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double jvp(double[] x, double[] xDot) {
                return super.jvp(x, spoilt(xDot.clone(), 2));
              }
            },
            "gradient[2]",
            "gradient[2] by forward mode is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double jvp(double[] x, double[] xDot) {
                double size = Matrices.sizeOfDot(xDot, xDot);
                return super.jvp(x, xDot) * (size == 1 ? 1 : 1.0001);
              }
            },
            "jvp",
            "jvp along a direction is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double[] vjp(double[] x, double cotangent) {
                return super.vjp(x, Math.abs(cotangent));
              }
            },
            "vjp[0]",
            "3 of 3 entries are off, the worst: vjp["),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double[] vjp(double[] x, double cotangent) {
                return cotangent == 0 ? spoilt(new double[3], 1) : super.vjp(x, cotangent);
              }
            },
            "vjp[1]",
            "vjp[1] of cotangent 0 is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double[][] jacobian(double[] x) {
                return new double[][] {spoilt(Scalar.smoothGradient(x), 0)};
              }
            },
            "jacobian[0][0]",
            "jacobian[0][0] is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double[][] jacobian(double[] x) {
                return new double[][] {{1, 2}};
              }
            },
            "jacobian",
            "jacobian is not of shape [1][3]"),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double valueAndGradient(double[] x, double[] grad) {
                return Math.nextUp(super.valueAndGradient(x, grad));
              }
            },
            "value",
            "value of valueAndGradient is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double valueAndGradient(double[] x, double[] grad) {
                double[] gradient = Scalar.smoothGradient(x);
                for (int i = 0; i < 3; i++) {
                  grad[i] += gradient[i];
                }
                return value(x);
              }
            },
            "gradient[",
            "3 of 3 entries are off"),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient) {
              @Override
              public double valueAndGradient(double[] x, double[] grad) {
                double value = super.valueAndGradient(x, grad);
                x[1] = 0;
                return value;
              }
            },
            "valueAndGradient",
            "valueAndGradient changes its argument"),
        Arguments.of(
            new Scalar(
                3,
                Scalar::smoothValue,
                Scalar::smoothGradient,
                x -> {
                  double[][] hessian = Scalar.smoothHessian(x);
                  hessian[2][1] += 1e-4;
                  return hessian;
                }),
            "hessian[2][1]",
            "hessian[2][1] is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient, Scalar::smoothHessian) {
              @Override
              public double[] hvp(double[] x, double[] v) {
                return spoilt(super.hvp(x, v), 0);
              }
            },
            "hessian[0][",
            "by hvp is "),
        Arguments.of(
            new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient, Scalar::smoothHessian) {
              @Override
              public double[] hvp(double[] x, double[] v) {
                double size = Matrices.sizeOfDot(v, v);
                return size == 1 ? super.hvp(x, v) : spoilt(super.hvp(x, v), 1);
              }
            },
            "hvp[1]",
            "hvp[1] along a direction is "),
        Arguments.of(
            new Scalar(
                3,
                Scalar::smoothValue,
                Scalar::smoothGradient,
                x -> {
                  double[][] hessian = Scalar.smoothHessian(x);
                  hessian[0][1] += 1e-8;
                  return hessian;
                }),
            "hessian[1][0]",
            "its mirror image is "));
  }

  private static double[] spoilt(double[] vector, int at) {
    vector[at] += 1e-3;
    return vector;
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("wrongFunctions")
  void wrongDerivativesAreNamed(ScalarFunction function, String entry, String words) {
    GradientCheckError error =
        assertThrows(GradientCheckError.class, () -> GradientCheck.check(function, POINT));
    assertTrue(error.entry().startsWith(entry), error.entry());
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }
}
