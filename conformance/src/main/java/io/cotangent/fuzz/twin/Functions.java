package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;

/** Writes functions as values, and calls of them. */
final class Functions {
  private final Pen p;

  Functions(Pen pen) {
    this.p = pen;
  }

  /** A call of a function that can be seen, or null. */
  Node apply(String type, int depth) {
    List<World.Fun> fit =
        p.world.functions.stream()
            .filter(
                f ->
                    f.result().equals(type)
                        || (f.result().equals("Double") && type.equals("double")))
            .filter(f -> p.has(Feature.LAMBDA) && p.atom(f.type()) != null)
            .toList();
    if (fit.isEmpty()) {
      return null;
    }
    World.Fun f = p.dice.pick(fit);
    List<Node> args = new ArrayList<>();
    args.add(p.atom(f.type()));
    boolean other = f.type().startsWith("Law") && p.dice.chance(0.3);
    StringBuilder text = new StringBuilder("#0." + (other ? "twice" : f.call()) + "(");
    for (String param : f.params()) {
      text.append(args.size() == 1 ? "#" : ", #").append(args.size());
      args.add(p.expr(Pen.unboxed(param), depth - 1));
    }
    return Node.of(type, text + ")", args.toArray(new Node[0]));
  }

  /** A new function. */
  Node fresh(World.Fun f, int depth) {
    boolean unary = f.type().equals("DoubleUnaryOperator");
    Node reference = p.may(Feature.METHOD_REFERENCE, 0.2) ? reference(f) : null;
    if (reference != null) {
      return reference;
    }
    if (unary && depth > 0 && p.dice.chance(0.2)) {
      Node one = p.atom(f.type());
      if (one != null) {
        return Node.of(
            f.type(),
            p.dice.of("#0.andThen(#1)", "#0.compose(#1)"),
            one,
            p.expr(f.type(), depth - 1));
      }
    }
    boolean own =
        p.world.klass(f.type()) == null && !f.type().contains("Double") && !f.type().contains("<");
    if (own && p.may(Feature.ANONYMOUS, 0.3)) {
      return anonymous(f, depth);
    }
    return lambda(f.type(), f.params(), f.result(), depth);
  }

  private Node reference(World.Fun f) {
    List<World.Sig> fit =
        p.world.methods.stream()
            .filter(m -> m.params().equals(f.params()) && m.result().equals(f.result()))
            .filter(
                m ->
                    m.owner().isEmpty()
                        || !p.visible(n -> n.fixed() && n.type().equals(m.owner())).isEmpty())
            .toList();
    if (fit.isEmpty()) {
      return null;
    }
    World.Sig m = p.dice.pick(fit);
    String from =
        m.owner().isEmpty()
            ? TwinProgram.SELF
            : p.dice.pick(p.visible(n -> n.fixed() && n.type().equals(m.owner()))).name();
    return Node.of(f.type(), from + "::" + m.name());
  }

  /** A lambda; in functions of boxes the parameters are named as numbers. */
  Node lambda(String type, List<String> params, String result, int depth) {
    List<String> names = params.stream().map(t -> p.fresh("p")).toList();
    String head = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
    return inside(
        params,
        names,
        () -> {
          if (result.equals("void")) {
            return Node.of(type, head + " -> {\n#0}", p.steps.block(p.dice.between(1, 2)));
          }
          if (p.dice.chance(0.6)) {
            return Node.of(type, head + " -> #0", p.expr(Pen.unboxed(result), depth - 1));
          }
          Node block = p.steps.sequence(p.dice.between(1, 2));
          return Node.of(
              type, head + " -> {\n#0return #1;\n}", block, p.expr(Pen.unboxed(result), depth - 1));
        });
  }

  private Node anonymous(World.Fun f, int depth) {
    List<String> names = f.params().stream().map(t -> p.fresh("p")).toList();
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      head.append(i == 0 ? "" : ", ").append(f.params().get(i)).append(' ').append(names.get(i));
    }
    String field = p.fresh("g");
    Node first = inside(List.of(), List.of(), () -> p.expr("double", 1));
    return inside(
        f.params(),
        names,
        () -> {
          p.declareField("double", field, false);
          Node block = p.steps.sequence(p.dice.between(0, 2));
          return Node.of(
              f.type(),
              "new "
                  + f.type()
                  + "() {\nprivate double "
                  + field
                  + " = #0;\n@Override\npublic "
                  + f.result()
                  + " "
                  + f.call()
                  + "("
                  + head
                  + ") {\n#1return #2;\n}\n}",
              first,
              block,
              p.expr(f.result(), depth - 1));
        });
  }

  private Node inside(
      List<String> params, List<String> names, java.util.function.Supplier<Node> body) {
    int mark = p.mark();
    int floor = p.floor;
    int loops = p.loops;
    String returns = p.returns;
    p.floor = mark;
    p.loops = 0;
    p.returns = null;
    for (int i = 0; i < names.size(); i++) {
      p.declare(Pen.unboxed(params.get(i)), names.get(i), p.dice.chance(0.8));
    }
    Node node = body.get();
    p.restore(mark);
    p.floor = floor;
    p.loops = loops;
    p.returns = returns;
    return node;
  }
}
