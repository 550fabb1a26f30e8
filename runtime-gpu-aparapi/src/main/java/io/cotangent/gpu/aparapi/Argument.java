package io.cotangent.gpu.aparapi;

import com.aparapi.internal.jni.KernelArgJNI;
import java.lang.reflect.Array;

/**
 * An array argument of a kernel as Aparapi's native code reads it: the Java array, and bits that
 * say what is to be moved. The array belongs to this module and is replaced only by {@link #hold}.
 */
final class Argument extends KernelArgJNI {
  private final int base;

  Argument(String argumentName, Object array, int moves) {
    name = argumentName;
    base = Bits.GLOBAL | Bits.ARRAY | Bits.ofElements(array);
    type = base | moves;
    hold(array);
  }

  /** Takes an array of the same type; its buffer is made anew with the array's contents. */
  void hold(Object held) {
    javaArray = held;
    numElements = Array.getLength(held);
    sizeInBytes = Math.multiplyExact(numElements, Bits.bytesOf(held));
  }

  /** Says what the next launch moves. */
  void move(int moves) {
    type = base | moves;
  }

  Object held() {
    return javaArray;
  }

  int bytes() {
    return sizeInBytes;
  }

  boolean isSent() {
    return (type & Bits.READ) != 0 && (type & Bits.EXPLICIT) == 0;
  }

  boolean isReadBack() {
    return (type & Bits.WRITE) != 0 && (type & Bits.EXPLICIT) == 0;
  }
}
