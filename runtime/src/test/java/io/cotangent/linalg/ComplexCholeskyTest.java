package io.cotangent.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.Complex;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cholesky's factor of Hermitian matrices. */
class ComplexCholeskyTest {
  private static final Complex[][] A = {
    {c(5, 0), c(2, 3), c(0, 5)}, {c(2, -3), c(7, 0), c(1, 7)}, {c(0, -5), c(1, -7), c(12, 0)}
  };

  private static Complex c(double re, double im) {
    return new Complex(re, im);
  }

  private static void assertClose(Complex expected, Complex got, double tolerance) {
    assertEquals(0, expected.minus(got).abs(), tolerance, () -> expected + " but " + got);
  }

  /**
   * The gradient of {@code sum (L - sin L)^2} that the JAX autodiff cookbook prints: the conjugate
   * of the cotangents of the parts.
   */
  @Test
  void theGradientOfTheCookbook() {
    Complex[][] l = Linalg.cholesky(A);
    Complex[][] bar = new Complex[3][3];
    Complex value = Complex.ZERO;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        Complex z = l[i][j];
        Complex difference = z.minus(z.sin());
        value = value.plus(difference.pow(2));
        bar[i][j] = difference.times(2).times(Complex.ONE.minus(z.cos())).conjugate();
      }
    }
    assertClose(c(10.113121934666012, 5.423104918347795), value, 1e-11);
    Complex[][] gradient = CholeskyRules.choleskyVjp(A, bar);
    Complex[][] expected = {
      {
        c(-0.7534174988308355, 0),
        c(-3.050904518044746, -10.94054450848743),
        c(5.989685228545385, 3.542303748813496)
      },
      {
        c(-3.050904518044746, 10.94054450848743),
        c(-8.904491876454008, 0),
        c(-5.135151022850241, -6.5593746990088135)
      },
      {
        c(5.989685228545385, -3.542303748813496),
        c(-5.135151022850241, 6.5593746990088135),
        c(0.013204274102533494, 0)
      }
    };
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertClose(expected[i][j], gradient[i][j].conjugate(), 1e-9);
      }
    }
  }

  @Test
  void tangentsAgreeWithDifferencesAndWithTheCotangents() {
    Random random = new Random(2);
    Complex[][] dot = random(random);
    Complex[][] bar = random(random);
    Complex[][] got = CholeskyRules.choleskyJvp(A, dot);
    double[] numeric = Rule.slope(t -> flat(Linalg.cholesky(plus(A, t, dot))));
    double[] tangent = flat(got);
    for (int i = 0; i < numeric.length; i++) {
      assertEquals(numeric[i], tangent[i], 1e-8);
    }
    double[] back = flat(CholeskyRules.choleskyVjp(A, bar));
    assertEquals(Rule.dot(flat(bar), tangent), Rule.dot(back, flat(dot)), 1e-12);
  }

  @Test
  void theFactorsProductIsTheHermitianPart() {
    Complex[][] l =
        Linalg.cholesky(
            plus(
                A,
                1,
                new Complex[][] {
                  {c(0, 1), c(1, 0), c(0, 0)},
                  {c(-1, 0), c(0, 0), c(0, 0)},
                  {c(0, 0), c(0, 0), c(0, -2)}
                }));
    Complex[][] product = ComplexCholesky.times(l, ComplexCholesky.conjugateTranspose(l));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertClose(A[i][j], product[i][j], 1e-14);
      }
    }
    assertEquals(Complex.ZERO, l[0][2]);
  }

  @Test
  void failures() {
    Complex[][] ragged = {{c(1, 0)}, {c(1, 0), c(1, 0)}};
    assertThrows(IllegalArgumentException.class, () -> Linalg.cholesky(ragged));
    Complex[][] indefinite = {{c(1, 0), c(0, 2)}, {c(0, -2), c(1, 0)}};
    ArithmeticException e =
        assertThrows(ArithmeticException.class, () -> Linalg.cholesky(indefinite));
    assertEquals("not positive definite: pivot 1 is -3.0", e.getMessage());
  }

  private static Complex[][] random(Random random) {
    Complex[][] out = new Complex[3][3];
    for (Complex[] row : out) {
      for (int j = 0; j < 3; j++) {
        row[j] = c(random.nextGaussian(), random.nextGaussian());
      }
    }
    return out;
  }

  private static Complex[][] plus(Complex[][] a, double factor, Complex[][] b) {
    Complex[][] out = new Complex[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[i][j] = a[i][j].plus(b[i][j].times(factor));
      }
    }
    return out;
  }

  private static double[] flat(Complex[][] a) {
    double[] out = new double[18];
    for (int i = 0; i < 9; i++) {
      out[2 * i] = a[i / 3][i % 3].re();
      out[2 * i + 1] = a[i / 3][i % 3].im();
    }
    return out;
  }
}
