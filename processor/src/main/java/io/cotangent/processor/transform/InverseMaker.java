package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts an {@link InverseFunction}'s sweeps together.
 *
 * @param elements the variables that stand for the elements of arrays in {@code apart}
 */
record InverseMaker(
    Function entry, List<Var> inputs, Map<Var, List<Var>> elements, Function apart, Facts about) {
  private static final Type.Array VECTOR = Type.arrayOf(Type.DOUBLE);

  Function make(FunctionId id) {
    InverseFunction pass = new InverseFunction(about, apart);
    InverseFunction.Sweeps sweeps =
        pass.of(apart.body(), places(pass, parts(inputs)), places(pass, apart.results()));
    Var given = new Var("y", entry.results().get(0).type());
    List<Stmt> end = end(pass, given);
    List<Var> results = new ArrayList<>();
    List<Stmt> last = new ArrayList<>();
    inputs.forEach(input -> results.add(result(pass, input, last)));
    List<Stmt> way = new ArrayList<>(end);
    way.addAll(sweeps.backward());
    way.addAll(last);
    Set<Var> mentioned = mentioned(new Block(way));
    Set<Var> locals = new LinkedHashSet<>(sweeps.arrays());
    locals.addAll(sweeps.scalars());
    parts(inputs).stream().filter(v -> !v.type().isArray()).forEach(locals::add);
    locals.removeAll(entry.params());
    List<Stmt> body = new ArrayList<>(sweeps.forward());
    Set<Var> declared = new LinkedHashSet<>(Walk.declared(new Block(last)));
    for (Var local : locals) {
      if (mentioned.contains(local) && !declared.contains(local)) {
        body.add(new Stmt.Declare(local, Exprs.defaultValue(local.type())));
      }
    }
    body.addAll(way);
    List<Var> params = new ArrayList<>(entry.params());
    params.add(given);
    return new Function(id, entry.name() + "Inverse", params, results, new Block(body));
  }

  private List<Var> parts(List<Var> vars) {
    return vars.stream().flatMap(v -> elements.getOrDefault(v, List.of(v)).stream()).toList();
  }

  private List<Var> of(Var array) {
    return Objects.requireNonNull(elements.get(array));
  }

  private static Set<Object> places(InverseFunction pass, List<Var> vars) {
    Set<Object> places = new LinkedHashSet<>();
    vars.forEach(v -> places.add(v.type().isArray() ? pass.place(v) : v));
    return places;
  }

  private List<Stmt> end(InverseFunction pass, Var given) {
    Var result = entry.results().get(0);
    List<Stmt> end = new ArrayList<>();
    if (elements.containsKey(result)) {
      for (int i = 0; i < of(result).size(); i++) {
        Expr part = new Expr.Load(given.read(), Exprs.constant(i));
        end.add(new Stmt.Assign(of(result).get(i), part));
      }
    } else if (given.type().isArray()) {
      end.add(new Stmt.Assign(pass.state(result), new Expr.CloneArray(given.read())));
    } else {
      end.add(new Stmt.Assign(result, given.read()));
    }
    return end;
  }

  private Var result(InverseFunction pass, Var input, List<Stmt> last) {
    if (!elements.containsKey(input)) {
      return input.type().isArray() ? pass.state(input) : input;
    }
    Var found = new Var(input.name() + "Found", VECTOR);
    Expr size = Exprs.constant(of(input).size());
    last.add(new Stmt.Declare(found, new Expr.NewArray(VECTOR, List.of(size))));
    for (int i = 0; i < of(input).size(); i++) {
      Expr part = of(input).get(i).read();
      last.add(new Stmt.Store(found.read(), Exprs.constant(i), part));
    }
    return found;
  }

  private static Set<Var> mentioned(Block block) {
    Set<Var> all = new LinkedHashSet<>(Walk.reads(block));
    Walk.statements(block, s -> all.addAll(Walk.written(s)));
    return all;
  }
}
