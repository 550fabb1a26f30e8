package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.run.Case;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Simplifications of programs that are written twice. Some of them are no longer Java, or no longer
 * end: the tester finds that out.
 */
public final class TwinEdits {
  private final boolean lists;
  private final Set<Integer> wanted;
  private int seen;

  private TwinEdits(boolean lists, Set<Integer> wanted) {
    this.lists = lists;
    this.wanted = wanted;
  }

  /** Simplifications of a case as a whole. */
  public static List<Case> whole(Case test) {
    TwinCase c = (TwinCase) test;
    TwinProgram p = c.program();
    List<Case> result = new ArrayList<>();
    if (c.points().size() > 1) {
      c.points().forEach(point -> result.add(new TwinCase(p, List.<Object[]>of(point))));
    }
    if (p.order() == 2) {
      result.add(new TwinCase(annotated(p, p.params(), p.wrt(), p.explicitWrt(), 1), c.points()));
    }
    for (int i = 0; i < p.params().size(); i++) {
      result.add(without(c, i));
    }
    if (p.wrt().size() > 1) {
      for (int i : p.wrt()) {
        TwinProgram one = annotated(p, p.params(), List.of(i), true, p.order());
        result.add(new TwinCase(one, c.points()));
      }
    }
    return result;
  }

  private static TwinProgram annotated(
      TwinProgram p,
      List<TwinProgram.Param> params,
      List<Integer> wrt,
      boolean explicit,
      int order) {
    return new TwinProgram(
        p.seed(), p.name(), p.members(), p.body(), params, p.result(), wrt, explicit, order);
  }

  private static Case without(TwinCase c, int index) {
    TwinProgram p = c.program();
    List<TwinProgram.Param> params = new ArrayList<>(p.params());
    params.remove(index);
    List<Integer> wrt =
        p.wrt().stream().filter(i -> i != index).map(i -> i > index ? i - 1 : i).toList();
    List<Object[]> points = new ArrayList<>();
    for (Object[] point : c.points()) {
      List<Object> args = new ArrayList<>(List.of(point));
      args.remove(index);
      points.add(args.toArray());
    }
    return new TwinCase(annotated(p, params, wrt, p.explicitWrt(), p.order()), points);
  }

  /** Statements and members left out, or replaced by the statements that they hold. */
  public static IntFunction<Case> lists(Case test) {
    return n -> edited((TwinCase) test, true, n);
  }

  /** Expressions replaced by a part of their type, or by a constant. */
  public static IntFunction<Case> expressions(Case test) {
    return n -> edited((TwinCase) test, false, n);
  }

  /** Many edits at once at first, then ever fewer. */
  private static Case edited(TwinCase c, boolean lists, int n) {
    int count = count(c, lists);
    int at = n;
    for (int size = count / 2; size >= 1; size /= 2) {
      int chunks = (count + size - 1) / size;
      if (at < chunks) {
        Set<Integer> edits = new HashSet<>();
        for (int i = at * size; i < Math.min(count, (at + 1) * size); i++) {
          edits.add(i);
        }
        return edited(c, lists, edits);
      }
      at -= chunks;
    }
    return null;
  }

  private static int count(TwinCase c, boolean lists) {
    TwinEdits edit = new TwinEdits(lists, Set.of());
    edit.node(c.program().members());
    edit.node(c.program().body());
    return edit.seen;
  }

  private static Case edited(TwinCase c, boolean lists, Set<Integer> edits) {
    TwinEdits edit = new TwinEdits(lists, edits);
    TwinProgram p = c.program();
    return new TwinCase(p.with(edit.node(p.members()), edit.node(p.body())), c.points());
  }

  private boolean here() {
    return wanted.contains(seen++);
  }

  private Node node(Node node) {
    if (node.java() == null) {
      return block(node);
    }
    Node chosen = null;
    if (!lists) {
      for (Node simpler : simpler(node)) {
        chosen = here() && chosen == null ? simpler : chosen;
      }
    }
    List<Node> parts = new ArrayList<>();
    node.parts().forEach(part -> parts.add(node(part)));
    return chosen != null ? chosen : node.with(parts);
  }

  private Node block(Node block) {
    List<Node> parts = new ArrayList<>();
    for (Node part : block.parts()) {
      boolean gone = lists && here();
      Node inner = null;
      if (lists && part.type().equals(Node.STATEMENT)) {
        for (Node inside : part.parts()) {
          inner = inside.java() == null && here() && inner == null ? inside : inner;
        }
      }
      Node edited = node(part);
      if (inner != null) {
        parts.addAll(inner.parts());
      } else if (!gone) {
        parts.add(edited);
      }
    }
    return block.with(parts);
  }

  private static List<Node> simpler(Node node) {
    List<Node> result = new ArrayList<>();
    if (node.type().equals(Node.STATEMENT) || node.type().equals(Node.MEMBER)) {
      return result;
    }
    for (Node part : node.parts()) {
      if (part.type().equals(node.type())) {
        result.add(part);
      }
    }
    if (!node.parts().isEmpty()) {
      switch (node.type()) {
        case "double" -> {
          result.add(Numbers.literal("2.0"));
          numbers(node, result);
        }
        case "int" -> result.add(Node.of("int", "0"));
        case "boolean" -> {
          result.add(Node.of("boolean", "true"));
          result.add(Node.of("boolean", "false"));
        }
        case "double[]" -> result.add(Node.two("double[]", "new double[3]", "Duals.zeros(3)"));
        default -> {}
      }
    }
    return result;
  }

  /** Numbers deeper within. */
  private static void numbers(Node node, List<Node> result) {
    for (Node part : node.parts()) {
      if (!part.type().equals("double") && result.size() < 8) {
        part.parts().stream().filter(q -> q.type().equals("double")).forEach(result::add);
      }
    }
  }
}
