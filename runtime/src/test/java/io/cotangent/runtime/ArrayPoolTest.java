package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArrayPoolTest {
  @Test
  void releasedArraysAreHandedOutAgain() {
    ArrayPool pool = new ArrayPool();
    double[] kept = pool.doubles(3);
    int mark = pool.mark();
    double[] first = pool.doubles(2);
    int[] second = pool.ints(4);
    first[1] = 5;
    pool.release(mark);
    assertSame(first, pool.doubles(2));
    assertEquals(0, first[1]);
    assertSame(second, pool.ints(4));
    pool.release(mark);
    assertNotSame(kept, pool.doubles(3));
  }

  @Test
  void theKthRequestGetsTheKthArrayZeroed() {
    ArrayPool pool = new ArrayPool();
    double[] first = pool.doubles(3);
    double[] second = pool.doubles(3);
    assertNotSame(first, second);
    Arrays.fill(first, 7.0);
    pool.reset();
    assertSame(first, pool.doubles(3));
    assertArrayEquals(new double[3], first);
    assertSame(second, pool.doubles(3));
  }

  @Test
  void otherTypesAndLengthsGetOtherArrays() {
    ArrayPool pool = new ArrayPool();
    double[] three = pool.doubles(3);
    pool.reset();
    double[] four = pool.doubles(4);
    assertEquals(4, four.length);
    pool.reset();
    assertEquals(3, pool.ints(3).length);
    pool.reset();
    assertSame(three, pool.doubles(3));
    pool.reset();
    assertSame(four, pool.doubles(4));
  }

  @Test
  void everyPrimitiveType() {
    ArrayPool pool = new ArrayPool();
    for (int round = 0; round < 2; round++) {
      pool.reset();
      assertArrayEquals(new float[2], pool.floats(2));
      assertArrayEquals(new int[2], pool.ints(2));
      assertArrayEquals(new long[2], pool.longs(2));
      assertArrayEquals(new boolean[2], pool.booleans(2));
      assertArrayEquals(new byte[2], pool.bytes(2));
      assertArrayEquals(new short[2], pool.shorts(2));
      assertArrayEquals(new char[2], pool.chars(2));
      assertArrayEquals(new double[2][3], pool.doubles(2, 3));
      assertArrayEquals(new int[2][3], pool.nested(int[][].class, 2, 3));
      assertArrayEquals(new short[2][3][4], pool.nested(short[][][].class, 2, 3, 4));
      assertArrayEquals(new byte[2][][], pool.nested(byte[][][].class, 2));
      assertArrayEquals(new long[2][2][2][], pool.nested(long[][][][].class, 2, 2, 2));
    }
  }

  @Test
  void negativeSizesThrowAsJavaDoes() {
    ArrayPool pool = new ArrayPool();
    assertThrows(NegativeArraySizeException.class, () -> pool.doubles(-1));
    assertThrows(NegativeArraySizeException.class, () -> pool.doubles(0, -1));
    assertThrows(NegativeArraySizeException.class, () -> pool.nested(int[][][].class, 0, 1, -1));
  }

  @Test
  void aCopyIsShallowAndATreeDeep() {
    ArrayPool pool = new ArrayPool();
    double[][] rows = {{1, 2}, null, {3}};
    double[][] copy = pool.copy(rows);
    assertSame(rows[0], copy[0]);
    double[][] tree = pool.copyTree(rows);
    assertArrayEquals(rows, tree);
    assertNotSame(rows[0], tree[0]);
    double[][] zeros = pool.zerosLike(rows);
    assertArrayEquals(new double[][] {{0, 0}, null, {0}}, zeros);
    assertNull(pool.copyTree((double[]) null));
    assertThrows(NullPointerException.class, () -> pool.copy((double[]) null));
    assertArrayEquals(new String[] {"a"}, pool.copyTree(new String[] {"a"}));
  }

  @Test
  void aSnapshotRestoresContents() {
    ArrayPool pool = new ArrayPool();
    double[] a = pool.doubles(2);
    a[0] = 5;
    ArrayPool.Snapshot snapshot = pool.snapshot();
    for (int round = 0; round < 3; round++) {
      a[0] = 6;
      a[1] = 7;
      double[] later = pool.doubles(1);
      later[0] = 9;
      snapshot.restore();
      assertArrayEquals(new double[] {5, 0}, a);
      assertSame(later, pool.doubles(1));
      snapshot.restore();
    }
  }

  @Test
  void alternatingSizesDoNotAllocate() {
    ArrayPool pool = new ArrayPool();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int n = 0; n < 1000; n++) {
        pool.reset();
        pool.doubles(10 + n % 4);
        pool.doubles(5, 10 + n % 3);
        pool.ints(100);
      }
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      least = round == 0 ? least : Math.min(least, allocated);
    }
    assertEquals(0, least);
  }
}
