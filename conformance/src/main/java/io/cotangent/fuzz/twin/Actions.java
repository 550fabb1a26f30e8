package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;

/** Writes statements that change something: variables, elements, fields, objects, collections. */
final class Actions {
  private static final int DEPTH = 3;
  private final Pen p;

  Actions(Pen pen) {
    this.p = pen;
  }

  void add(List<Node> all) {
    Node node =
        switch (p.dice.weighted(8, 10, 10, 10, 8, 7, 3)) {
          case 0 -> update(p.assignable(n -> n.type().equals("double")));
          case 1 -> reassign();
          case 2 -> element();
          case 3 -> field();
          case 4 -> call();
          case 5 -> collection();
          default -> copy();
        };
    if (node != null) {
      all.add(node);
    } else {
      p.steps.declare(all, p.dice.of("double", "double[]"));
    }
  }

  private Node value() {
    return p.numbers.tame(p.expr("double", DEPTH));
  }

  private Node update(List<Pen.Name> targets) {
    return targets.isEmpty() ? null : update(p.dice.pick(targets).name(), null);
  }

  /** An assignment to a number's place, whose text may have a part. */
  private Node update(String place, Node part) {
    Node value = value();
    Node[] parts = part == null ? new Node[] {value} : new Node[] {value, part};
    return switch (p.dice.weighted(6, 5, 1)) {
      case 0 -> Node.statement(place + " = #0;", parts);
      case 1 -> {
        String op = p.dice.of("+", "-", "*", "+");
        yield Node.two(
            Node.STATEMENT,
            place + " " + op + "= #0;",
            place + " = " + place + "." + Numbers.method(op) + "(#0);",
            parts);
      }
      default ->
          Node.two(
              Node.STATEMENT, place + "++;", place + " = " + place + ".plus(Dual.of(1));", parts);
    };
  }

  private Node reassign() {
    List<Pen.Name> targets =
        p.assignable(n -> !n.type().equals("double") && !n.name().startsWith("i"));
    if (targets.isEmpty()) {
      return null;
    }
    Pen.Name target = p.dice.pick(targets);
    return Node.statement(target.name() + " = #0;", p.expr(target.type(), DEPTH));
  }

  private Node element() {
    List<Pen.Name> arrays = p.visible(n -> n.type().endsWith("[]"));
    Node array = p.dice.chance(0.4) ? p.atom("double[]") : null;
    if (array != null && array.parts().isEmpty()) {
      return update(array.java() + "[#1]", p.index(array.java() + ".length"));
    }
    if (arrays.isEmpty()) {
      return null;
    }
    Pen.Name n = p.dice.pick(arrays);
    String of = n.type().substring(0, n.type().length() - 2);
    Node index = p.index(n.name() + ".length");
    if (of.equals("double")) {
      return update(n.name() + "[#1]", index);
    }
    if (of.equals("double[]") && p.dice.chance(0.6)) {
      return update(n.name() + "[#1][0]", index);
    }
    return Node.statement(n.name() + "[#0] = #1;", index, p.expr(of, DEPTH));
  }

  private Node field() {
    List<Pen.Name> objects =
        p.visible(n -> p.world.klass(n.type()) != null && mutable(p.world.klass(n.type())));
    if (objects.isEmpty()) {
      return null;
    }
    Pen.Name n = p.dice.pick(objects);
    World.Field f = p.dice.pick(p.world.klass(n.type()).fields());
    String place = n.name() + "." + f.name();
    return f.type().equals("double")
        ? update(place, null)
        : Node.statement(place + " = #0;", p.expr(f.type(), DEPTH));
  }

  private static boolean mutable(World.Klass k) {
    return k.kind() == World.Kind.CLASS && !k.fields().isEmpty();
  }

  private Node call() {
    List<World.Sig> fit =
        p.world.methods.stream()
            .filter(
                m ->
                    m.owner().isEmpty()
                        || !p.visible(n -> p.world.fits(n.type(), m.owner())).isEmpty())
            .filter(m -> m.result().equals("void") || p.dice.chance(0.3))
            .toList();
    if (fit.isEmpty()) {
      return null;
    }
    Node call = p.things.call(p.dice.pick(fit), Node.STATEMENT, DEPTH);
    return Node.statement("#0;", call);
  }

  private Node collection() {
    List<Pen.Name> all = p.visible(n -> Lists.isList(n.type()) || Lists.isMap(n.type()));
    if (all.isEmpty()) {
      return null;
    }
    Pen.Name n = p.dice.pick(all);
    String of = Lists.inner(n.type());
    Node value = p.lists.value(of, DEPTH);
    List<String> boxed = List.of(of, of);
    if (Lists.isMap(n.type())) {
      Node key = p.lists.key(n.type());
      return switch (p.dice.weighted(
          8, p.has(Feature.LAMBDA) ? 4 : 0, 1, p.has(Feature.LAMBDA) ? 2 : 0)) {
        case 0 -> Node.statement(n.name() + ".put(#0, #1);", key, value);
        case 1 ->
            Node.statement(
                n.name() + ".merge(#0, #1, #2);",
                key,
                value,
                p.functions.lambda("#f", boxed, of, 2));
        case 2 -> Node.statement(n.name() + ".remove(#0);", key);
        default ->
            Node.statement(
                n.name() + ".replaceAll(#0);",
                p.functions.lambda("#f", List.of("#key", of), of, 2));
      };
    }
    return switch (p.dice.weighted(
        8, 5, 2, 2, p.has(Feature.LAMBDA) ? 2 : 0, 1, p.has(Feature.LAMBDA) ? 2 : 0)) {
      case 0 -> Node.statement(n.name() + ".add(#0);", value);
      case 1 -> Node.statement(n.name() + ".set(#0, #1);", p.index(n.name() + ".size()"), value);
      case 2 -> Node.statement(n.name() + ".add(0, #0);", value);
      case 3 -> Node.statement(n.name() + ".remove(0);");
      case 4 ->
          Node.statement(
              n.name() + ".replaceAll(#0);", p.functions.lambda("#f", List.of(of), of, 2));
      case 5 -> Node.statement(n.name() + ".clear();");
      default ->
          Node.statement(
              n.name() + ".forEach(#0);", p.functions.lambda("#f", List.of(of), "void", 2));
    };
  }

  private Node copy() {
    List<Pen.Name> arrays = p.visible(n -> n.type().equals("double[]"));
    if (arrays.isEmpty()) {
      return null;
    }
    String from = p.dice.pick(arrays).name();
    String to = p.dice.pick(arrays).name();
    return switch (p.dice.weighted(3, 3, 2)) {
      case 0 -> Node.statement("System.arraycopy(" + from + ", 0, " + to + ", 0, 1);");
      case 1 -> Node.statement("Arrays.fill(" + to + ", #0);", value());
      default ->
          Node.statement(
              "System.arraycopy("
                  + from
                  + ", 0, "
                  + to
                  + ", "
                  + to
                  + ".length - 1, Math.min(1, "
                  + from
                  + ".length));");
    };
  }

  /** Two places of one type exchange what they hold. */
  void swap(List<Node> all) {
    List<Pen.Name> places = new ArrayList<>(p.assignable(n -> !n.type().equals("int")));
    if (!p.has(Feature.REASSIGN) || places.size() < 2) {
      rows(all);
      return;
    }
    Pen.Name one = p.dice.pick(places);
    places.removeIf(n -> !n.type().equals(one.type()) || n == one);
    if (places.isEmpty()) {
      rows(all);
      return;
    }
    Pen.Name other = p.dice.pick(places);
    String t = p.fresh("s");
    p.declare(one.type(), t, true);
    all.add(Node.statement(one.type() + " " + t + " = " + one.name() + ";"));
    all.add(Node.statement(one.name() + " = " + other.name() + ";"));
    all.add(Node.statement(other.name() + " = " + t + ";"));
  }

  private void rows(List<Node> all) {
    List<Pen.Name> matrices = p.visible(n -> n.type().equals("double[][]"));
    if (matrices.isEmpty()) {
      add(all);
      return;
    }
    String m = p.dice.pick(matrices).name();
    String t = p.fresh("s");
    p.declare("double[]", t, true);
    all.add(Node.statement("double[] " + t + " = " + m + "[0];"));
    all.add(Node.statement(m + "[0] = #0;", p.expr("double[]", 2)));
    all.add(Node.statement(m + "[" + m + ".length - 1] = " + t + ";"));
  }
}
