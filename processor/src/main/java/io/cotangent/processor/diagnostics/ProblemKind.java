package io.cotangent.processor.diagnostics;

import java.util.Locale;

/** Every message that the processor can print: its severity, its code and its text. */
public enum ProblemKind {
  /** A construct of the language that can't be differentiated: construct, what to write instead. */
  UNSUPPORTED_CONSTRUCT(Severity.ERROR, "%s can't be differentiated: %s"),
  /** A call whose target is not known: the call, what to do. */
  UNKNOWN_TARGET(Severity.ERROR, "the method that '%s' calls is not known here: %s"),
  /** A defect of the processor itself: what happened. */
  INTERNAL(Severity.ERROR, "internal error of Cotangent, please report it: %s");

  private final Severity severity;
  private final String pattern;

  ProblemKind(Severity severity, String pattern) {
    this.severity = severity;
    this.pattern = pattern;
  }

  /** Whether the problem stops the compilation. */
  public enum Severity {
    /** The compilation fails. */
    ERROR,
    /** The compilation goes on. */
    WARNING
  }

  /** Whether the problem stops the compilation. */
  public Severity severity() {
    return severity;
  }

  /** The message's text with {@code args} filled in. */
  public String format(Object... args) {
    return String.format(Locale.ROOT, pattern, args);
  }

  /** The name that users search for and suppress by, such as {@code cotangent:unknown-target}. */
  public String code() {
    return "cotangent:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
