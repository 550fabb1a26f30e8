package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Dice;
import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes records, classes, sealed and abstract types, enums and generic records. */
final class Classes {
  private final Members m;
  private final Dice dice;

  Classes(Members members, Dice dice) {
    this.m = members;
    this.dice = dice;
  }

  /** The type of a field: a number, an array, or something declared earlier. */
  private String fieldType() {
    List<String> types = new ArrayList<>(List.of("double", "double", "double[]"));
    m.world.classes.stream()
        .filter(k -> k.parent().isEmpty() && !k.name().contains("<"))
        .forEach(k -> types.add(k.name()));
    m.held().forEach(types::add);
    return dice.pick(types);
  }

  private List<World.Field> fields(int count) {
    List<World.Field> fields = new ArrayList<>();
    fields.add(new World.Field("double", m.fresh("f")));
    for (int i = 1; i < count; i++) {
      fields.add(new World.Field(fieldType(), m.fresh("f")));
    }
    return fields;
  }

  private static String list(List<World.Field> fields) {
    return fields.stream().map(f -> f.type() + " " + f.name()).collect(Collectors.joining(", "));
  }

  /** Ordinary methods of a class, in a block. */
  private Node methods(World.Klass k, int count) {
    List<Node> methods = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      methods.add(m.method(k, m.fresh("m"), m.params(2), resultOf(k)));
    }
    return Node.block(methods);
  }

  private String resultOf(World.Klass k) {
    return dice.chance(0.2) && k.kind() == World.Kind.CLASS
        ? "void"
        : dice.of("double", "double", "double[]", k.name());
  }

  void record() {
    String name = m.fresh("R");
    List<World.Field> fields = fields(dice.between(1, 3));
    boolean plain = dice.chance(0.7);
    World.Klass k = new World.Klass(name, World.Kind.RECORD, "", fields, fields.size(), plain);
    m.world.classes.add(k);
    String compact =
        plain
            ? ""
            : dice.of(
                name + " {\n@0 = @0 * 0.5;\n}\n".replace("@0", fields.get(0).name()),
                name
                    + " {\nif (@0 > 3.0) {\nthrow new IllegalStateException(\"big\");\n}\n}\n"
                        .replace("@0", fields.get(0).name()));
    String first = fields.get(0).name();
    String dual =
        compact
            .replace(first + " * 0.5", first + ".times(Dual.of(0.5))")
            .replace("(" + first + " > 3.0)", "(" + first + ".is(\">\", Dual.of(3.0)))");
    String head = "record " + name + "(" + list(fields) + ") {\n";
    m.all.add(
        Node.two(
            Node.MEMBER,
            head + compact + "#0}",
            head + dual + "#0}",
            methods(k, dice.between(0, 2))));
  }

  void mutable() {
    String name = m.fresh("C");
    List<World.Field> fields = new ArrayList<>(fields(dice.between(1, 3)));
    int made = fields.size();
    StringBuilder text = new StringBuilder("static final class ").append(name).append(" {\n");
    fields.forEach(f -> text.append(f.type()).append(' ').append(f.name()).append(";\n"));
    Pen pen = m.pen("void", 2);
    List<Node> assign = new ArrayList<>();
    StringBuilder params = new StringBuilder();
    for (World.Field f : fields) {
      String param = m.fresh("c");
      params.append(params.length() == 0 ? "" : ", ").append(f.type()).append(' ').append(param);
      pen.declare(f.type(), param, false);
      assign.add(Node.statement("this." + f.name() + " = " + param + ";"));
    }
    fields.forEach(f -> pen.declareField(f.type(), f.name(), false));
    if (dice.chance(0.4)) {
      pen.steps.add(assign, 1);
    }
    World.Klass k = new World.Klass(name, World.Kind.CLASS, "", fields, made, false);
    String linked = "";
    if (m.has(Feature.LINKED) && dice.chance(0.3)) {
      linked =
          "@C next;\n\n@C link(@C other) {\nnext = other;\nreturn this;\n}\n\n@C last() {\n"
                  .replace("@C", name)
              + "return next == null ? this : next;\n}\n";
      m.world.methods.add(new World.Sig(name, "link", List.of(name), name));
      m.world.methods.add(new World.Sig(name, "last", List.of(), name));
    }
    m.world.classes.add(k);
    Node methods = methods(k, dice.between(1, 3));
    m.member(
        text + linked + "\n" + name + "(" + params + ") {\n#0}\n#1}", Node.block(assign), methods);
  }

  void sealed() {
    String name = m.fresh("S");
    String one = name + "A";
    String two = name + "B";
    String method = m.fresh("m");
    List<String> params = m.params(1);
    String result = dice.of("double", "double", "double[]", name);
    List<Node> subs = new ArrayList<>();
    List<World.Klass> sub = new ArrayList<>();
    for (String s : List.of(one, two)) {
      List<World.Field> fields = fields(dice.between(1, 2));
      sub.add(new World.Klass(s, World.Kind.RECORD, name, fields, fields.size(), false));
    }
    // Bodies see both, so that one may give the other.
    m.world.classes.add(new World.Klass(name, World.Kind.ABSTRACT, "", List.of(), 0, false));
    m.world.classes.addAll(sub);
    for (World.Klass k : sub) {
      Node body = m.body(k, method, params, result, "@Override\npublic ");
      subs.add(
          Node.of(
              Node.MEMBER,
              "record " + k.name() + "(" + list(k.fields()) + ") implements " + name + " {\n#0}",
              body));
    }
    m.world.methods.add(new World.Sig(name, method, params, result));
    StringBuilder head = new StringBuilder();
    for (String t : params) {
      head.append(head.length() == 0 ? "" : ", ").append(t).append(' ').append(m.fresh("q"));
    }
    m.member(
        "sealed interface "
            + name
            + " permits "
            + one
            + ", "
            + two
            + " {\n"
            + result
            + " "
            + method
            + "("
            + head
            + ");\n}");
    m.all.addAll(subs);
  }

  void inherited() {
    String name = m.fresh("A");
    String sub = name + "X";
    String field = m.fresh("f");
    String own = m.fresh("f");
    World.Field f = new World.Field("double", field);
    World.Field g = new World.Field(dice.of("double", "double[]"), own);
    m.world.classes.add(new World.Klass(name, World.Kind.ABSTRACT, "", List.of(f), 0, false));
    String method = m.fresh("m");
    String twice = m.fresh("m");
    World.Klass k = new World.Klass(sub, World.Kind.CLASS, name, List.of(f, g), 2, false);
    m.world.classes.add(k);
    Node step = m.body(k, method, List.of("double"), "double", "@Override\n");
    m.world.methods.add(new World.Sig(name, method, List.of("double"), "double"));
    m.world.methods.add(new World.Sig(name, twice, List.of("double"), "double"));
    String change = dice.of("", field + " = x;\n");
    m.member(
        "abstract static class "
            + name
            + " {\ndouble "
            + field
            + ";\n\n"
            + name
            + "(double x) {\n"
            + field
            + " = x;\n}\n\nabstract double "
            + method
            + "(double x);\n\ndouble "
            + twice
            + "(double x) {\n"
            + change
            + "return "
            + method
            + "("
            + method
            + "(x));\n}\n}");
    m.member(
        "static class "
            + sub
            + " extends "
            + name
            + " {\n"
            + g.type()
            + " "
            + own
            + ";\n\n"
            + sub
            + "(double x, "
            + g.type()
            + " y) {\nsuper(x);\nthis."
            + own
            + " = y;\n}\n#0}",
        step);
  }

  void enumeration() {
    String name = m.fresh("E");
    String method = m.fresh("m");
    World.Klass k = new World.Klass(name, World.Kind.ENUM, "", List.of(), 0, false);
    if (!m.has(Feature.ENUM_BODY) || dice.chance(0.5)) {
      String x = m.fresh("x");
      Pen pen = m.pen("double", 2);
      pen.declare("double", x, true);
      Node first = pen.expr("double", 2);
      Node second = pen.expr("double", 2);
      m.world.classes.add(k);
      m.world.methods.add(new World.Sig(name, method, List.of("double"), "double"));
      m.member(
          "enum "
              + name
              + " {\nONE,\nTWO;\n\ndouble "
              + method
              + "(double "
              + x
              + ") {\n"
              + "return this == ONE ? #0 : #1;\n}\n}",
          first,
          second);
      return;
    }
    Node one = m.body(k, method, List.of("double"), "double", "@Override\n");
    Node two = m.body(k, method, List.of("double"), "double", "@Override\n");
    m.world.classes.add(k);
    m.world.methods.add(new World.Sig(name, method, List.of("double"), "double"));
    m.member(
        "enum "
            + name
            + " {\nONE {\n#0},\nTWO {\n#1};\n\nabstract double "
            + method
            + "(double x);\n}",
        one,
        two);
  }

  void generic() {
    String name = m.fresh("B");
    String item = m.fresh("f");
    String weight = m.fresh("f");
    m.member(
        "record "
            + name
            + "<T>(T "
            + item
            + ", double "
            + weight
            + ") {\n"
            + name
            + "<T> with(double w) {\nreturn new "
            + name
            + "<>("
            + item
            + ", w);\n}\n}");
    List<String> inner = new ArrayList<>(List.of("double[]"));
    m.world.classes.stream()
        .filter(c -> c.parent().isEmpty() && !c.name().contains("<"))
        .forEach(c -> inner.add(c.name()));
    if (m.has(Feature.BOX)) {
      inner.add("Double");
    }
    String type = name + "<" + dice.pick(inner) + ">";
    m.world.classes.add(
        new World.Klass(
            type,
            World.Kind.RECORD,
            "",
            List.of(new World.Field(Lists.inner(type), item), new World.Field("double", weight)),
            2,
            false));
    m.world.methods.add(new World.Sig(type, "with", List.of("double"), type));
  }
}
