package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every call its own copy of the function that it calls, so that what holds at one call does
 * not blur what holds at another: analyses over the result are context-sensitive without more ado.
 * Recursive calls go to the copy they are in. Copies that come out equal are merged at the end.
 */
public final class Instantiate {
  /**
   * Beyond this many copies, calls of a function share one: precision is lost, never correctness.
   */
  private static final int LIMIT = 300;

  private final Program program;
  private final Map<FunctionId, Function> copies = new LinkedHashMap<>();
  private final Map<FunctionId, FunctionId> shared = new HashMap<>();
  private int count;

  private Instantiate(Program program) {
    this.program = program;
  }

  /** The program of the functions that {@code entry} reaches, its own identity kept. */
  public static Program apply(Program program, FunctionId entry) {
    Instantiate pass = new Instantiate(program);
    pass.copy(program.get(entry), entry, Map.of());
    return new Program(pass.copies);
  }

  /** The function of the original program that an instance is a copy of. */
  public static FunctionId source(FunctionId instance) {
    int at = instance.key().lastIndexOf('@');
    return at < 0 ? instance : new FunctionId(instance.key().substring(0, at));
  }

  private void copy(Function function, FunctionId id, Map<FunctionId, FunctionId> callers) {
    copies.put(id, function);
    Map<FunctionId, FunctionId> path = new HashMap<>(callers);
    path.put(function.id(), id);
    Map<Var, Var> vars = new HashMap<>();
    Copier copier = new Copier(vars, path);
    List<Var> params = function.params().stream().map(copier::var).toList();
    List<Var> results = function.results().stream().map(copier::var).toList();
    copies.put(
        id, new Function(id, function.name(), params, results, copier.block(function.body())));
  }

  private final class Copier extends Renaming {
    private final Map<Var, Var> vars;
    private final Map<FunctionId, FunctionId> path;

    Copier(Map<Var, Var> vars, Map<FunctionId, FunctionId> path) {
      super(vars);
      this.vars = vars;
      this.path = path;
    }

    @Override
    public Var var(Var var) {
      return vars.computeIfAbsent(var, v -> new Var(v.name(), v.type()));
    }

    @Override
    public void stmt(Stmt s, List<Stmt> out) {
      if (s instanceof Stmt.Call call) {
        List<Expr> args = exprs(call.args());
        List<Var> targets = call.targets().stream().map(this::var).toList();
        out.add(new Stmt.Call(targets, instance(call.callee()), args, call.span()));
      } else {
        super.stmt(s, out);
      }
    }

    private FunctionId instance(FunctionId callee) {
      FunctionId known = path.get(callee);
      if (known == null && copies.size() >= LIMIT) {
        known = shared.get(callee);
      }
      if (known != null) {
        return known;
      }
      FunctionId id = new FunctionId(callee.key() + "@" + ++count);
      shared.put(callee, id);
      copy(program.get(callee), id, path);
      return id;
    }
  }
}
