package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Where floating-point values go: one edge for each place that a value of an expression is put
 * into. A place is a scalar variable, or the class of the arrays whose elements it is.
 *
 * @param edges all edges of a program, in no order that matters
 */
record Flow(List<Edge> edges) {

  /** The value {@code from} goes into {@code to}. */
  record Edge(Expr from, Object to) {}

  static Flow of(Program program, Aliasing aliasing) {
    List<Edge> edges = new ArrayList<>();
    for (Function function : program.functions().values()) {
      Walk.statements(function.body(), stmt -> collect(stmt, program, aliasing, edges));
      program.rule(function.id()).ifPresent(rule -> ruled(function, rule, aliasing, edges));
    }
    return new Flow(edges);
  }

  private static void collect(Stmt stmt, Program program, Aliasing aliasing, List<Edge> edges) {
    if (stmt instanceof Stmt.Declare d) {
      into(d.init(), d.var(), aliasing, edges);
    } else if (stmt instanceof Stmt.Assign a) {
      into(a.value(), a.var(), aliasing, edges);
    } else if (stmt instanceof Stmt.Push p) {
      into(p.value(), p.slot(), aliasing, edges);
    } else if (stmt instanceof Stmt.Store s && s.value().type().isFloating()) {
      edges.add(new Edge(s.value(), aliasing.leafOf(s.array())));
    } else if (stmt instanceof Stmt.Put p && p.value().type().isFloating()) {
      edges.add(new Edge(p.value(), aliasing.home(p.place())));
    } else if (stmt instanceof Stmt.Call c) {
      Function callee = program.get(c.callee());
      for (int i = 0; i < c.args().size(); i++) {
        into(c.args().get(i), callee.params().get(i), aliasing, edges);
      }
      for (int i = 0; i < c.targets().size(); i++) {
        into(callee.results().get(i).read(), c.targets().get(i), aliasing, edges);
      }
    }
  }

  /** A result depends on every parameter that the rule has a tangent for. */
  private static void ruled(
      Function function, CustomRule rule, Aliasing aliasing, List<Edge> edges) {
    for (Var result : function.results()) {
      Object place = result.type().isFloating() ? result : aliasing.leafOf(result.read());
      rule.params().stream()
          .map(i -> function.params().get(i).read())
          .forEach(param -> edges.add(new Edge(anyElement(param), place)));
    }
  }

  private static void into(Expr from, Var to, Aliasing aliasing, List<Edge> edges) {
    if (to.type().isFloating()) {
      edges.add(new Edge(from, to));
    } else if (from instanceof Expr.CloneArray copy && to.type().leaf().isFloating()) {
      // A load of any element stands for the elements that the copy takes over.
      edges.add(new Edge(anyElement(copy.array()), aliasing.leafOf(to.read())));
    }
  }

  private static Expr anyElement(Expr array) {
    Expr element = array;
    while (element.type().isArray()) {
      element = new Expr.Load(element, io.cotangent.processor.ir.Exprs.constant(0));
    }
    return element;
  }
}
