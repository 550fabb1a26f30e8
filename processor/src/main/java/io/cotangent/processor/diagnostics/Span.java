package io.cotangent.processor.diagnostics;

/**
 * A stretch of a source file: character offsets {@code [start, end)} into the compilation unit's
 * text, with the 1-based line and column of {@code start} (a tab is one column).
 *
 * @param file the source file's path as messages show it; empty in {@link #NONE}
 * @param start offset of the first character
 * @param end offset after the last character
 * @param line 1-based line of {@code start}
 * @param column 1-based column of {@code start}
 */
public record Span(String file, int start, int end, int line, int column) {

  /** No place in any file: of elements that the user did not write. */
  public static final Span NONE = new Span("", -1, -1, -1, -1);

  /** Whether this is a place in a file. */
  public boolean exists() {
    return start >= 0;
  }

  /** {@code File.java:line:column}, with the file's simple name; empty for {@link #NONE}. */
  public String location() {
    return exists() ? fileName() + ":" + line + ":" + column : "";
  }

  /** The file's name without its folders. */
  public String fileName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
