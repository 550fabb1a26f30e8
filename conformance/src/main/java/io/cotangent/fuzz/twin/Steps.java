package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;

/** Writes statements that steer: declarations, branches, loops, exceptions. */
final class Steps {
  private static final int DEPTH = 3;
  private final Pen p;

  Steps(Pen pen) {
    this.p = pen;
  }

  /** Statements whose names stay in scope. */
  Node sequence(int count) {
    List<Node> all = new ArrayList<>();
    add(all, count);
    return Node.block(all);
  }

  void add(List<Node> all, int count) {
    for (int i = 0; i < count && p.budget > 0; i++) {
      p.budget--;
      statement(all);
    }
  }

  /** Statements with a scope of their own. */
  Node block(int count) {
    int mark = p.mark();
    Node block = sequence(count);
    p.restore(mark);
    return block;
  }

  private void statement(List<Node> all) {
    switch (p.dice.weighted(26, 40, 9, 6, 6, p.has(Feature.TRY) ? 6 : 0, 3, 4)) {
      case 0 -> declare(all, p.dice.pick(types()));
      case 1 -> p.actions.add(all);
      case 2 -> all.add(branch());
      case 3 -> all.add(counted());
      case 4 -> all.add(forEach());
      case 5 -> all.add(attempt());
      case 6 -> leave(all);
      default -> p.actions.swap(all);
    }
  }

  /** The types that a variable may have. */
  private List<String> types() {
    List<String> types = new ArrayList<>(List.of("double", "double", "double[]", "double[]"));
    if (p.has(Feature.MATRIX)) {
      types.add("double[][]");
    }
    if (p.has(Feature.BOX)) {
      types.add("Double");
    }
    for (World.Klass k : p.world.classes) {
      types.add(k.name());
      types.add(k.name());
      if (p.has(Feature.RECORD_ARRAY) && !k.name().contains("<")) {
        types.add(k.name() + "[]");
      }
    }
    if (p.has(Feature.LAMBDA)) {
      p.world.functions.forEach(f -> types.add(f.type()));
      types.add("DoubleUnaryOperator");
    }
    types.addAll(collections(p));
    return types;
  }

  /** The types of lists and maps that a program may use. */
  static List<String> collections(Pen p) {
    List<String> types = new ArrayList<>();
    List<String> inner = new ArrayList<>(List.of("Double", "double[]"));
    p.world.classes.stream()
        .filter(k -> !k.name().contains("<"))
        .limit(1)
        .forEach(k -> inner.add(k.name()));
    for (String of : inner) {
      if (p.has(Feature.LIST)) {
        types.add("List<" + of + ">");
      }
      if (p.has(Feature.MAP)) {
        types.add(of.equals("Double") ? "Map<String, Double>" : "Map<Integer, " + of + ">");
      }
    }
    return types;
  }

  void declare(List<Node> all, String type) {
    Node value = p.expr(type, DEPTH);
    String name = p.fresh(stem(type));
    p.declare(type, name, !p.has(Feature.REASSIGN) || p.dice.chance(0.5));
    all.add(Node.statement(type + " " + name + " = #0;", value));
  }

  static String stem(String type) {
    return switch (type) {
      case "double" -> "x";
      case "double[]" -> "a";
      case "double[][]" -> "m";
      case "Double" -> "d";
      case "int" -> "n";
      default ->
          type.contains("[]") || type.startsWith("List") ? "l" : type.startsWith("Map") ? "t" : "o";
    };
  }

  private Node branch() {
    List<Pen.Name> objects = p.visible(n -> subclasses(n.type()).size() > 0);
    if (!objects.isEmpty() && p.dice.chance(0.5)) {
      return pattern(p.dice.pick(objects));
    }
    Node test = p.numbers.test(2);
    return p.dice.chance(0.5)
        ? Node.statement("if (#0) {\n#1}", test, block(2))
        : Node.statement("if (#0) {\n#1} else {\n#2}", test, block(2), block(2));
  }

  private List<World.Klass> subclasses(String type) {
    return p.world.classes.stream().filter(k -> k.parent().equals(type)).toList();
  }

  private Node pattern(Pen.Name n) {
    World.Klass k = p.dice.pick(subclasses(n.type()));
    String name = p.fresh("v");
    int mark = p.mark();
    p.declare(k.name(), name, true);
    Node yes = block(2);
    p.restore(mark);
    return Node.statement(
        "if (" + n.name() + " instanceof " + k.name() + " " + name + ") {\n#0} else {\n#1}",
        yes,
        block(1));
  }

  private Node counted() {
    String i = p.fresh("i");
    int mark = p.mark();
    p.declare("int", i, false);
    List<Pen.Name> arrays = p.visible(n -> n.type().equals("double[]"));
    String bound =
        arrays.isEmpty() || p.dice.chance(0.4)
            ? p.dice.of("2", "3", "1", "0")
            : p.dice.pick(arrays).name() + ".length";
    // A loop whose counter its body can't assign: only names that are given out as such are.
    p.loops++;
    Node body = sequence(p.dice.between(1, 3));
    p.loops--;
    p.restore(mark);
    return Node.statement(
        "for (int " + i + " = 0; " + i + " < " + bound + "; " + i + "++) {\n#0}", body);
  }

  private Node forEach() {
    List<Pen.Name> sources =
        p.visible(n -> n.type().endsWith("[]") || Lists.isList(n.type()) || Lists.isMap(n.type()));
    if (sources.isEmpty()) {
      return counted();
    }
    Pen.Name from = p.dice.pick(sources);
    boolean map = Lists.isMap(from.type());
    String of =
        from.type().endsWith("[]")
            ? from.type().substring(0, from.type().length() - 2)
            : Pen.unboxed(Lists.inner(from.type()));
    String name = p.fresh(stem(of));
    int mark = p.mark();
    p.declare(of, name, p.dice.chance(0.7));
    p.loops++;
    Node body = sequence(p.dice.between(1, 2));
    p.loops--;
    p.restore(mark);
    return Node.statement(
        "for (" + of + " " + name + " : " + from.name() + (map ? ".values()" : "") + ") {\n#0}",
        body);
  }

  private void leave(List<Node> all) {
    List<String> ways = new ArrayList<>();
    if (p.loops > 0) {
      ways.addAll(List.of("break;", "continue;"));
    }
    if (p.has(Feature.THROW)) {
      ways.add("throw new IllegalStateException(\"" + p.fresh("t") + "\");");
      if (p.has(Feature.CUSTOM_EXCEPTION) && p.world.klass("Stop") == null) {
        ways.add("throw new Stop(" + p.dice.below(4) + ");");
      }
    }
    Node test = p.numbers.test(2);
    if (p.returns != null && p.dice.chance(0.5)) {
      all.add(
          p.returns.equals("void")
              ? Node.statement("if (#0) {\nreturn;\n}", test)
              : Node.statement("if (#0) {\nreturn #1;\n}", test, p.expr(p.returns, 2)));
    } else if (!ways.isEmpty()) {
      all.add(Node.statement("if (#0) {\n" + p.dice.pick(ways) + "\n}", test));
    }
  }

  private Node attempt() {
    int mark = p.mark();
    Node body = sequence(p.dice.between(2, 4));
    p.restore(mark);
    String ex = p.fresh("ex");
    String types =
        p.dice.of(
            "RuntimeException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "IllegalStateException | ArithmeticException",
            p.has(Feature.CUSTOM_EXCEPTION) ? "Stop" : "Exception");
    Node caught = block(2);
    return switch (p.dice.weighted(6, 2, 3)) {
      case 0 -> Node.statement("try {\n#0} catch (" + types + " " + ex + ") {\n#1}", body, caught);
      case 1 -> Node.statement("try {\n#0} finally {\n#1}", body, caught);
      default ->
          Node.statement(
              "try {\n#0} catch (" + types + " " + ex + ") {\n#1} finally {\n#2}",
              body,
              caught,
              block(1));
    };
  }
}
