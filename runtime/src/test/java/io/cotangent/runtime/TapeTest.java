package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TapeTest {
  private static final int COUNT = 1000;

  @Test
  void everyKindOfValueComesBackInOppositeOrder() {
    Tape tape = new Tape();
    double[] array = new double[1];
    for (int i = 0; i < COUNT; i++) {
      tape.push(i + 0.5);
      tape.push(i * 0.1f);
      tape.push(i);
      tape.push((byte) -i);
      tape.push((char) i);
      tape.push(i * 10_000_000_000L);
      tape.push(i % 3 == 0);
      tape.push(i % 2 == 0 ? array : null);
    }
    for (int i = COUNT - 1; i >= 0; i--) {
      assertSame(i % 2 == 0 ? array : null, tape.popObject());
      assertEquals(i % 3 == 0, tape.popBoolean());
      assertEquals(i * 10_000_000_000L, tape.popLong());
      assertEquals((char) i, (char) tape.popInt());
      assertEquals((byte) -i, (byte) tape.popInt());
      assertEquals(i, tape.popInt());
      assertEquals(i * 0.1f, tape.popFloat());
      assertEquals(i + 0.5, tape.popDouble());
    }
    assertTrue(tape.isEmpty());
  }

  @Test
  void everyKindOfValueIsReadInItsOrderAsOftenAsOneLikes() {
    Tape tape = new Tape();
    for (int i = 0; i < COUNT; i++) {
      tape.push(i + 0.5);
      tape.push(i * 0.1f);
      tape.push(-i);
      tape.push(i * 10_000_000_000L);
      tape.push(i % 3 == 0);
      tape.push("text " + i);
    }
    for (int run = 0; run < 2; run++) {
      tape.rewind();
      for (int i = 0; i < COUNT; i++) {
        assertEquals(i + 0.5, tape.nextDouble());
        assertEquals(i * 0.1f, tape.nextFloat());
        assertEquals(-i, tape.nextInt());
        assertEquals(i * 10_000_000_000L, tape.nextLong());
        assertEquals(i % 3 == 0, tape.nextBoolean());
        assertEquals("text " + i, tape.nextObject());
      }
    }
    tape.clear();
    tape.push(1.5);
    assertEquals(1.5, tape.nextDouble());
  }

  @Test
  void numbersKeepTheirBits() {
    Tape tape = new Tape();
    tape.push(-0.0);
    tape.push(Double.NaN);
    tape.push(Float.MIN_VALUE);
    tape.push(-0.0f);
    assertEquals(Float.floatToRawIntBits(-0.0f), Float.floatToRawIntBits(tape.popFloat()));
    assertEquals(Float.MIN_VALUE, tape.popFloat());
    assertTrue(Double.isNaN(tape.popDouble()));
    assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(tape.popDouble()));
  }

  @Test
  void aMarkReplaysAlsoWhatWasOverwritten() {
    Tape tape = new Tape();
    tape.push(1.0);
    tape.push("a");
    tape.push(7);
    tape.push(8L);
    Tape.Mark mark = tape.mark();
    for (int round = 0; round < 3; round++) {
      mark.restore();
      assertEquals(1.0, tape.popDouble());
      tape.push(99.0);
      tape.push(98.0);
      assertEquals("a", tape.popObject());
      tape.push(new Object());
      assertEquals(7, tape.popInt());
      assertEquals(8L, tape.popLong());
      assertEquals(98.0, tape.popDouble());
    }
  }

  @Test
  void clearForgets() {
    Tape tape = new Tape();
    tape.push(1.0);
    tape.push("a");
    tape.clear();
    assertTrue(tape.isEmpty());
    tape.push((Object) null);
    assertNull(tape.popObject());
  }

  @Test
  void stretchesHavePlaces() {
    Tape tape = new Tape();
    tape.push(0.5);
    int doubles = tape.reserveDoubles(COUNT);
    int floats = tape.reserveDoubles(COUNT);
    int ints = tape.reserveInts(COUNT);
    int booleans = tape.reserveInts(COUNT);
    assertEquals(tape.reserveDoubles(-3), tape.reserveDoubles(0));
    for (int i = 0; i < COUNT; i++) {
      tape.put(doubles + i, i + 0.5);
      tape.put(floats + i, i * 0.1f);
      tape.put(ints + i, -i);
      tape.put(booleans + i, i % 3 == 0);
    }
    tape.push(7.0);
    assertEquals(7.0, tape.popDouble());
    assertEquals(floats, tape.releaseDoubles(COUNT));
    assertEquals(doubles, tape.releaseDoubles(COUNT));
    assertEquals(doubles, tape.releaseDoubles(-1));
    assertEquals(booleans, tape.releaseInts(COUNT));
    assertEquals(ints, tape.releaseInts(COUNT));
    for (int i = COUNT - 1; i >= 0; i--) {
      assertEquals(i + 0.5, tape.doubleAt(doubles + i));
      assertEquals(i * 0.1f, tape.floatAt(floats + i));
      assertEquals(-i, tape.intAt(ints + i));
      assertEquals(i % 3 == 0, tape.booleanAt(booleans + i));
    }
    assertEquals(0.5, tape.popDouble());
    assertTrue(tape.isEmpty());
  }
}
