package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link Complex} against tabulated values, and at the edges of its functions. */
class ComplexTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void valuesAreThoseOfTheTable() throws IOException {
    List<String> rows;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ComplexTest.class.getResourceAsStream("complex-values.txt"),
                StandardCharsets.UTF_8))) {
      rows = reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
    Set<String> seen = new HashSet<>();
    assertAll(rows.stream().map(row -> () -> seen.add(compare(row))));
    assertEquals(14, seen.size(), seen.toString());
  }

  /** The error is measured against the modulus, except where both parts are accurate alone. */
  private static String compare(String row) {
    String[] words = row.split(" ");
    double[] a =
        Stream.of(words)
            .skip(1)
            .limit(words.length - 3L)
            .mapToDouble(Double::parseDouble)
            .toArray();
    Complex got = value(words[0], new Complex(a[0], a[1]), a);
    BigDecimal re = new BigDecimal(words[words.length - 2]);
    BigDecimal im = new BigDecimal(words[words.length - 1]);
    double modulus = Math.max(re.abs().doubleValue(), im.abs().doubleValue());
    boolean parts =
        Set.of("exp", "sqrt", "sin", "cos", "sinh", "cosh", "abs", "arg").contains(words[0]);
    double reUlp = Math.ulp(parts ? re.doubleValue() : modulus);
    double imUlp = Math.ulp(parts ? im.doubleValue() : modulus);
    double limit = words[0].equals("pow") ? 80 : 6;
    assertTrue(
        error(got.re(), re, reUlp) <= limit && error(got.im(), im, imUlp) <= limit,
        () -> row + ", got " + got);
    return words[0];
  }

  private static double error(double got, BigDecimal exact, double ulp) {
    return Double.isFinite(got)
        ? new BigDecimal(got)
            .subtract(exact)
            .abs()
            .divide(new BigDecimal(ulp), MathContext.DECIMAL64)
            .doubleValue()
        : INF;
  }

  private static Complex value(String function, Complex z, double[] a) {
    return switch (function) {
      case "exp" -> z.exp();
      case "log" -> z.log();
      case "sqrt" -> z.sqrt();
      case "sin" -> z.sin();
      case "cos" -> z.cos();
      case "tan" -> z.tan();
      case "sinh" -> z.sinh();
      case "cosh" -> z.cosh();
      case "tanh" -> z.tanh();
      case "abs" -> Complex.of(z.abs());
      case "arg" -> Complex.of(z.arg());
      case "times" -> z.times(new Complex(a[2], a[3]));
      case "divide" -> z.divide(new Complex(a[2], a[3]));
      case "pow" -> z.pow(new Complex(a[2], a[3]));
      default -> throw new IllegalArgumentException(function);
    };
  }

  @Test
  void branchCutsFollowTheSignOfZero() {
    assertEquals(new Complex(0, 2), new Complex(-4, 0.0).sqrt());
    assertEquals(new Complex(0, -2), new Complex(-4, -0.0).sqrt());
    assertEquals(new Complex(0, Math.PI), new Complex(-1, 0.0).log());
    assertEquals(new Complex(0, -Math.PI), new Complex(-1, -0.0).log());
    assertEquals(Math.PI, new Complex(-0.0, 0.0).arg());
    assertEquals(new Complex(0, -0.0), new Complex(-0.0, -0.0).sqrt());
    assertEquals(new Complex(2, -0.0), new Complex(4, -0.0).sqrt());
    assertEquals(new Complex(Math.tanh(0.5), -0.0), new Complex(0.5, -0.0).tanh());
    assertEquals(-0.0, new Complex(-0.0, 0.5).tanh().re());
  }

  @Test
  void infinitePartsWhereTheFunctionsHaveLimits() {
    assertEquals(new Complex(INF, -INF), new Complex(Double.NaN, -INF).sqrt());
    assertEquals(new Complex(0, INF), new Complex(-INF, 3).sqrt());
    assertEquals(new Complex(INF, 0), new Complex(INF, 3).sqrt());
    assertEquals(new Complex(1, 0), new Complex(INF, 1).tanh());
    assertEquals(new Complex(0, 0), new Complex(-INF, 1).exp());
    assertEquals(new Complex(INF, -0.0), new Complex(800, -0.0).exp());
    assertEquals(-INF, Complex.ZERO.log().re());
    assertEquals(new Complex(INF, INF), new Complex(1, 2).divide(Complex.ZERO));
    assertEquals(new Complex(0, 0), new Complex(1, 2).divide(new Complex(INF, 1)));
    assertTrue(Double.isNaN(Complex.ZERO.divide(Complex.ZERO).re()));
  }

  @Test
  void powers() {
    assertEquals(new Complex(-7, 24), new Complex(3, 4).pow(2));
    assertEquals(new Complex(-117, 44), new Complex(3, 4).pow(3));
    assertEquals(Complex.ONE, new Complex(3, 4).pow(0));
    assertEquals(Complex.ONE, Complex.ZERO.pow(0.0));
    assertEquals(Complex.ONE, Complex.ZERO.pow(Complex.ZERO));
    assertEquals(Complex.ZERO, Complex.ZERO.pow(new Complex(2.5, 1)));
    assertEquals(INF, Complex.ZERO.pow(-1.0).re());
    assertEquals(new Complex(-0.0625, -0.0), new Complex(0, 4).pow(-2));
    assertEquals(-1, new Complex(0, 1).pow(-2).re());
    assertEquals(Complex.ONE, Complex.I.pow(Integer.MIN_VALUE).times(Complex.ONE));
    Complex root = new Complex(-8, 0).pow(1.0 / 3);
    assertEquals(1, root.re(), 1e-15);
    assertEquals(Math.sqrt(3), root.im(), 1e-15);
  }

  @Test
  void realOperandsAreComplexOnesWithoutImaginaryPart() {
    Complex z = new Complex(3, 4);
    assertEquals(z.plus(Complex.of(2)), z.plus(2));
    assertEquals(z.minus(Complex.of(2)), z.minus(2));
    assertEquals(z.times(Complex.of(2)), z.times(2));
    assertEquals(z.divide(Complex.of(2)), z.divide(2));
    assertEquals(z, z.negate().negate());
    assertEquals(Complex.of(25), z.times(z.conjugate()));
    assertEquals(25, z.absSquared());
    assertEquals(0, Complex.polar(5, z.arg()).minus(z).abs(), 1e-15);
    assertEquals(new Complex(-4, 3), z.times(Complex.I));
  }
}
