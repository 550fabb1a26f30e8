package io.cotangent.fuzz.twin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a program in both of its texts; {@code #0} to {@code #9} stand for its parts.
 *
 * @param type the Java type of an expression; {@link #STATEMENT}, {@link #BLOCK} (a list of
 *     statements or members) or {@link #MEMBER} otherwise
 * @param java the text on doubles; null for a block, whose parts follow one another
 * @param dual the text on dual numbers
 */
record Node(String type, String java, String dual, List<Node> parts) {
  static final String STATEMENT = "#statement";
  static final String BLOCK = "#block";
  static final String MEMBER = "#member";
  private static final Pattern PART = Pattern.compile("#([0-9])");
  private static final Pattern NUMBER = Pattern.compile("\\b[dD]ouble\\b");

  /** A piece whose texts differ in the names of types alone. */
  static Node of(String type, String text, Node... parts) {
    return new Node(type, text, dualTypes(text), List.of(parts));
  }

  /** A piece with a text of its own for dual numbers. */
  static Node two(String type, String java, String dual, Node... parts) {
    return new Node(type, java, dualTypes(dual), List.of(parts));
  }

  static Node statement(String text, Node... parts) {
    return of(STATEMENT, text, parts);
  }

  static Node block(List<Node> parts) {
    return new Node(BLOCK, null, null, List.copyOf(parts));
  }

  Node with(List<Node> newParts) {
    return new Node(type, java, dual, List.copyOf(newParts));
  }

  /** The same expression where another type is wanted. */
  Node as(String wanted) {
    return new Node(wanted, java, dual, parts);
  }

  private static String dualTypes(String text) {
    return NUMBER.matcher(text).replaceAll("Dual");
  }

  /** The text on doubles, or on dual numbers. */
  String text(boolean onDuals) {
    StringBuilder out = new StringBuilder();
    append(out, onDuals);
    return out.toString();
  }

  private void append(StringBuilder out, boolean onDuals) {
    if (java == null) {
      for (Node part : parts) {
        part.append(out, onDuals);
        out.append('\n');
      }
      return;
    }
    String template = onDuals ? dual : java;
    Matcher m = PART.matcher(template);
    int at = 0;
    while (m.find()) {
      out.append(template, at, m.start());
      parts.get(m.group(1).charAt(0) - '0').append(out, onDuals);
      at = m.end();
    }
    out.append(template, at, template.length());
  }
}
