package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TreesTest {
  private static final double[][] RAGGED = {{1, 2}, {}, null, {3}};

  @Test
  void flattensRowMajor() {
    assertEquals(3, Trees.size(RAGGED));
    assertArrayEquals(new double[] {1, 2, 3}, Trees.flat(RAGGED));
    assertArrayEquals(new double[] {0.5f, 2, 1, 2, 3}, flatAll());
    double[] into = new double[4];
    assertEquals(4, Trees.flatten(RAGGED, into, Trees.flatten(9.0, into, 0)));
    assertArrayEquals(new double[] {9, 1, 2, 3}, into);
  }

  private static double[] flatAll() {
    return Trees.flatAll(0.5f, new float[] {2}, RAGGED);
  }

  @Test
  void unflattensInPlace() {
    double[][] tree = {new double[2], {}, null, new double[1]};
    assertEquals(4, Trees.unflatten(new double[] {9, 1, 2, 3}, 1, tree));
    assertArrayEquals(RAGGED, tree);
    float[] floats = new float[2];
    assertEquals(2, Trees.unflatten(new double[] {0.5, 1.5}, 0, floats));
    assertArrayEquals(new float[] {0.5f, 1.5f}, floats);
  }

  @Test
  void setsTheEntryThatFlatCounts() {
    double[][] tree = Trees.zerosLike(RAGGED);
    for (int i = 0; i < 3; i++) {
      Trees.set(tree, i, i + 1);
    }
    assertArrayEquals(RAGGED, tree);
    assertThrows(IndexOutOfBoundsException.class, () -> Trees.set(tree, 3, 1));
  }

  @Test
  void addsEntries() {
    double[][] sum = Trees.copy(RAGGED);
    assertNotSame(RAGGED[0], sum[0]);
    Trees.add(sum, RAGGED);
    assertArrayEquals(new double[][] {{2, 4}, {}, null, {6}}, sum);
    float[] floats = {1};
    Trees.add(floats, new float[] {2});
    assertArrayEquals(new float[] {3}, floats);
  }

  @Test
  void matricesFromColumns() {
    double[][] columns = {{1, 2}, {3, 4}, {5, 6}};
    assertArrayEquals(new double[][] {{1, 3, 5}, {2, 4, 6}}, Trees.fromColumns(columns, 2));
    assertArrayEquals(new double[2][0], Trees.fromColumns(new double[0][], 2));
  }

  @Test
  void shapesAreCheckedByName() {
    assertDoesNotThrow(() -> Trees.requireShape("xDot", RAGGED, Trees.copy(RAGGED)));
    assertEquals("xDot has length 1 instead of 4", message(new double[1][]));
    assertEquals("xDot is null", message(null));
    assertEquals(
        "xDot[3] has length 2 instead of 1", message(new double[][] {{1, 2}, {}, null, {3, 4}}));
    assertEquals(
        "xDot[2] is not null where its primal is", message(new double[][] {{1, 2}, {}, {}, {3}}));
  }

  private static String message(double[][] actual) {
    return assertThrows(
            IllegalArgumentException.class, () -> Trees.requireShape("xDot", RAGGED, actual))
        .getMessage();
  }

  @Test
  void lengthsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> Trees.requireLength("x", 2, new double[3]));
    assertDoesNotThrow(() -> Trees.requireLength("x", 3, new double[3]));
  }

  @Test
  void checkedExceptionsGoThrough() {
    IOException problem = new IOException("disk");
    assertEquals(
        problem,
        assertThrows(
            IOException.class,
            () -> {
              throw Exceptions.rethrow(problem);
            }));
  }
}
