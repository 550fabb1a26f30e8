package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Feature;
import java.util.List;

/** Writes expressions of type double, int and boolean. */
final class Numbers {
  private static final String[] LITERALS = {"0.5", "1.5", "2.0", "0.1", "3.0", "1.0", "0.3"};
  private final Pen p;

  Numbers(Pen pen) {
    this.p = pen;
  }

  static Node literal(String value) {
    return Node.two("double", value, "Dual.of(" + value + ")");
  }

  /** A call of a method of Math. */
  static Node math(String name, Node... args) {
    StringBuilder list = new StringBuilder("#0");
    for (int i = 1; i < args.length; i++) {
      list.append(", #").append(i);
    }
    return Node.two(
        "double",
        "Math." + name + "(" + list + ")",
        "Dual.math(\"" + name + "\", " + list + ")",
        args);
  }

  static Node binary(String op, Node left, Node right) {
    return Node.two("double", "(#0 " + op + " #1)", "#0." + method(op) + "(#1)", left, right);
  }

  /** The name of an operator's method on dual numbers. */
  static String method(String op) {
    return switch (op) {
      case "+" -> "plus";
      case "-" -> "minus";
      case "*" -> "times";
      default -> "over";
    };
  }

  Node expr(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return switch (p.dice.weighted(22, 26, 14, 5, 4, 5, 26, 8, 8)) {
      case 0 -> leaf();
      case 1 -> arithmetic(depth);
      case 2 -> mathematics(depth);
      case 3 -> Node.two("double", "(-#0)", "#0.negated()", expr(depth - 1));
      case 4 ->
          Node.of("double", "(#0 ? #1 : #2)", test(depth - 1), expr(depth - 1), expr(depth - 1));
      case 5 -> Node.two("double", "((double) #0)", "Dual.of(#0)", integer(depth - 1));
      case 6 -> orElse(p.things.call("double", depth), depth);
      case 7 -> orElse(p.functions.apply("double", depth), depth);
      default -> orElse(p.lists.number(depth), depth);
    };
  }

  private Node orElse(Node node, int depth) {
    return node != null ? node : depth > 1 && p.dice.chance(0.5) ? arithmetic(depth) : leaf();
  }

  Node leaf() {
    Node atom = p.dice.chance(0.85) ? p.atom("double") : null;
    return atom != null ? atom : literal(p.dice.of(LITERALS));
  }

  private Node arithmetic(int depth) {
    Node left = expr(depth - 1);
    Node right = expr(depth - 1);
    return switch (p.dice.weighted(10, 8, 10, 3)) {
      case 0 -> binary("+", left, right);
      case 1 -> binary("-", left, right);
      case 2 -> binary("*", left, right);
      default -> binary("/", left, binary("+", literal("1.5"), math("sin", right)));
    };
  }

  private Node mathematics(int depth) {
    Node x = expr(depth - 1);
    return switch (p.dice.weighted(8, 5, 5, 3, 3, 3, p.has(Feature.KINK) ? 4 : 0, 2)) {
      case 0 -> math("sin", x);
      case 1 -> math("cos", x);
      case 2 -> math("tanh", x);
      case 3 -> math("exp", math("sin", x));
      case 4 -> math("sqrt", binary("+", literal("1.5"), math("cos", x)));
      case 5 -> math("atan", x);
      case 6 ->
          p.dice.chance(0.4) ? math("abs", x) : math(p.dice.of("max", "min"), x, expr(depth - 1));
      default -> math("atan2", x, expr(depth - 1));
    };
  }

  /** The expression, mostly kept small. */
  Node tame(Node x) {
    return p.dice.chance(0.35) ? math(p.dice.of("sin", "tanh", "cos"), x) : x;
  }

  Node integer(int depth) {
    List<Pen.Name> ints = p.visible(n -> n.type().equals("int"));
    if (!ints.isEmpty() && p.dice.chance(0.5)) {
      return Node.of("int", p.dice.pick(ints).name());
    }
    if (depth > 0 && p.dice.chance(0.3)) {
      return Node.of("int", "(#0 + #1)", integer(depth - 1), integer(depth - 1));
    }
    List<Pen.Name> arrays = p.visible(n -> n.type().endsWith("[]"));
    if (!arrays.isEmpty() && p.dice.chance(0.3)) {
      return Node.of("int", p.dice.pick(arrays).name() + ".length");
    }
    List<Pen.Name> lists = p.visible(n -> n.type().startsWith("List<"));
    if (!lists.isEmpty() && p.dice.chance(0.4)) {
      return Node.of("int", p.dice.pick(lists).name() + ".size()");
    }
    return Node.of("int", Integer.toString(p.dice.below(4)));
  }

  Node test(int depth) {
    List<Pen.Name> known = p.visible(n -> n.type().equals("boolean"));
    return switch (p.dice.weighted(10, 4, known.isEmpty() ? 0 : 3, depth > 0 ? 2 : 0)) {
      case 0 -> {
        String op = p.dice.of("<", ">", "<=", ">=");
        yield Node.two(
            "boolean",
            "(#0 " + op + " #1)",
            "#0.is(\"" + op + "\", #1)",
            expr(Math.max(0, depth - 1)),
            expr(Math.max(0, depth - 1)));
      }
      case 1 ->
          Node.of(
              "boolean",
              p.dice.of("(#0 < #1)", "(#0 % 2 == #1 % 2)", "(#0 != #1)"),
              integer(0),
              integer(0));
      case 2 -> Node.of("boolean", p.dice.pick(known).name());
      default ->
          Node.of(
              "boolean", p.dice.of("(#0 && #1)", "(#0 || !#1)"), test(depth - 1), test(depth - 1));
    };
  }
}
