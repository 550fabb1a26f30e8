package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Batching;
import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import io.cotangent.fuzz.gen.Programs;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Simplifications of a case as a whole: its annotation, parameters, helpers and points. */
final class Whole {
  private Whole() {}

  /** Every such simplification. */
  static List<Programs.Case> simpler(Programs.Case test) {
    List<Programs.Case> result = new ArrayList<>();
    Program p = test.program();
    if (test.points().size() > 1) {
      for (Object[] point : test.points()) {
        result.add(new Programs.Case(p, List.<Object[]>of(point)));
      }
    }
    if (p.order() == 2) {
      result.add(new Programs.Case(annotated(p, p.wrt(), p.explicitWrt(), 1), test.points()));
    }
    if (p.wrt().size() > 1) {
      for (int i : p.wrt()) {
        result.add(new Programs.Case(annotated(p, List.of(i), true, p.order()), test.points()));
      }
    }
    List<Integer> over = p.batching() == null ? List.of() : p.batching().over();
    for (int i : over.size() > 1 ? over : List.<Integer>of()) {
      List<Integer> fewer = over.stream().filter(k -> k != i).toList();
      Batching batching = new Batching(fewer, p.batching().kernels());
      result.add(new Programs.Case(p.with(batching), test.points()));
    }
    for (int i = 0; i < p.main().params().size() && test.points().size() == 1; i++) {
      if (!p.wrt().contains(i) && !over.equals(List.of(i))) {
        result.add(bound(test, i));
      }
    }
    return result;
  }

  private static Program annotated(Program p, List<Integer> wrt, boolean explicit, int order) {
    return new Program(
        p.seed(), p.name(), p.main(), wrt, explicit, order, p.helpers(), p.batching());
  }

  /** The case with a passive parameter replaced by a local variable that has its value. */
  private static Programs.Case bound(Programs.Case test, int index) {
    Program p = test.program();
    List<Method.Param> params = new ArrayList<>(p.main().params());
    Method.Param gone = params.remove(index);
    List<Object> args = new ArrayList<>(List.of(test.points().get(0)));
    Expr value = literal(gone.ty(), args.remove(index));
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Local("", gone.ty(), gone.name(), value));
    body.addAll(p.main().body());
    Method m = p.main();
    Method main = new Method(m.id(), m.owner(), m.name(), m.result(), params, m.varargs(), body);
    List<Integer> wrt = p.wrt().stream().map(i -> i > index ? i - 1 : i).toList();
    Program shorter =
        new Program(
            p.seed(),
            p.name(),
            main,
            wrt,
            p.explicitWrt(),
            p.order(),
            p.helpers(),
            without(p.batching(), index));
    return new Programs.Case(shorter, List.<Object[]>of(args.toArray()));
  }

  /** The batching of a method that has lost a parameter. */
  private static Batching without(Batching batching, int index) {
    return batching == null
        ? null
        : new Batching(
            batching.over().stream()
                .filter(i -> i != index)
                .map(i -> i > index ? i - 1 : i)
                .toList(),
            batching.kernels());
  }

  private static Expr literal(Ty ty, Object value) {
    if (!ty.isArray()) {
      return new Expr.Lit(ty, value);
    }
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(literal(ty.element(), Array.get(value, i)));
    }
    return new Expr.ArrayLit(ty, elements);
  }

  /** The program without helpers that nothing calls any more. */
  static Program pruned(Program p) {
    Set<String> reached = new HashSet<>();
    reach(p, p.main(), reached);
    return p.with(p.main(), p.helpers().stream().filter(m -> reached.contains(m.id())).toList());
  }

  private static void reach(Program p, Method from, Set<String> reached) {
    Rewriter calls =
        new Rewriter() {
          @Override
          public Expr call(Expr.Call e) {
            if (reached.add(e.method())) {
              reach(p, p.helper(e.method()), reached);
            }
            return super.call(e);
          }
        };
    calls.all(from.body());
  }
}
