package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import java.util.Arrays;

/**
 * One source file's text, with the places of its lines.
 *
 * @param unit the name under which the file is in the model, unique in the compilation
 * @param path the file's path as messages show it
 * @param text the text, character by character as the compiler reads it
 * @param lineStarts the offsets at which lines start; the first is 0
 */
record SourceText(String unit, String path, String text, int[] lineStarts) {

  static SourceText of(String unit, String path, String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      boolean crlf = each == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (each == '\n' || (each == '\r' && !crlf)) {
        starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
        starts[lines++] = at + 1;
      }
    }
    return new SourceText(unit, path, text, Arrays.copyOf(starts, lines));
  }

  /** The span of the characters {@code [start, end)}. */
  Span span(int start, int end) {
    int line = lineIndex(start);
    return new Span(path, start, end, line + 1, start - lineStarts[line] + 1);
  }

  /** The line in which {@code offset} lies, without its indentation and its end. */
  String line(int offset) {
    int line = lineIndex(offset);
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
    return text.substring(lineStarts[line], end).strip();
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
