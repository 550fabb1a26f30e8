package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays and objects may be the same: classes of references, closed under every reference
 * assignment of the program and under passing arguments (Steensgaard 1996). The rows of arrays in
 * one class are in one class too, and so is what a field of objects in one class holds.
 */
public final class Aliasing {
  /** The part of an array's class that stands for its elements, where they are references. */
  private static final String ELEMENT = "[]";

  private final Map<Object, Node> nodes = new HashMap<>();

  /**
   * A class of arrays or objects, or a field of such; compare representatives from {@link #find}.
   */
  public static final class Node {
    private @Nullable Node parent;
    private Map<String, Node> parts = Map.of();
    private boolean external;

    /** An array of others that holds none of theirs. */
    private boolean borrowed;

    private Node() {}
  }

  /** A class of its own, for arrays that no variable holds. */
  static Node outside() {
    return new Node();
  }

  /** The classes of a program. */
  public static Aliasing of(Program program) {
    Aliasing aliasing = new Aliasing();
    for (Function function : program.functions().values()) {
      if (program.rule(function.id()).isEmpty()) {
        Walk.statements(function.body(), stmt -> aliasing.constrain(stmt, program));
      }
    }
    return aliasing;
  }

  private void constrain(Stmt stmt, Program program) {
    Walk.exprs(stmt).forEach(e -> Walk.expressions(e, this::touch));
    if (stmt instanceof Stmt.Declare d && d.var().type().isReference()) {
      flow(d.init(), node(d.var()));
    } else if (stmt instanceof Stmt.Assign a && a.var().type().isReference()) {
      flow(a.value(), node(a.var()));
    } else if (stmt instanceof Stmt.Push p && p.slot().type().isReference()) {
      flow(p.value(), node(p.slot()));
    } else if (stmt instanceof Stmt.Store s && s.value().type().isReference()) {
      flow(s.value(), element(classOf(s.array())));
    } else if (stmt instanceof Stmt.Put p) {
      Node place = home(p.place());
      if (p.value().type().isReference()) {
        flow(p.value(), element(place));
      }
    } else if (stmt instanceof Stmt.Call c) {
      Function callee = program.get(c.callee());
      for (int i = 0; i < c.args().size(); i++) {
        if (c.args().get(i).type().isReference()) {
          flow(c.args().get(i), node(callee.params().get(i)));
        }
      }
      for (int i = 0; i < c.targets().size(); i++) {
        if (c.targets().get(i).type().isReference()) {
          union(node(c.targets().get(i)), node(callee.results().get(i)));
        }
      }
    }
  }

  /** Lets every field that the program reads have its class from the start. */
  private void touch(Expr e) {
    if (e instanceof Expr.Field field && field.isOfStruct()) {
      home(field);
    }
  }

  private void flow(Expr from, Node to) {
    if (from instanceof Expr.CloneArray copy) {
      if (((Type.Array) copy.type()).element().isReference()) {
        union(element(to), element(classOf(copy.array())));
      }
    } else if (from instanceof Expr.Conditional choice) {
      flow(choice.then(), to);
      flow(choice.otherwise(), to);
    } else if (!(from instanceof Expr.Const || isNew(from) || Keys.isKey(from))) {
      union(classOf(from), to);
    }
  }

  private static boolean isNew(Expr e) {
    return e instanceof Expr.NewArray || e instanceof Expr.NewStruct;
  }

  /** The class of a reference. */
  public Node classOf(Expr e) {
    if (e instanceof Expr.Read x) {
      return find(node(x.var()));
    } else if (e instanceof Expr.Load x) {
      return find(element(classOf(x.array())));
    } else if (e instanceof Expr.Cast x) {
      return classOf(x.operand());
    } else if (e instanceof Expr.Conditional x) {
      return find(choice(x));
    } else if (e instanceof Expr.Pop x) {
      return find(node(x.slot()));
    } else if (e instanceof Expr.Field x && x.isOfStruct()) {
      return element(home(x));
    } else if (e instanceof Expr.StaticField || e instanceof Expr.Field) {
      return external(e instanceof Expr.Field f ? f.name() : e, e.type());
    } else if (e instanceof Expr.Invoke && !Keys.isOfTable(e)) {
      return external(e, e.type());
    }
    return find(nodes.computeIfAbsent(e, key -> new Node()));
  }

  private Node choice(Expr.Conditional x) {
    if (x.then() instanceof Expr.Const) {
      return classOf(x.otherwise());
    }
    Node then = classOf(x.then());
    if (!(x.otherwise() instanceof Expr.Const)) {
      union(then, classOf(x.otherwise()));
    }
    return then;
  }

  private Node external(Object key, Type type) {
    Node node = find(nodes.computeIfAbsent(key, k -> new Node()));
    if (Keys.isObject(type.leaf())) {
      Node array = node;
      for (int i = 0; i < type.rank(); i++) {
        find(array).borrowed = true;
        array = element(array);
      }
    } else {
      setExternal(node);
    }
    return find(node);
  }

  private void setExternal(Node node) {
    Node root = find(node);
    if (!root.external) {
      root.external = true;
      root.parts.values().forEach(this::setExternal);
    }
  }

  /**
   * The class that a write to this element or field belongs to: that of the array, or the field's
   * own. A field is like an array of one element.
   */
  public Node home(Expr place) {
    return place instanceof Expr.Field field
        ? part(classOf(field.receiver()), field.name())
        : classOf(((Expr.Load) place).array());
  }

  /** Where the numbers are that a floating-point element or field has. */
  public Node numbers(Expr place) {
    return place instanceof Expr.Load load ? leafOf(load.array()) : home(place);
  }

  /** All classes that can be reached from this one, itself included. */
  public Set<Node> reachable(Node node) {
    Set<Node> all = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(find(node)));
    while (!open.isEmpty()) {
      Node next = open.removeFirst();
      if (all.add(next)) {
        next.parts.values().forEach(part -> open.addLast(find(part)));
      }
    }
    return all;
  }

  private Node node(Var var) {
    return find(nodes.computeIfAbsent(var, key -> new Node()));
  }

  /** The class of an array-valued variable. */
  public Node classOf(Var var) {
    return node(var);
  }

  /** The class of the rows, or of the objects, that arrays of this class hold. */
  public Node element(Node node) {
    return part(node, ELEMENT);
  }

  private Node part(Node node, String name) {
    Node root = find(node);
    Node part = root.parts.get(name);
    if (part == null) {
      part = new Node();
      part.external = root.external;
      add(root, name, part);
    }
    return find(part);
  }

  /** The class of the arrays at the bottom of arrays of type {@code type} in class {@code node}. */
  public Node leaf(Node node, Type type) {
    Node leaf = find(node);
    for (int i = 1; i < type.rank(); i++) {
      leaf = element(leaf);
    }
    return leaf;
  }

  /** The bottom class of an array-valued expression. */
  public Node leafOf(Expr array) {
    return leaf(classOf(array), array.type());
  }

  /** Whether the class holds arrays of fields or of unknown methods. */
  public boolean isExternal(Node node) {
    return find(node).external || find(node).borrowed;
  }

  /** Makes two classes one, and their rows' and fields' classes too. */
  public void union(Node a, Node b) {
    Node x = find(a);
    Node y = find(b);
    if (x == y) {
      return;
    }
    Map<String, Node> parts = y.parts;
    y.parent = x;
    y.parts = Map.of();
    x.borrowed |= y.borrowed;
    if (y.external) {
      setExternal(x);
    }
    parts.forEach(
        (name, part) -> {
          Node root = find(x);
          Node own = root.parts.get(name);
          if (own == null) {
            add(root, name, part);
          } else {
            union(own, part);
          }
          if (find(x).external) {
            setExternal(part);
          }
        });
  }

  private static void add(Node root, String name, Node part) {
    if (root.parts.isEmpty()) {
      root.parts = new LinkedHashMap<>();
    }
    root.parts.put(name, part);
  }

  /** The representative of a class. */
  public Node find(Node node) {
    Node root = node;
    while (root.parent != null) {
      root = root.parent;
    }
    for (Node n = node; n.parent != null && n.parent != root; ) {
      Node next = n.parent;
      n.parent = root;
      n = next;
    }
    return root;
  }
}
