package io.cotangent.processor.transform;

import io.cotangent.processor.ir.CustomRule;
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
  private static final int LIMIT = Optimisation.INSTANCES.isOn() ? 300 : 0;

  private final Program program;
  private final int depth;
  private final Map<FunctionId, Function> copies = new LinkedHashMap<>();
  private final Map<FunctionId, CustomRule> rules = new LinkedHashMap<>();
  private final Map<Path, FunctionId> shared = new HashMap<>();
  private int count;

  /**
   * Where a copy stands.
   *
   * @param instances the copies of the functions around it
   * @param depth how many rules it is inside of
   */
  private record Path(Map<FunctionId, FunctionId> instances, int depth) {}

  private Instantiate(Program program, int depth) {
    this.program = program;
    this.depth = depth;
  }

  /**
   * The program of the functions that {@code entry} reaches, its own identity kept.
   *
   * @param order how often it will be differentiated: so deep go rules within rules, and what those
   *     are derived from
   */
  public static Program apply(Program program, FunctionId entry, int order) {
    Instantiate pass = new Instantiate(program, Math.max(order, 2) + 1);
    pass.copy(program.get(entry), entry, new Path(Map.of(), 0));
    return new Program(pass.copies, pass.rules);
  }

  /** The function of the original program that an instance is a copy of. */
  public static FunctionId source(FunctionId instance) {
    int at = instance.key().lastIndexOf('@');
    return at < 0 ? instance : new FunctionId(instance.key().substring(0, at));
  }

  private void copy(Function function, FunctionId id, Path callers) {
    copies.put(id, function);
    Map<FunctionId, FunctionId> path = new HashMap<>(callers.instances());
    path.put(function.id(), id);
    Map<Var, Var> vars = new HashMap<>();
    Copier copier = new Copier(vars, new Path(path, callers.depth()));
    List<Var> params = function.params().stream().map(copier::var).toList();
    List<Var> results = function.results().stream().map(copier::var).toList();
    copies.put(
        id, new Function(id, function.name(), params, results, copier.block(function.body())));
    program.rule(function.id()).ifPresent(rule -> copyRule(rule, id, callers.depth()));
  }

  /** A rule's functions know nothing of who calls the function; one inside it is another call. */
  private void copyRule(CustomRule rule, FunctionId id, int within) {
    if (within < depth) {
      Path inside = new Path(Map.of(), within + 1);
      rules.put(
          id,
          new CustomRule(
              rule.params(),
              rule.jvp().map(jvp -> instance(jvp, inside)),
              rule.vjp().map(vjp -> instance(vjp, inside))));
    }
  }

  private FunctionId instance(FunctionId callee, Path path) {
    FunctionId known = path.instances().get(callee);
    Path anywhere = new Path(Map.of(callee, callee), path.depth());
    if (known == null && copies.size() >= LIMIT) {
      known = shared.get(anywhere);
    }
    if (known != null) {
      return known;
    }
    FunctionId id = new FunctionId(callee.key() + "@" + ++count);
    shared.put(anywhere, id);
    copy(program.get(callee), id, path);
    return id;
  }

  private final class Copier extends Renaming {
    private final Map<Var, Var> vars;
    private final Path path;

    Copier(Map<Var, Var> vars, Path path) {
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
        out.add(new Stmt.Call(targets, instance(call.callee(), path), args, call.span()));
      } else {
        super.stmt(s, out);
      }
    }
  }
}
