package io.cotangent.processor.diagnostics;

import java.util.List;

/**
 * Something that the user must know about a place in their source.
 *
 * @param kind what it is
 * @param span where it is
 * @param args what fills the kind's message
 */
public record Problem(ProblemKind kind, Span span, List<String> args) {

  /** Copies {@code args}. */
  public Problem {
    args = List.copyOf(args);
  }

  /** A problem at {@code span}; arguments are put in words with {@link String#valueOf(Object)}. */
  public static Problem of(ProblemKind kind, Span span, Object... args) {
    return new Problem(kind, span, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }

  /** The message as the user reads it, followed by the kind's code in brackets. */
  public String text() {
    return kind.format(args.toArray()) + " [" + kind.code() + "]";
  }
}
