package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays may be the same: classes of array-valued variables, closed under every reference
 * assignment of the program and under passing arguments (Steensgaard 1996). Rows of arrays in one
 * class are in one class too.
 */
public final class Aliasing {
  private final Map<Object, Node> nodes = new HashMap<>();

  /** A class of arrays; compare representatives from {@link #find}. */
  public static final class Node {
    private @Nullable Node parent;
    private @Nullable Node element;
    private boolean external;

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
      Walk.statements(function.body(), stmt -> aliasing.constrain(stmt, program));
    }
    return aliasing;
  }

  private void constrain(Stmt stmt, Program program) {
    if (stmt instanceof Stmt.Declare d && d.var().type().isArray()) {
      flow(d.init(), node(d.var()));
    } else if (stmt instanceof Stmt.Assign a && a.var().type().isArray()) {
      flow(a.value(), node(a.var()));
    } else if (stmt instanceof Stmt.Push p && p.slot().type().isArray()) {
      flow(p.value(), node(p.slot()));
    } else if (stmt instanceof Stmt.Store s && s.value().type().isArray()) {
      flow(s.value(), element(classOf(s.array())));
    } else if (stmt instanceof Stmt.Call c) {
      Function callee = program.get(c.callee());
      for (int i = 0; i < c.args().size(); i++) {
        if (c.args().get(i).type().isArray()) {
          flow(c.args().get(i), node(callee.params().get(i)));
        }
      }
      for (int i = 0; i < c.targets().size(); i++) {
        if (c.targets().get(i).type().isArray()) {
          union(node(c.targets().get(i)), node(callee.results().get(i)));
        }
      }
    }
  }

  private void flow(Expr from, Node to) {
    if (from instanceof Expr.CloneArray copy) {
      if (copy.type().rank() > 1) {
        union(element(to), element(classOf(copy.array())));
      }
    } else if (!(from instanceof Expr.Const) && !(from instanceof Expr.NewArray)) {
      union(classOf(from), to);
    }
  }

  /** The class of an array-valued expression. */
  public Node classOf(Expr e) {
    if (e instanceof Expr.Read x) {
      return find(node(x.var()));
    } else if (e instanceof Expr.Load x) {
      return find(element(classOf(x.array())));
    } else if (e instanceof Expr.Cast x) {
      return classOf(x.operand());
    } else if (e instanceof Expr.Conditional x) {
      Node then = classOf(x.then());
      union(then, classOf(x.otherwise()));
      return find(then);
    } else if (e instanceof Expr.Pop x) {
      return find(node(x.slot()));
    } else if (e instanceof Expr.StaticField || e instanceof Expr.Field) {
      return external(e instanceof Expr.Field f ? f.name() : e);
    } else if (e instanceof Expr.Invoke) {
      return external(e);
    }
    return find(nodes.computeIfAbsent(e, key -> new Node()));
  }

  private Node external(Object key) {
    Node node = find(nodes.computeIfAbsent(key, k -> new Node()));
    node.external = true;
    return node;
  }

  private Node node(Var var) {
    return find(nodes.computeIfAbsent(var, key -> new Node()));
  }

  /** The class of an array-valued variable. */
  public Node classOf(Var var) {
    return node(var);
  }

  /** The class of the rows of arrays of this class. */
  public Node element(Node node) {
    Node root = find(node);
    Node element = root.element;
    if (element == null) {
      element = new Node();
      element.external = root.external;
      root.element = element;
    }
    return find(element);
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
    return find(node).external;
  }

  /** Makes two classes one, and their rows' classes too. */
  public void union(Node a, Node b) {
    Node x = find(a);
    Node y = find(b);
    if (x == y) {
      return;
    }
    Node rows = y.element;
    y.parent = x;
    y.element = null;
    x.external |= y.external;
    if (rows != null) {
      if (x.element == null) {
        x.element = rows;
      } else {
        union(x.element, rows);
      }
    }
    if (x.external && find(x).element != null) {
      element(find(x)).external = true;
    }
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
