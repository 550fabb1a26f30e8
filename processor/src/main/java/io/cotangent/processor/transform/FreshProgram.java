package io.cotangent.processor.transform;

import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy of a program that shares neither functions nor variables with it. */
final class FreshProgram {
  private final Map<FunctionId, FunctionId> ids = new HashMap<>();

  private FreshProgram(Program program, String suffix) {
    program.functions().keySet().forEach(id -> ids.put(id, id(id, suffix)));
  }

  /** The identity of a function's copy. */
  static FunctionId id(FunctionId id, String suffix) {
    return new FunctionId(id.key() + suffix);
  }

  /** The copy, in which all identities have a suffix. */
  static Program of(Program program, String suffix) {
    FreshProgram fresh = new FreshProgram(program, suffix);
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    program.functions().values().forEach(f -> functions.put(fresh.id(f.id()), fresh.function(f)));
    Map<FunctionId, CustomRule> rules = new LinkedHashMap<>();
    program.rules().forEach((id, rule) -> rules.put(fresh.id(id), fresh.rule(rule)));
    return new Program(functions, rules);
  }

  private FunctionId id(FunctionId id) {
    return ids.getOrDefault(id, id);
  }

  private CustomRule rule(CustomRule rule) {
    return new CustomRule(rule.params(), rule.jvp().map(this::id), rule.vjp().map(this::id));
  }

  private Function function(Function function) {
    Map<Var, Var> own = new HashMap<>();
    Renaming renaming =
        new Renaming(own) {
          @Override
          public Var var(Var var) {
            return own.computeIfAbsent(var, v -> new Var(v.name(), v.type()));
          }

          @Override
          public void stmt(Stmt s, List<Stmt> out) {
            super.stmt(s, out);
            if (s instanceof Stmt.Call) {
              Stmt.Call call = (Stmt.Call) out.remove(out.size() - 1);
              out.add(new Stmt.Call(call.targets(), id(call.callee()), call.args(), call.span()));
            }
          }
        };
    return new Function(
        id(function.id()),
        function.name(),
        function.params().stream().map(renaming::var).toList(),
        function.results().stream().map(renaming::var).toList(),
        renaming.block(function.body()));
  }
}
