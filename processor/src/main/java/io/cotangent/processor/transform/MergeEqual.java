package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Printer;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps one of several functions that are the same but for the names of their variables. */
public final class MergeEqual extends Rewriter {
  private final Map<FunctionId, FunctionId> kept = new HashMap<>();

  private MergeEqual() {}

  /**
   * The program without duplicates.
   *
   * @param roots functions that stay, whatever they are equal to
   */
  public static Program apply(Program program, Set<FunctionId> roots) {
    Program current = program;
    while (true) {
      MergeEqual pass = new MergeEqual();
      Map<String, FunctionId> seen = new HashMap<>();
      Map<FunctionId, Function> rest = new LinkedHashMap<>();
      for (Function function : current.functions().values()) {
        FunctionId first = seen.putIfAbsent(text(function), function.id());
        if (first == null || roots.contains(function.id())) {
          rest.put(function.id(), function);
        } else {
          pass.kept.put(function.id(), first);
        }
      }
      if (pass.kept.isEmpty()) {
        return current;
      }
      rest.replaceAll((id, function) -> function.withBody(pass.block(function.body())));
      current = new Program(rest);
    }
  }

  private static String text(Function function) {
    Map<Var, String> names = new HashMap<>();
    return function.name()
        + Printer.print(
            function,
            v -> names.computeIfAbsent(v, key -> v.name() + "#" + names.size()),
            id -> id.equals(function.id()) ? "self" : id.key());
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Call call) {
      FunctionId callee = kept.getOrDefault(call.callee(), call.callee());
      out.add(new Stmt.Call(call.targets(), callee, call.args(), call.span()));
    } else {
      super.stmt(s, out);
    }
  }
}
