package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Batched;
import io.cotangent.Cotangent;
import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.batch.Device;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What checkpointed loops keep, and what they can't run again. */
class CheckpointTest {
  private static final int CELLS = 400;
  private static final int STEPS = 2_000;

  @Differentiable
  static double diffused(double[] a, int n, int copies) {
    double[] u = a.clone();
    double[] v = new double[u.length];
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(copies);
      for (int i = 1; i < u.length - 1; i++) {
        v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]) * (1 + u[i] * u[i]);
      }
      double[] w = u;
      u = v;
      v = w;
    }
    return u[CELLS / 2] * u[CELLS / 2];
  }

  @Differentiable
  static double diffusedPlainly(double[] a, int n) {
    double[] u = a.clone();
    double[] v = new double[u.length];
    for (int t = 0; t < n; t++) {
      for (int i = 1; i < u.length - 1; i++) {
        v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]) * (1 + u[i] * u[i]);
      }
      double[] w = u;
      u = v;
      v = w;
    }
    return u[CELLS / 2] * u[CELLS / 2];
  }

  @Differentiable
  static double shared(double[] a, double[] b, boolean same, int n) {
    double[] u = same ? a : b;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      a[0] += u[1] * 0.1;
      u[1] *= a[0];
    }
    return u[1] + a[1];
  }

  @Differentiable
  static double twice(double[][] rows, boolean same, int n) {
    if (same) {
      rows[1] = rows[0];
    }
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      rows[0][0] *= rows[1][1];
    }
    return rows[0][0];
  }

  @Differentiable
  static double index(double[] a, int n) {
    double s = 0.5;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      s = s * a[place(t, a.length)] + 1;
    }
    return s;
  }

  private static int place(int i, int n) {
    return (i * 7 + 3) % n;
  }

  @Differentiable(inverse = true)
  @Batched(over = "x")
  static double affine(double x) {
    double s = x;
    for (int t = 0; t < 3; t++) {
      Cotangent.checkpoint(2);
      s = s * 1.5 + 0.1;
    }
    return s;
  }

  @FixedPoint(state = "y")
  static double cosine(double y, double a) {
    double s = y;
    for (int t = 0; t < 3; t++) {
      Cotangent.checkpoint(2);
      s = 0.5 * Math.cos(a * s);
    }
    return s;
  }

  private static double[] start() {
    double[] a = new double[CELLS];
    Arrays.setAll(a, i -> Math.sin(0.05 * i));
    return a;
  }

  @Test
  void memoryIsThatOfTheCopies() throws ReflectiveOperationException {
    double[] a = start();
    double[] plain = CheckpointTestDiffusedPlainlyDerivatives.gradient(a, STEPS);
    var taped = new CheckpointTestDiffusedPlainlyDerivatives.Workspace();
    CheckpointTestDiffusedPlainlyDerivatives.valueAndGradient(a, STEPS, taped);
    long all = numbers(taped, Collections.newSetFromMap(new IdentityHashMap<>()));
    assertTrue(all > (long) STEPS * CELLS, () -> all + " numbers: are they counted?");
    for (int copies : new int[] {6, 20, 63}) {
      double[] gradient = CheckpointTestDiffusedDerivatives.gradient(a, STEPS, copies);
      assertArrayEquals(plain, gradient, 1e-13);
      var workspace = new CheckpointTestDiffusedDerivatives.Workspace();
      CheckpointTestDiffusedDerivatives.valueAndGradient(a, STEPS, copies, workspace);
      long kept = numbers(workspace, Collections.newSetFromMap(new IdentityHashMap<>()));
      assertTrue(kept < 40L * CELLS, () -> kept + " numbers");
    }
  }

  /** The numbers in all arrays that an object of ours leads to. */
  private static long numbers(Object root, Set<Object> seen) throws ReflectiveOperationException {
    if (root == null || !seen.add(root)) {
      return 0;
    }
    long sum = 0;
    if (root.getClass().isArray()) {
      boolean primitive = root.getClass().getComponentType().isPrimitive();
      for (int i = 0; !primitive && i < Array.getLength(root); i++) {
        sum += numbers(Array.get(root, i), seen);
      }
      return primitive ? Array.getLength(root) : sum;
    }
    if (root.getClass().getName().startsWith("io.cotangent.")) {
      for (Field field : root.getClass().getDeclaredFields()) {
        if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          sum += numbers(field.get(root), seen);
        }
      }
    }
    return sum;
  }

  @Test
  void oneArrayThatCopiesWouldMakeTwo() {
    double[] a = {1, 2};
    double[] b = {3, 4};
    double[] gradient = CheckpointTestSharedDerivatives.gradient(a, b, false, 3).a();
    assertEquals(2, gradient.length);
    IllegalStateException one =
        assertThrows(
            IllegalStateException.class,
            () -> CheckpointTestSharedDerivatives.gradient(a, b, true, 3));
    assertTrue(one.getMessage().startsWith("'a' and 'u' are one array"), one::getMessage);
    double[][] rows = {{1, 2}, {3, 4}};
    assertEquals(4 * 4 * 4, CheckpointTestTwiceDerivatives.gradient(rows, false, 3)[0][0]);
    IllegalStateException row =
        assertThrows(
            IllegalStateException.class,
            () -> CheckpointTestTwiceDerivatives.gradient(rows, true, 3));
    assertTrue(row.getMessage().contains("two places of 'rows'"), row::getMessage);
  }

  @Test
  void atLeastOneCopy() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CheckpointTestDiffusedDerivatives.gradient(start(), 3, 0));
  }

  @Test
  void helpersWithoutDerivativesRunAgain() {
    double[] gradient = CheckpointTestIndexDerivatives.gradient(new double[] {0.5, -1, 1.5}, 6);
    assertEquals(0.5625, gradient[1], 1e-12);
  }

  @Test
  void otherFormsOfTheLoopAreThoseOfTheLoopWithout() {
    double slope = 1.5 * 1.5 * 1.5;
    assertEquals(1 / slope, CheckpointTestAffineDerivatives.ijvp(0.7, 1), 1e-15);
    assertEquals(0.7, CheckpointTestAffineDerivatives.inverse(0.1, affine(0.7)), 1e-15);
    double[] x = {0.5, 1, 2};
    double[] y = new double[3];
    CheckpointTestAffineBatch.value(Device.sequential(), 3, x, y);
    for (int i = 0; i < 3; i++) {
      assertEquals(affine(x[i]), y[i]);
    }
    double solution = CheckpointTestCosineFixedPoint.solve(0.8, 0.5);
    assertEquals(solution, cosine(solution, 0.5), 1e-12);
  }
}
