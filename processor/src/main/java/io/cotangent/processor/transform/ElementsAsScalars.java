package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes scalar variables of the elements of active arrays that are only reached by constant
 * indices: each then lives and dies by itself.
 */
final class ElementsAsScalars extends Rewriter {
  private final Map<Var, List<Var>> elements = new LinkedHashMap<>();

  private final Set<Var> params;

  private ElementsAsScalars(Facts facts, Function function) {
    params = Set.copyOf(function.params());
    Map<Aliasing.Node, ConstantIndices> classes = ConstantIndices.of(facts, function);
    for (ConstantIndices use : classes.values()) {
      for (Var var : use.members()) {
        List<Var> scalars = new ArrayList<>();
        for (int i = 0; i < use.size(); i++) {
          scalars.add(new Var(var.name() + i, Type.DOUBLE));
        }
        elements.put(var, scalars);
      }
    }
  }

  /**
   * A function without such arrays.
   *
   * @param function its parameters are the arrays' own, followed by the elements of those among
   *     them that are taken apart; the array results that are taken apart are replaced by elements
   * @param elements the variables that stand for an array's elements
   */
  record Result(Function function, Map<Var, List<Var>> elements) {}

  static Result apply(Facts facts, Function function) {
    ElementsAsScalars pass = new ElementsAsScalars(facts, function);
    List<Var> params = new ArrayList<>(function.params());
    function.params().forEach(p -> params.addAll(pass.elements.getOrDefault(p, List.of())));
    List<Var> results = new ArrayList<>();
    function.results().forEach(r -> results.addAll(pass.elements.getOrDefault(r, List.of(r))));
    Block body = pass.block(function.body());
    Function apart = new Function(function.id(), function.name(), params, results, body);
    return new Result(apart, pass.elements);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d && elements.containsKey(d.var())) {
      List<Var> to = of(d.var());
      for (int i = 0; i < to.size(); i++) {
        out.add(new Stmt.Declare(to.get(i), element(d.init(), i)));
      }
    } else if (s instanceof Stmt.Assign a && elements.containsKey(a.var())) {
      List<Var> to = of(a.var());
      for (int i = 0; i < to.size(); i++) {
        out.add(new Stmt.Assign(to.get(i), element(a.value(), i)));
      }
    } else if (s instanceof Stmt.Store st
        && st.array() instanceof Expr.Read read
        && elements.containsKey(read.var())) {
      out.add(new Stmt.Assign(scalar(read, st.index()), expr(st.value())));
    } else {
      super.stmt(s, out);
    }
  }

  private List<Var> of(Var array) {
    return Objects.requireNonNull(elements.get(array));
  }

  private Expr element(Expr array, int index) {
    return array instanceof Expr.Read read
        ? of(read.var()).get(index).read()
        : Exprs.defaultValue(Type.DOUBLE);
  }

  private Var scalar(Expr.Read array, Expr index) {
    return of(array.var()).get(ConstantIndices.constant(index).orElseThrow());
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Load load
        && load.array() instanceof Expr.Read read
        && elements.containsKey(read.var())) {
      return scalar(read, load.index()).read();
    } else if (e instanceof Expr.Length length
        && length.array() instanceof Expr.Read read
        && elements.containsKey(read.var())
        && !params.contains(read.var())) {
      return Exprs.constant(of(read.var()).size());
    }
    return super.expr(e);
  }
}
