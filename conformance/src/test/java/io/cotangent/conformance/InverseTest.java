package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inverse mode of {@link InversePrograms} against their Jacobians, solved densely. */
class InverseTest {
  private static DynamicTest check(String program, Object... args) {
    return dynamicTest(
        program + "(" + Flat.text(args) + ")",
        () -> InverseChecks.check(Subject.of(InversePrograms.class, program), args));
  }

  private static double[] vector(double... entries) {
    return entries;
  }

  private static double[] wave(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 0.3 + Math.sin(1 + 2 * i) * 0.8;
    }
    return x;
  }

  private static double[][] square(int n) {
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = Math.cos(3 * i + j) * 0.4 + (i == j ? 1.5 : 0);
      }
    }
    return a;
  }

  @TestFactory
  Stream<DynamicTest> scalars() {
    return Stream.of(
        check("equasive", 1.3, 0.7, 0.4),
        check("sumAndNegation", 0.2, -0.9),
        check("sumAndNegationOfElements", vector(0.2, -0.9)),
        check("scalar", 0.4, 2.0),
        check("rotation", 0.3, 1.1, 0.7),
        check("branches", 2.0, 1.0),
        check("branches", 1.0, 2.0),
        check("branches", -1.0, -2.0),
        check("early", -1.0, 2.0),
        check("early", 1.0, 2.0),
        check("whileLoop", 1.0, 2.0, 0),
        check("whileLoop", 1.0, 2.0, 4),
        check("whileLoop", 1.0, 2.0, 400),
        check("helpers", 0.3, 0.4, 1.5),
        check("functions", 0.4, 2.0),
        check("functions", -0.8, 1.5),
        check("powers", 0.7, 2.0),
        check("powers", -0.7, 2.0),
        check("single", 1.5f, 0.5f),
        check("relu", 1.0, 2.0));
  }

  @TestFactory
  Stream<DynamicTest> arrays() {
    return Stream.of(
        check("coupling", wave(4), wave(9), 3),
        check("coupling", wave(4), wave(9), 0),
        check("coupling", wave(1), wave(9), 3),
        check("sums", wave(4), wave(4)),
        check("sums", wave(1), wave(1)),
        check("sums", wave(0), wave(0)),
        check("reversal", wave(4), 2.0),
        check("reversal", wave(5), 2.0),
        check("reversal", wave(0), 2.0),
        check("permutation", wave(5), new int[] {3, 1, 2, 0, 3}),
        check("permutation", wave(5), new int[0]),
        check("triangular", square(4), wave(4)),
        check("inPlace", wave(4), 2.0),
        check("inPlace", wave(1), 2.0),
        check("conditioned", wave(5), wave(5)),
        check("elementwise", wave(4), wave(4)),
        check("affine", wave(4), square(4), wave(4)),
        check("mixed", 0.5, wave(3), 2.0),
        check("mixed", 0.5, wave(0), 2.0),
        check("matrix", square(3), 3.0),
        check("checked", wave(2)),
        check("sameIndex", wave(4), 1, 2),
        check("sameIndex", wave(4), 0, 2),
        check("sameIndex", wave(4), 2, 0),
        check("zeroPartial", wave(4), 0.5));
  }

  @Test
  void theReferenceCase() {
    ReferenceCase reference = ReferenceCase.of("inverse-accumulation-equasive");
    double[] x = reference.vector("x");
    double[] v = reference.vector("v");
    reference.check("value", (Object) InversePrograms.equasive(x[0], x[1], x[2]));
    var plain = InverseProgramsEquasiveDerivatives.ijvp(x[0], x[1], x[2], v);
    reference.check("ijvp", plain.x1(), plain.x2(), plain.x3());
    reference.check(
        "ivjp",
        (Object) InverseProgramsEquasiveDerivatives.ivjp(x[0], x[1], x[2], v[0], v[1], v[2]));
  }

  /** What the listing posted in the JAX thread computes wrongly. */
  @Test
  void notDiagonal() {
    var plain = InverseProgramsSumAndNegationDerivatives.ijvp(0.2, 0.3, vector(1, -2));
    assertEquals(-1, plain.x());
    assertEquals(2, plain.y());
    double[] transposed = InverseProgramsSumAndNegationDerivatives.ivjp(0.2, 0.3, 1, -2);
    assertEquals(1, transposed[0]);
    assertEquals(3, transposed[1]);
  }

  @Test
  void theInverseFunctionOfTheReferenceCase() {
    var found =
        InverseProgramsEquasiveDerivatives.inverse(
            0, 0, 0, InversePrograms.equasive(1.3, 0.7, 0.4));
    assertEquals(1.3, found.x1(), 1e-14);
    assertEquals(0.7, found.x2(), 1e-14);
    assertEquals(0.4, found.x3(), 1e-14);
  }

  @Test
  void someHaveAnInverseFunction() {
    for (String program :
        List.of("equasive", "coupling", "inPlace", "triangular", "permutation", "functions")) {
      assertTrue(Subject.of(InversePrograms.class, program).has("inverse"), program);
    }
    for (String program : List.of("rotation", "affine", "relu", "whileLoop", "system")) {
      assertFalse(Subject.of(InversePrograms.class, program).has("inverse"), program);
    }
  }

  /** Outside of what the method can give there is no number. */
  @Test
  void noInverse() {
    assertTrue(Double.isNaN(InverseProgramsFunctionsDerivatives.inverse(0, 2, 0.1)));
  }

  /** The Jacobian of so many numbers would not fit. */
  @Test
  void noMatrixIsBuilt() {
    double[] x = wave(100_000);
    double[] w = wave(9);
    double[] u = wave(x.length);
    double[] v = InverseProgramsCouplingDerivatives.jvp(x, w, 2, u);
    double[] found = InverseProgramsCouplingDerivatives.ijvp(x, w, 2, v);
    double[] bar = InverseProgramsCouplingDerivatives.vjp(x, w, 2, u);
    double[] back = InverseProgramsCouplingDerivatives.ivjp(x, w, 2, bar);
    for (int i = 0; i < x.length; i++) {
      assertEquals(u[i], found[i], 1e-8);
      assertEquals(u[i], back[i], 1e-8);
    }
  }

  @Test
  void newtonsMethod() {
    double[] x = vector(1, -1.5);
    for (int i = 0; i < 8; i++) {
      double[] step = InverseProgramsSystemDerivatives.ijvp(x, InversePrograms.system(x));
      x = vector(x[0] - step[0], x[1] - step[1]);
    }
    double[] left = InversePrograms.system(x);
    assertEquals(0, left[0], 1e-13);
    assertEquals(0, left[1], 1e-13);
  }

  @Test
  void theStepIsNamed() {
    ArithmeticException zero =
        assertThrows(
            ArithmeticException.class,
            () -> InverseProgramsZeroPartialDerivatives.ivjp(wave(3), 0, wave(3)));
    assertTrue(zero.getMessage().contains("z[i] = z[i] * c + 1"), zero.getMessage());
    assertTrue(zero.getMessage().startsWith("InversePrograms.java:"), zero.getMessage());
  }

  @Test
  void singular() {
    double[] x = wave(3);
    for (double c : new double[] {0, Double.NaN}) {
      assertThrows(
          ArithmeticException.class,
          () -> InverseProgramsZeroPartialDerivatives.ijvp(x, c, wave(3)));
      assertThrows(
          ArithmeticException.class,
          () -> InverseProgramsZeroPartialDerivatives.ivjp(x, c, wave(3)));
      assertThrows(
          ArithmeticException.class,
          () -> InverseProgramsZeroPartialDerivatives.logAbsDetJacobian(x, c));
    }
    assertThrows(
        ArithmeticException.class, () -> InverseProgramsReluDerivatives.ijvp(-1, 2, wave(2)));
  }

  @Test
  void notSquare() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                InverseProgramsSumAndNegationOfElementsDerivatives.ivjp(
                    vector(1, 2, 3), vector(1, 1, 1)));
    assertTrue(wrong.getMessage().contains("2"), wrong.getMessage());
    assertTrue(wrong.getMessage().contains("3"), wrong.getMessage());
  }

  @Test
  void wrongShapes() {
    assertThrows(
        IllegalArgumentException.class,
        () -> InverseProgramsZeroPartialDerivatives.ijvp(wave(3), 2, wave(2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> InverseProgramsZeroPartialDerivatives.ijvp(wave(3), 2, wave(4)));
    assertThrows(
        IllegalArgumentException.class,
        () -> InverseProgramsZeroPartialDerivatives.ivjp(wave(3), 2, wave(4)));
  }

  /** What the method throws, its inverse mode throws. */
  @Test
  void throwing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> InverseProgramsCheckedDerivatives.ijvp(wave(3), wave(3)));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> InverseProgramsPermutationDerivatives.logAbsDetJacobian(wave(2), new int[] {7}));
  }
}
