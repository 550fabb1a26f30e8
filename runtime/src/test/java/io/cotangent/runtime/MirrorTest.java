package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MirrorTest {
  private final ArrayPool pool = new ArrayPool();
  private final Mirror mirror = new Mirror(pool);

  @Test
  void oneArrayHasOneCopy() {
    double[] a = {1, 2};
    double[] copy = mirror.copy(a);
    assertNotSame(a, copy);
    assertArrayEquals(a, copy);
    assertSame(copy, mirror.copy(a));
    assertNotSame(copy, mirror.copy(new double[] {1, 2}));
  }

  @Test
  void rowsThatAreOneStayOne() {
    double[] row = {1, 2};
    double[][] a = {row, {3}, row, null};
    double[][] copy = mirror.copy(a);
    assertArrayEquals(a, copy);
    assertSame(copy[0], copy[2]);
    assertNotSame(row, copy[0]);
    assertSame(copy[0], mirror.copy(row));
  }

  @Test
  void aTangentIsTheFirstOneGivenForItsPrimal() {
    double[] row = {1, 2};
    double[][] a = {row, row};
    double[][] dot = mirror.copy(a, new double[][] {{5, 6}, {7, 8}});
    assertArrayEquals(new double[][] {{5, 6}, {5, 6}}, dot);
    assertSame(dot[0], dot[1]);
    assertSame(dot[0], mirror.copy(row, new double[] {9, 9}));
  }

  @Test
  void zerosHaveThePrimalsShapeAndSharing() {
    double[] row = {1, 2};
    double[][][] a = {{row, row}, {}, null};
    double[][][] zeros = mirror.zeros(a);
    assertArrayEquals(new double[][][] {{{0, 0}, {0, 0}}, {}, null}, zeros);
    assertSame(zeros[0][0], zeros[0][1]);
    assertNull(mirror.zeros((double[]) null));
  }

  @Test
  void aSharedCotangentCountsOnce() {
    double[] row = {1, 2};
    double[][] bar = {row, {3, 4}, row};
    assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {0, 0}}, mirror.firstOnly(bar));
    assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {1, 2}}, bar);
    assertArrayEquals(new double[2], mirror.firstOnly(row));
    double[] other = {5};
    assertSame(other, mirror.firstOnly(other));
  }

  @Test
  void aSpineSharesTheNumbersAndNotTheRows() {
    double[][] rows = {{1}, {2}};
    double[][][] tree = {rows, rows};
    double[][][] spine = mirror.spine(tree);
    assertNotSame(rows, spine[0]);
    assertSame(spine[0], spine[1]);
    assertSame(rows[0], spine[0][0]);
    assertSame(spine[0], mirror.spine(rows));
    assertSame(rows[1], mirror.spine(rows[1]));
    spine[0][0] = spine[0][1];
    assertArrayEquals(new double[][] {{1}, {2}}, rows);
  }

  @Test
  void manyArraysAndClear() {
    double[][] a = new double[500][1];
    for (int i = 0; i < a.length; i++) {
      a[i][0] = i;
    }
    double[][] copy = mirror.copy(a);
    for (int i = 0; i < a.length; i++) {
      assertSame(copy[i], mirror.copy(a[i]));
    }
    mirror.clear();
    assertNotSame(copy[3], mirror.copy(a[3]));
  }

  @Test
  void steadyStateDoesNotAllocate() {
    double[][] a = new double[50][4];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 200; i++) {
        pool.reset();
        mirror.clear();
        mirror.copy(a);
        mirror.copy(a[7]);
      }
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      least = round == 0 ? least : Math.min(least, allocated);
    }
    assertEquals(0, least);
  }
}
