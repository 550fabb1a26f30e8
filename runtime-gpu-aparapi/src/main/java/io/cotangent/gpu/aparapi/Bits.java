package io.cotangent.gpu.aparapi;

import com.aparapi.internal.jni.KernelRunnerJNI;

/** What Aparapi's native code is told of an argument. */
final class Bits extends KernelRunnerJNI {
  static final int GLOBAL = ARG_GLOBAL;
  static final int ARRAY = ARG_ARRAY;
  static final int READ = ARG_READ;
  static final int WRITE = ARG_WRITE;
  static final int EXPLICIT = ARG_EXPLICIT;

  /** Goes to the device before each launch. */
  static final int IN = READ;

  /** Comes back after each launch. */
  static final int OUT = WRITE;

  /** Goes and comes back. */
  static final int BOTH = READ | WRITE;

  /** Is on the device already, and stays. */
  static final int STAYS = READ | EXPLICIT;

  /** Memory of the device's own. */
  static final int SCRATCH = READ | WRITE | EXPLICIT;

  private Bits() {}

  static int ofElements(Object array) {
    if (array instanceof double[]) {
      return ARG_DOUBLE;
    } else if (array instanceof float[]) {
      return ARG_FLOAT;
    }
    return array instanceof long[] ? ARG_LONG : ARG_INT;
  }

  static int bytesOf(Object array) {
    return array instanceof double[] || array instanceof long[] ? 8 : 4;
  }
}
