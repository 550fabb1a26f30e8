package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions whose values are references: arrays, objects, boxes. */
final class Things {
  private final Pen p;

  Things(Pen pen) {
    this.p = pen;
  }

  /** An expression of a reference type. */
  Node expr(String type, int depth) {
    Node atom = p.dice.chance(depth <= 0 ? 0.85 : 0.5) ? p.atom(type) : null;
    if (atom != null) {
      return atom;
    }
    if (depth > 0 && p.dice.chance(0.3)) {
      Node call = call(type, depth);
      if (call != null) {
        return call;
      }
    }
    if (depth > 0 && p.dice.chance(0.3)) {
      Node element = p.lists.element(type, depth);
      if (element != null) {
        return element;
      }
    }
    if (depth > 0 && p.dice.chance(0.1)) {
      return Node.of(
          type,
          "(#0 ? #1 : #2)",
          p.numbers.test(1),
          typed(type, depth - 1),
          typed(type, depth - 1));
    }
    return fresh(type, depth);
  }

  /** An expression that has the type without a target to infer it from. */
  private Node typed(String type, int depth) {
    Node atom = p.atom(type);
    return atom != null ? atom : Node.of(type, "((" + type + ") #0)", fresh(type, depth));
  }

  /** A new object of a type. */
  Node fresh(String type, int depth) {
    if (type.equals("double[]")) {
      return numbers(depth);
    }
    if (type.equals("double[][]")) {
      return p.dice.chance(0.4)
          ? Node.two(type, "new double[2][3]", "Duals.zeros(2, 3)")
          : Node.of(type, "new double[][] {#0, #1}", p.expr("double[]", 1), p.expr("double[]", 0));
    }
    if (type.endsWith("[]")) {
      String of = type.substring(0, type.length() - 2);
      return Node.of(
          type, "new " + type + " {#0, #1}", p.expr(of, depth - 1), p.expr(of, depth - 1));
    }
    if (type.equals("Double")) {
      Node value = p.expr("double", depth - 1);
      return p.dice.chance(0.5)
          ? Node.two(type, "Double.valueOf(#0)", "#0", value)
          : Node.two(type, "(Double) (#0)", "#0", value);
    }
    World.Klass k = p.world.klass(type);
    if (k != null) {
      return made(k, depth);
    }
    World.Fun f = p.world.function(type);
    return f != null ? p.functions.fresh(f, depth) : p.lists.fresh(type, depth);
  }

  private Node numbers(int depth) {
    List<Pen.Name> arrays = p.visible(n -> n.type().equals("double[]"));
    String from = arrays.isEmpty() ? "" : p.dice.pick(arrays).name();
    int some = from.isEmpty() ? 0 : 1;
    Node stream = p.has(Feature.STREAM) && depth > 0 ? p.lists.array(depth) : null;
    return switch (p.dice.weighted(6, 3, 6 * some, 2 * some, 2 * some, stream == null ? 0 : 3)) {
      case 0 ->
          Node.of(
              "double[]",
              "new double[] {#0, #1}",
              p.expr("double", depth - 1),
              p.expr("double", depth - 1));
      case 1 -> Node.two("double[]", "new double[3]", "Duals.zeros(3)");
      case 2 -> Node.of("double[]", from + ".clone()");
      case 3 ->
          Node.two("double[]", "Arrays.copyOf(" + from + ", 3)", "Duals.copy(" + from + ", 0, 3)");
      case 4 ->
          Node.two(
              "double[]", "new double[" + from + ".length]", "Duals.zeros(" + from + ".length)");
      default -> stream;
    };
  }

  private Node made(World.Klass k, int depth) {
    if (k.kind() == World.Kind.ENUM) {
      return Node.of(
          k.name(),
          k.name() + p.dice.of(".ONE", ".TWO", ".values()[#0 % 2]"),
          p.numbers.integer(0));
    }
    if (k.kind() == World.Kind.ABSTRACT) {
      List<World.Klass> sub =
          p.world.classes.stream().filter(c -> c.parent().equals(k.name())).toList();
      return made(p.dice.pick(sub), depth).as(k.name());
    }
    List<Node> args = new ArrayList<>();
    StringBuilder text = new StringBuilder("new " + k.name().replaceFirst("<.*", "<>") + "(");
    if (k.name().contains("<")) {
      text = new StringBuilder("new " + k.name() + "(");
    }
    for (int i = 0; i < k.made(); i++) {
      text.append(i == 0 ? "#" : ", #").append(i);
      args.add(p.expr(k.fields().get(i).type(), depth - 1));
    }
    return Node.of(k.name(), text + ")", args.toArray(new Node[0]));
  }

  /** A call of a method with a result type, or null where there is none. */
  Node call(String type, int depth) {
    List<World.Sig> fit =
        p.world.methods.stream()
            .filter(
                m -> p.world.fits(m.result(), type) && (m.owner().isEmpty() || owner(m) != null))
            .toList();
    return fit.isEmpty() ? null : call(p.dice.pick(fit), type, depth);
  }

  private Node owner(World.Sig m) {
    return p.visible(n -> p.world.fits(n.type(), m.owner())).isEmpty() ? null : p.atom(m.owner());
  }

  /** A call of a method, as an expression of a type or a statement without its semicolon. */
  Node call(World.Sig m, String type, int depth) {
    List<Node> args = new ArrayList<>();
    String text = m.name() + "(";
    if (!m.owner().isEmpty()) {
      Node owner = owner(m);
      args.add(owner == null ? fresh(m.owner(), 1) : owner);
      text = "#0." + text;
    }
    int first = args.size();
    for (String param : m.params()) {
      text += (args.size() == first ? "#" : ", #") + args.size();
      args.add(argument(param, args, depth - 1));
    }
    return Node.of(type, text + ")", args.toArray(new Node[0]));
  }

  /** An argument; sometimes the same object as an earlier one. */
  private Node argument(String type, List<Node> earlier, int depth) {
    if (!type.equals("double") && p.may(Feature.ALIAS, 0.3)) {
      for (Node e : earlier) {
        if (e.type().equals(type) && e.parts().isEmpty()) {
          return e;
        }
      }
    }
    return p.expr(type, depth);
  }
}
