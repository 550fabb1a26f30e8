package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Dice;
import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes what a program's class declares: records, classes, interfaces, enums, methods. */
final class Members {
  private final Dice dice;
  private final Set<Feature> features;
  private final Classes classes;
  final World world = new World();
  final int[] counter = {0};
  final List<Node> all = new ArrayList<>();

  Members(Dice dice, Set<Feature> features) {
    this.dice = dice;
    this.features = features;
    this.classes = new Classes(this, dice);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  String fresh(String stem) {
    return stem + counter[0]++;
  }

  Pen pen(String result, int budget) {
    return new Pen(dice, features, world, result, counter, budget);
  }

  void member(String text, Node... parts) {
    all.add(Node.of(Node.MEMBER, text, parts));
  }

  void write() {
    functions();
    if (has(Feature.CUSTOM_EXCEPTION)) {
      member(
          "static final class Stop extends RuntimeException {\nprivate final int code;\n"
              + "Stop(int code) {\nsuper(\"stop \" + code);\nthis.code = code;\n}\n}");
    }
    int classes = dice.weighted(1, 4, 4, 3);
    for (int i = 0; i < classes; i++) {
      type();
    }
    int methods = dice.weighted(2, 4, 4, 2);
    for (int i = 0; i < methods; i++) {
      function();
    }
  }

  private void functions() {
    if (!has(Feature.LAMBDA)) {
      return;
    }
    world.functions.add(
        new World.Fun("DoubleUnaryOperator", "applyAsDouble", List.of("double"), "double"));
    if (dice.chance(0.4)) {
      world.functions.add(
          new World.Fun(
              "DoubleBinaryOperator", "applyAsDouble", List.of("double", "double"), "double"));
    }
    if (dice.chance(0.3)) {
      world.functions.add(new World.Fun("DoubleSupplier", "getAsDouble", List.of(), "double"));
    }
    if (dice.chance(0.3)) {
      world.functions.add(
          new World.Fun("Function<double[], double[]>", "apply", List.of("double[]"), "double[]"));
    }
    if (has(Feature.BOX) && dice.chance(0.3)) {
      world.functions.add(
          new World.Fun("Function<Double, Double>", "apply", List.of("Double"), "Double"));
    }
    if (has(Feature.INTERFACE) && dice.chance(0.5)) {
      String name = fresh("Law");
      member(
          "interface "
              + name
              + " {\ndouble at(double x, double[] a);\n\n"
              + "default double twice(double x, double[] a) {\nreturn at(at(x, a), a);\n}\n}");
      world.functions.add(new World.Fun(name, "at", List.of("double", "double[]"), "double"));
    }
  }

  private void type() {
    switch (dice.weighted(
        has(Feature.RECORD) ? 8 : 0,
        has(Feature.CLASS) ? 9 : 0,
        has(Feature.SEALED) ? 4 : 0,
        has(Feature.ABSTRACT) ? 4 : 0,
        has(Feature.ENUM) ? 2 : 0,
        has(Feature.GENERIC) ? 3 : 0,
        1)) {
      case 0 -> classes.record();
      case 1 -> classes.mutable();
      case 2 -> classes.sealed();
      case 3 -> classes.inherited();
      case 4 -> classes.enumeration();
      case 5 -> classes.generic();
      default -> {}
    }
  }

  List<String> params(int most) {
    List<String> params = new ArrayList<>();
    int count = dice.between(0, most);
    for (int i = 0; i < count; i++) {
      params.add(anyType());
    }
    return params.isEmpty() && dice.chance(0.7) ? List.of("double") : params;
  }

  private String anyType() {
    List<String> types = new ArrayList<>(List.of("double", "double", "double[]"));
    world.classes.forEach(k -> types.add(k.name()));
    world.functions.forEach(f -> types.add(f.type()));
    types.addAll(Steps.collections(pen("void", 0)));
    if (has(Feature.BOX)) {
      types.add("Double");
    }
    return dice.pick(types);
  }

  /** Further types of fields: a list, a function. */
  List<String> held() {
    List<String> types = new ArrayList<>();
    if (has(Feature.LIST) && dice.chance(0.2)) {
      types.add("List<Double>");
    }
    if (has(Feature.LAMBDA) && dice.chance(0.2)) {
      types.add("DoubleUnaryOperator");
    }
    return types;
  }

  /** A static method of the program's class. */
  private void function() {
    List<String> params = new ArrayList<>(params(3));
    String result = dice.chance(0.3) ? "double" : dice.chance(0.25) ? "void" : anyType();
    if (!has(Feature.FUNCTION_RESULT) && world.function(result) != null) {
      result = "double";
    }
    if (params.isEmpty()) {
      params.add("double[]");
    }
    all.add(method(null, fresh("h"), params, result));
  }

  Node method(World.Klass k, String name, List<String> params, String result) {
    Node node = body(k, name, params, result, k == null ? "static " : "");
    world.methods.add(new World.Sig(k == null ? "" : k.name(), name, params, result));
    return node;
  }

  Node body(World.Klass k, String name, List<String> params, String result, String modifiers) {
    Pen pen = pen(result, dice.between(0, 5));
    if (k != null) {
      boolean fixed = k.kind() == World.Kind.RECORD;
      k.fields().forEach(f -> pen.declareField(f.type(), f.name(), fixed));
    }
    StringBuilder head = new StringBuilder();
    for (String type : params) {
      String param = fresh(Steps.stem(type));
      pen.declare(type, param, !has(Feature.REASSIGN) || dice.chance(0.5));
      head.append(head.length() == 0 ? "" : ", ").append(type).append(' ').append(param);
    }
    Node block = pen.steps.sequence(dice.between(0, 4));
    String start = modifiers + result + " " + name + "(" + head + ") {\n#0";
    return result.equals("void")
        ? Node.of(Node.MEMBER, start + "}", block)
        : Node.of(Node.MEMBER, start + "return #1;\n}", block, pen.expr(result, 3));
  }
}
