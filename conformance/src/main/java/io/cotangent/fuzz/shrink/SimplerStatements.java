package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.SwitchArm;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** What a statement may be replaced by: nothing, its parts, a plainer form of itself. */
final class SimplerStatements {
  private SimplerStatements() {}

  static List<List<Stmt>> of(Stmt s) {
    List<List<Stmt>> result = new ArrayList<>();
    result.add(List.of());
    if (s instanceof Stmt.If i) {
      result.add(i.yes());
      addUnlessEmpty(result, i.no());
      if (!i.no().isEmpty()) {
        result.add(List.of(new Stmt.If(i.test(), i.yes(), List.of())));
      }
    } else if (s instanceof Stmt.For f) {
      result.add(join(f.init(), f.body()));
      addUnlabelled(result, f.label(), new Stmt.For("", f.init(), f.test(), f.update(), f.body()));
      if (f.update().size() > 1) {
        result.add(
            List.of(
                new Stmt.For(f.label(), f.init(), f.test(), f.update().subList(0, 1), f.body())));
      }
    } else if (s instanceof Stmt.ForEach f) {
      Expr first = new Expr.Index(f.array(), new Expr.Lit(Ty.INT, 0));
      result.add(join(List.of(new Stmt.Local("", f.ty(), f.name(), first)), f.body()));
      addUnlabelled(result, f.label(), new Stmt.ForEach("", f.ty(), f.name(), f.array(), f.body()));
    } else if (s instanceof Stmt.While w) {
      result.add(w.body());
      addUnlabelled(result, w.label(), new Stmt.While("", w.test(), w.testLast(), w.body()));
    } else if (s instanceof Stmt.Block b) {
      result.add(b.body());
    } else if (s instanceof Stmt.Switch w) {
      for (SwitchArm arm : w.arms()) {
        addUnlessEmpty(result, withoutLastBreak(arm.body()));
      }
    } else if (s instanceof Stmt.Try t) {
      attempt(t, result);
    } else if (s instanceof Stmt.Local l) {
      if (!l.modifier().isEmpty()) {
        result.add(List.of(new Stmt.Local("", l.ty(), l.name(), l.init())));
      }
    } else if (s instanceof Stmt.Eval e) {
      parts(result, e.expr());
    }
    return result;
  }

  private static void attempt(Stmt.Try s, List<List<Stmt>> result) {
    result.add(join(s.body(), s.last()));
    if (!s.last().isEmpty() && !s.catches().isEmpty()) {
      result.add(List.of(new Stmt.Try(s.body(), s.catches(), List.of())));
    }
    for (Stmt.Catch clause : s.catches()) {
      List<Stmt.Catch> others = s.catches().stream().filter(c -> c != clause).toList();
      if (!others.isEmpty() || !s.last().isEmpty()) {
        result.add(List.of(new Stmt.Try(s.body(), others, s.last())));
      }
    }
  }

  private static void addUnlessEmpty(List<List<Stmt>> result, List<Stmt> body) {
    if (!body.isEmpty()) {
      result.add(body);
    }
  }

  private static void addUnlabelled(List<List<Stmt>> result, String label, Stmt plain) {
    if (!label.isEmpty()) {
      result.add(List.of(plain));
    }
  }

  private static List<Stmt> join(List<Stmt> first, List<Stmt> second) {
    List<Stmt> all = new ArrayList<>(first);
    all.addAll(second);
    return List.of(new Stmt.Block("", all));
  }

  private static List<Stmt> withoutLastBreak(List<Stmt> body) {
    int last = body.size() - 1;
    return last >= 0 && body.get(last) instanceof Stmt.Break b && b.label().isEmpty()
        ? body.subList(0, last)
        : body;
  }

  private static void parts(List<List<Stmt>> result, Expr e) {
    if (e instanceof Expr.Assign a) {
      if (!a.op().isEmpty()) {
        result.add(List.of(new Stmt.Eval(new Expr.Assign(a.target(), "", a.value()))));
      }
      if (a.value() instanceof Expr.Assign || a.value() instanceof Expr.Call) {
        result.add(List.of(new Stmt.Eval(a.value())));
      }
    }
  }
}
