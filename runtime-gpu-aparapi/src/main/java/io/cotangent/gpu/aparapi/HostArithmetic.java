package io.cotangent.gpu.aparapi;

import java.lang.System.Logger.Level;

/**
 * Finds out whether a driver has broken Java's own arithmetic: PoCL takes over the signal by which
 * the virtual machine learns of integer divisions by zero, which then give a number instead of an
 * exception, anywhere in the process.
 */
final class HostArithmetic {
  private static boolean told;

  private HostArithmetic() {}

  /** Warns, once, where it is so. */
  static synchronized void check() {
    if (!told && !divisionThrows(Integer.parseInt("0"))) {
      told = true;
      System.getLogger("io.cotangent.batch")
          .log(
              Level.WARNING,
              "the OpenCL driver has taken over the signal for integer divisions by zero: Java's"
                  + " own no longer throw in this process. Set the environment variable"
                  + " POCL_SIGFPE_HANDLER=0 before Java starts");
    }
  }

  private static boolean divisionThrows(int zero) {
    try {
      return 1 / zero == Integer.MIN_VALUE + 12345;
    } catch (ArithmeticException expected) {
      return true;
    }
  }
}
