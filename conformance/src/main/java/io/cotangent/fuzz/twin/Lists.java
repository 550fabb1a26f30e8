package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Feature;
import java.util.List;

/** Writes expressions on lists, maps and streams. */
final class Lists {
  private final Pen p;

  Lists(Pen pen) {
    this.p = pen;
  }

  /** The type of a list's elements or a map's values. */
  static String inner(String type) {
    String inside = type.substring(type.indexOf('<') + 1, type.length() - 1);
    return type.startsWith("Map<") ? inside.substring(inside.indexOf(", ") + 2) : inside;
  }

  static boolean isList(String type) {
    return type.startsWith("List<");
  }

  static boolean isMap(String type) {
    return type.startsWith("Map<");
  }

  /** A map's key. */
  Node key(String map) {
    return map.startsWith("Map<String")
        ? Node.of("String", p.dice.of("\"a\"", "\"b\"", "\"c\""))
        : Node.of("int", p.dice.chance(0.5) ? "1" : p.dice.of("0", "2"));
  }

  /** A new list or map. */
  Node fresh(String type, int depth) {
    String of = inner(type);
    String args = type.substring(type.indexOf('<') + 1, type.length() - 1);
    if (isMap(type)) {
      return switch (p.dice.weighted(5, 4, 2, 2)) {
        case 0 -> Node.of(type, "new HashMap<" + args + ">()");
        case 1 ->
            Node.of(
                type,
                "new LinkedHashMap<" + args + ">(Map.<" + args + ">of(#0, #1))",
                key(type),
                value(of, depth));
        case 2 ->
            Node.of(
                type,
                "new TreeMap<" + args + ">(Map.<" + args + ">of(#0, #1))",
                key(type),
                value(of, depth));
        default -> Node.of(type, "Map.<" + args + ">of(#0, #1)", key(type), value(of, depth));
      };
    }
    Node stream = p.has(Feature.STREAM) && depth > 1 ? stream(type, depth) : null;
    return switch (p.dice.weighted(4, 6, 2, stream == null ? 0 : 3)) {
      case 0 -> Node.of(type, "new ArrayList<" + args + ">()");
      case 1 ->
          Node.of(
              type,
              "new ArrayList<" + args + ">(List.<" + args + ">of(#0, #1))",
              value(of, depth),
              value(of, depth));
      case 2 ->
          Node.of(
              type,
              p.dice.of("List.<" + args + ">of(#0)", "Arrays.<" + args + ">asList(#0)"),
              one(of, depth));
      default -> stream;
    };
  }

  private Node one(String of, int depth) {
    // An array alone would be taken for the elements.
    return of.endsWith("[]")
        ? Node.of(of, "#0, #1", value(of, depth), value(of, 0))
        : value(of, depth);
  }

  Node value(String of, int depth) {
    return p.expr(Pen.unboxed(of), depth - 1);
  }

  /** An element of a list or map, or null. */
  Node element(String type, int depth) {
    String boxed = type.equals("double") ? "Double" : type;
    List<Pen.Name> from =
        p.visible(n -> (isList(n.type()) || isMap(n.type())) && inner(n.type()).equals(boxed));
    if (from.isEmpty()) {
      return null;
    }
    Pen.Name n = p.dice.pick(from);
    Node otherwise = p.expr(type, depth - 1);
    if (isMap(n.type())) {
      return p.dice.chance(0.8)
          ? Node.of(type, n.name() + ".getOrDefault(#0, #1)", key(n.type()), otherwise)
          : unboxed(type, n.name() + ".get(#0)", key(n.type()));
    }
    Node index = p.index(n.name() + ".size()");
    return p.dice.chance(0.7)
        ? Node.two(
            type,
            "(" + n.name() + ".isEmpty() ? #0 : " + n.name() + ".get(#1))",
            "(" + n.name() + ".isEmpty() ? #0 : " + n.name() + ".get(#1))",
            otherwise,
            index)
        : unboxed(type, n.name() + ".get(#0)", index);
  }

  private static Node unboxed(String type, String text, Node part) {
    return type.equals("double")
        ? Node.two(type, text, "Duals.unbox(" + text + ")", part)
        : Node.of(type, text, part);
  }

  /** A number from a list, a map or a stream, or null. */
  Node number(int depth) {
    if (!p.has(Feature.STREAM) || p.dice.chance(0.4)) {
      return element("double", depth);
    }
    Node source = numbers(depth);
    if (source == null) {
      return null;
    }
    return switch (p.dice.weighted(6, 3, 2)) {
      case 0 -> Node.of("double", "#0.sum()", source);
      case 1 ->
          Node.of(
              "double",
              "#0.reduce(#1, #2)",
              source,
              p.expr("double", 0),
              p.functions.lambda("#f", List.of("double", "double"), "double", depth - 1));
      default ->
          Node.two(
              "double", "#0.average().orElse(#1)", "#0.averageOr(#1)", source, p.expr("double", 0));
    };
  }

  /** A stream of numbers, or null. */
  private Node numbers(int depth) {
    Node array = p.atom("double[]");
    List<Pen.Name> lists = p.visible(n -> isList(n.type()));
    int kind = p.dice.weighted(array == null ? 0 : 6, lists.isEmpty() ? 0 : 6, 3, 1);
    Node source =
        switch (kind) {
          case 0 -> Node.two("#s", "Arrays.stream(#0)", "DoubleStream.of(#0)", array);
          case 1 -> {
            Pen.Name n = p.dice.pick(lists);
            Node f = p.functions.lambda("#f", List.of(inner(n.type())), "double", depth - 1);
            String text = n.name() + ".stream()";
            yield Node.two("#s", text + ".mapToDouble(#0)", "Duals.map(" + text + ", #0)", f);
          }
          case 2 -> {
            Node n = Node.of("int", p.dice.of("2", "3", "1", "0"));
            Node f = p.functions.lambda("#f", List.of("int"), "double", depth - 1);
            yield Node.two(
                "#s",
                "IntStream.range(0, #0).mapToDouble(#1)",
                "Duals.map(IntStream.range(0, #0), #1)",
                n,
                f);
          }
          default ->
              Node.of("#s", "DoubleStream.of(#0, #1)", p.expr("double", 1), p.expr("double", 0));
        };
    int stages = p.dice.weighted(4, 5, 2);
    for (int i = 0; i < stages; i++) {
      source = stage(source, depth);
    }
    return source;
  }

  private Node stage(Node source, int depth) {
    List<String> one = List.of("double");
    return switch (p.dice.weighted(6, 3, 1, 1, 2)) {
      case 0 -> Node.of("#s", "#0.map(#1)", source, mapper(depth));
      case 1 ->
          Node.of(
              "#s", "#0.filter(#1)", source, p.functions.lambda("#f", one, "boolean", depth - 1));
      case 2 -> Node.of("#s", "#0.limit(2)", source);
      case 3 -> Node.of("#s", "#0.skip(1)", source);
      default ->
          Node.of("#s", "#0.peek(#1)", source, p.functions.lambda("#f", one, "void", depth - 1));
    };
  }

  private Node mapper(int depth) {
    Node known = p.dice.chance(0.4) ? p.atom("DoubleUnaryOperator") : null;
    return known != null ? known : p.functions.lambda("#f", List.of("double"), "double", depth - 1);
  }

  /** A new array that a stream gives, or null. */
  Node array(int depth) {
    Node source = numbers(depth);
    return source == null ? null : Node.of("double[]", "#0.toArray()", source);
  }

  /** A new list that a stream gives, or null. */
  private Node stream(String type, int depth) {
    String of = inner(type);
    if (of.equals("Double") && p.dice.chance(0.5)) {
      Node source = numbers(depth);
      return source == null
          ? null
          : Node.of(
              type, "#0.boxed()." + p.dice.of("toList()", "collect(Collectors.toList())"), source);
    }
    List<Pen.Name> lists = p.visible(n -> isList(n.type()));
    if (lists.isEmpty()) {
      return null;
    }
    Pen.Name n = p.dice.pick(lists);
    String from = inner(n.type());
    if (from.equals(of) && p.dice.chance(0.4)) {
      return Node.of(
          type,
          n.name() + ".stream().filter(#0).toList()",
          p.functions.lambda("#f", List.of(from), "boolean", depth - 1));
    }
    return Node.of(
        type,
        n.name() + ".stream().<" + of + ">map(#0).toList()",
        p.functions.lambda("#f", List.of(from), of, depth - 1));
  }
}
