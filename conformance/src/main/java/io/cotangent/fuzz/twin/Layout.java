package io.cotangent.fuzz.twin;

/** Indents Java by its braces. */
final class Layout {
  private Layout() {}

  static String indented(String text) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (String raw : text.split("\n")) {
      String line = raw.strip();
      int closing = line.startsWith("}") ? 1 : 0;
      int opens = (int) line.chars().filter(c -> c == '{').count();
      int closes = (int) line.chars().filter(c -> c == '}').count();
      if (!line.isEmpty()) {
        out.append("  ".repeat(Math.max(0, depth - closing))).append(line).append('\n');
      } else if (depth <= 1) {
        out.append('\n');
      }
      depth += opens - closes;
    }
    return out.toString();
  }
}
