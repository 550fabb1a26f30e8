package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;

/**
 * Source lines as comments before the statements that come from them: once per group, and not where
 * the group begins with just that line.
 */
final class Comments {
  private final CodeBlock.Builder out;
  private String pending = "";
  private String last = "";

  Comments(CodeBlock.Builder out) {
    this.out = out;
  }

  /** What comes next is from this source line. */
  void mark(String line) {
    pending = oneLine(line);
  }

  /** Forgets a line that nothing came from. */
  void drop() {
    pending = "";
  }

  /** Writes the comment that belongs before the line {@code code}, if any does. */
  void before(CodeBlock code) {
    if (!pending.isEmpty() && !pending.equals(last)) {
      if (!pending.equals(text(code))) {
        out.add("// $L\n", pending);
      }
      last = pending;
    }
    pending = "";
  }

  /** Code as a source line; JavaPoet writes what is still to be wrapped at the line's end. */
  private static String text(CodeBlock code) {
    return oneLine(CodeBlock.of("$L\n", code).toString()).replace("java.lang.", "");
  }

  /** The source line; a backslash before {@code u} would be read even in a comment. */
  private static String oneLine(String line) {
    // By hand: this runs for each statement of a compilation that is over before the JVM has
    // compiled its regular expressions.
    StringBuilder text = new StringBuilder(line.length());
    for (char c : line.strip().toCharArray()) {
      if (c > ' ' || " \t\n\013\f\r".indexOf(c) < 0) {
        text.append(c);
      } else if (text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
    return text.toString().replace("\\u", "\\ u");
  }
}
