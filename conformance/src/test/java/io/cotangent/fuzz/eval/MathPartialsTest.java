package io.cotangent.fuzz.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.ast.Ty;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The independent differentiator's partials against difference quotients, and its corners. */
class MathPartialsTest {
  private static final double STEP = 1e-6;

  private static double value(String name, double... args) {
    Object[] boxed = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      boxed[i] = args[i];
    }
    List<Ty> types = Collections.nCopies(args.length, Ty.DOUBLE);
    return (Double) MathValues.call(false, name, types, boxed);
  }

  private static Jet jet(String name, double... args) {
    return MathPartials.of(name, value(name, args), args);
  }

  @ParameterizedTest
  @CsvSource({
    "sin, 0.7", "cos, -1.2", "tan, 0.6", "exp, 0.4", "expm1, -0.8", "log, 1.7", "log10, 0.3",
    "log1p, -0.4", "sqrt, 2.1", "cbrt, -1.3", "cbrt, 0.2", "sinh, 0.9", "cosh, -0.5", "tanh, 0.8",
    "asin, 0.35", "acos, -0.6", "atan, 1.9", "abs, -0.2", "floor, 1.4", "ceil, -1.6", "rint, 0.2",
    "signum, 3.0", "toRadians, 12.0", "toDegrees, 0.4"
  })
  void unary(String name, double x) {
    Jet jet = jet(name, x);
    check(name, jet.first()[0], value(name, x + STEP), value(name, x - STEP));
    check(
        name + "''",
        jet.second()[0],
        jet(name, x + STEP).first()[0],
        jet(name, x - STEP).first()[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "pow, 1.3, 2.4",
    "pow, 0.2, -1.5",
    "hypot, 0.3, -0.8",
    "atan2, 0.7, -0.4",
    "atan2, -1.0, 2.0",
    "max, 1.0, 2.0",
    "min, 1.0, 2.0",
    "copySign, 1.5, -2.0",
    "IEEEremainder, 5.2, 1.5"
  })
  void binary(String name, double a, double b) {
    Jet jet = jet(name, a, b);
    check(name, jet.first()[0], value(name, a + STEP, b), value(name, a - STEP, b));
    check(name, jet.first()[1], value(name, a, b + STEP), value(name, a, b - STEP));
    for (int i = 0; i < 2; i++) {
      check(
          name + " aa/ab",
          jet.second()[i],
          jet(name, a + STEP, b).first()[i],
          jet(name, a - STEP, b).first()[i]);
      check(
          name + " ab/bb",
          jet.second()[i + 1],
          jet(name, a, b + STEP).first()[i],
          jet(name, a, b - STEP).first()[i]);
    }
  }

  private static void check(String what, double partial, double plus, double minus) {
    double quotient = (plus - minus) / (2 * STEP);
    assertEquals(quotient, partial, 1e-8 * (1 + Math.abs(partial)), what);
  }

  @Test
  void corners() {
    assertEquals(0, jet("abs", 0.0).first()[0]);
    assertEquals(0.5, jet("max", 2, 2).first()[0]);
    assertEquals(0.5, jet("min", 2, 2).first()[1]);
    assertEquals(Double.POSITIVE_INFINITY, jet("sqrt", 0.0).first()[0]);
    assertEquals(-4, jet("pow", -2.0, 2.0).first()[0]);
    assertEquals(0, jet("pow", 0.0, 0.0).first()[0]);
    assertEquals(0, jet("pow", 0.0, 3.0).first()[1]);
    assertEquals(2, jet("pow", 0.0, 2.0).second()[0]);
    double[] quotients = MathPartials.remainder(-7.5, 2, -3, -3).first();
    assertEquals(1, quotients[0]);
    assertEquals(3, quotients[1]);
    assertTrue(Double.isNaN(jet("hypot", 0.0, 0.0).first()[0]));
  }
}
