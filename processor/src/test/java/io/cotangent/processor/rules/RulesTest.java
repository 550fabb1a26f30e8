package io.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Type;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule table tests itself: every partial of every row against differences at its samples. */
class RulesTest {
  private static final String INTRINSICS = "io.cotangent.Cotangent";

  /** Methods that a JDK of ours may lack. */
  private static final Set<String> NEWER = Set.of("clamp");

  /** Methods with floating numbers that have no row, and why. */
  private static final Map<String, String> WITHOUT_ROW =
      Map.of("random()", "takes nothing, so nothing active reaches it");

  private static final double[] CORNERS = {-1e3, -2, -1, -0.5, -0.0, 0, 0.5, 1, 2, 1e3};

  @TestFactory
  Stream<DynamicContainer> partialsAreTheDifferences() {
    return Rules.all().stream()
        .filter(rule -> !isIntrinsic(rule))
        .map(rule -> dynamicContainer(title(rule), points(rule)));
  }

  private static Stream<DynamicTest> points(Rule rule) {
    Stream<DynamicTest> samples =
        rule.samples().stream()
            .map(point -> dynamicTest(Arrays.toString(point), () -> checkAt(rule, point)));
    return Stream.concat(
        Stream.of(dynamicTest("has samples", () -> assertFalse(rule.samples().isEmpty()))),
        samples);
  }

  private static String title(Rule rule) {
    return rule.op() + rule.params().toString();
  }

  private static boolean isIntrinsic(Rule rule) {
    return rule.op() instanceof MathOp op && op.owner().equals(INTRINSICS);
  }

  private static void checkAt(Rule rule, double[] point) {
    assertEquals(rule.params().size(), point.length, "arguments of the sample");
    assertEquals(rule.params().size(), rule.partials().size(), "partials");
    assumeThere(rule);
    RowAtPoint row = new RowAtPoint(rule, point);
    for (int i = 0; i < point.length; i++) {
      Optional<Partial> partial = rule.partials().get(i);
      if (!rule.params().get(i).isFloating()) {
        assertTrue(partial.isEmpty(), "a partial by an integer");
        continue;
      }
      double want = row.difference(i);
      double tolerance = row.tolerance(want);
      if (partial.isEmpty()) {
        assertEquals(0, want, tolerance, "no partial by argument " + i);
        continue;
      }
      assertEquals(want, row.flow(i, 1, false), tolerance, "by argument " + i);
      assertEquals(want, row.flowBesideLiterals(i, 1), tolerance, "beside literals, by " + i);
      assertEquals(want, row.flow(i, 1, true), tolerance, "guarded, by argument " + i);
      assertEquals(-2.5 * want, row.flow(i, -2.5, false), 2.5 * tolerance, "linear, by " + i);
      assertEquals(0, Math.abs(row.flow(i, 0, true)), "of zero, by argument " + i);
    }
  }

  private static void assumeThere(Rule rule) {
    if (rule.op() instanceof MathOp op && ExprValues.method(op, rule.params()).isEmpty()) {
      assertTrue(NEWER.contains(op.name()), () -> "there is no " + op + rule.params());
      assumeTrue(false, "this JDK has no " + op);
    }
  }

  @Test
  void intrinsicsSayWhatTheyDifferentiate() {
    List<Rule> rows = Rules.all().stream().filter(RulesTest::isIntrinsic).toList();
    assertEquals(4, rows.size());
    for (Rule rule : rows) {
      assertFalse(rule.samples().isEmpty());
      RowAtPoint row = new RowAtPoint(rule, rule.samples().get(0));
      assertEquals(rule.samples().get(0)[0], row.value(rule.samples().get(0)), 1e-6);
      assertTrue(rule.partials().get(0).isEmpty(), "the value's own derivative is not used");
      if (rule.params().size() == 2) {
        assertEquals(1, row.flow(1, 1, false));
      }
    }
  }

  /** A partial that isn't marked stays finite where the arguments are, so it needs no guard. */
  @Test
  void onlyMarkedPartialsAreEverInfinite() {
    List<String> found = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      if (rule.op() instanceof MathOp op && ExprValues.method(op, rule.params()).isEmpty()) {
        continue;
      }
      for (double[] point : corners(rule)) {
        if (!isDefined(rule, point)) {
          continue;
        }
        for (int i = 0; i < point.length; i++) {
          Optional<Partial> partial = rule.partials().get(i);
          if (partial.isPresent()
              && !partial.get().singular()
              && partial.get().form() != Partial.Form.ZERO_WHERE
              && !Double.isFinite(new RowAtPoint(rule, point).flow(i, 1, false))) {
            found.add(title(rule) + " by argument " + i + " at " + Arrays.toString(point));
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /** Whether the method takes these arguments at all; a lower bound above an upper is refused. */
  private static boolean isDefined(Rule rule, double[] point) {
    try {
      new RowAtPoint(rule, point).value(point);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static List<double[]> corners(Rule rule) {
    List<double[]> points = new ArrayList<>(List.of(new double[0]));
    for (Type type : rule.params()) {
      List<double[]> longer = new ArrayList<>();
      for (double[] point : points) {
        for (double corner : CORNERS) {
          if (type.isFloating() || corner >= 1 && corner < 10) {
            double[] next = Arrays.copyOf(point, point.length + 1);
            next[point.length] = corner;
            longer.add(next);
          }
        }
      }
      points = longer;
    }
    return points;
  }

  @Test
  void everyMethodOfMathThatKnowsFloatingNumbersHasARow() {
    Set<String> missing = new TreeSet<>();
    for (Class<?> owner : List.of(Math.class, StrictMath.class)) {
      for (Method method : owner.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && knowsFloatingNumbers(method)) {
          List<Type> types =
              Arrays.stream(method.getParameterTypes()).map(RulesTest::type).toList();
          MathOp op = new MathOp(owner.getName(), method.getName());
          boolean listed = WITHOUT_ROW.containsKey(method.getName() + "()") && types.isEmpty();
          if (!listed && Rules.of(op, types).isEmpty()) {
            missing.add(op + types.toString());
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static boolean knowsFloatingNumbers(Method method) {
    return isFloating(method.getReturnType())
        || Arrays.stream(method.getParameterTypes()).anyMatch(RulesTest::isFloating);
  }

  private static boolean isFloating(Class<?> type) {
    return type == double.class || type == float.class;
  }

  private static Type type(Class<?> type) {
    return Type.Primitive.valueOf(type.getName().toUpperCase(java.util.Locale.ROOT));
  }

  @Test
  void clampPassesToWhatItGives() {
    Rule rule =
        Rules.of(
                new MathOp("java.lang.Math", "clamp"),
                List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE))
            .orElseThrow();
    double[][] partials = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.5, 0.5, 0}, {0.5, 0, 0.5}};
    double[][] points = {{1, 0, 2}, {-1, 0, 2}, {3, 0, 2}, {0, 0, 2}, {2, 0, 2}};
    assumeThere(rule);
    for (int k = 0; k < points.length; k++) {
      for (int i = 0; i < 3; i++) {
        double got = new RowAtPoint(rule, points[k]).flow(i, 1, false);
        assertEquals(partials[k][i], got, Arrays.toString(points[k]) + " by " + i);
      }
    }
  }
}
