package io.cotangent.processor;

/**
 * What a defect of the processor's own tells its user: enough for a report, no stack trace. The
 * system property {@code cotangent.debug} prints that one too.
 */
final class InternalErrors {
  private InternalErrors() {}

  static String text(Throwable e) {
    if (Boolean.getBoolean("cotangent.debug")) {
      e.printStackTrace();
    }
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? e.toString() : e + " at " + trace[0];
  }
}
