package io.cotangent.processor.batch;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The functions that the kernels call, in OpenCL C: the first result is returned, the others go
 * through pointers, and the item at work comes last.
 */
final class CFunctions {
  private final Map<FunctionId, Function> known = new LinkedHashMap<>();
  private final Map<FunctionId, String> names = new LinkedHashMap<>();
  private final DeviceProblems problems;

  CFunctions(Iterable<Function> functions, DeviceProblems problems) {
    functions.forEach(f -> known.put(f.id(), f));
    this.problems = problems;
  }

  /** Names a function, and all that it calls; the name to call it by. */
  String reach(Function entry) {
    known.put(entry.id(), entry);
    Set<String> taken = new HashSet<>(names.values());
    Deque<FunctionId> open = new ArrayDeque<>(List.of(entry.id()));
    while (!open.isEmpty()) {
      FunctionId id = open.removeFirst();
      if (!names.containsKey(id)) {
        String base = "f_" + CNames.legal(function(id).name());
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
          name = base + "_" + i;
        }
        names.put(id, name);
        callees(function(id)).forEach(open::addLast);
      }
    }
    if (isRecursive(entry.id(), new HashSet<>(), new HashMap<>())) {
      problems.add("recursion");
    }
    return Objects.requireNonNull(names.get(entry.id()));
  }

  private Function function(FunctionId id) {
    return Objects.requireNonNull(known.get(id), id::key);
  }

  private static List<FunctionId> callees(Function function) {
    List<FunctionId> callees = new ArrayList<>();
    Walk.statements(
        function.body(),
        stmt -> {
          if (stmt instanceof Stmt.Call call) {
            callees.add(call.callee());
          }
        });
    return callees;
  }

  private boolean isRecursive(
      FunctionId id, Set<FunctionId> above, Map<FunctionId, Boolean> answered) {
    if (above.contains(id)) {
      return true;
    }
    if (!answered.containsKey(id)) {
      above.add(id);
      boolean recursive =
          callees(function(id)).stream().anyMatch(c -> isRecursive(c, above, answered));
      above.remove(id);
      answered.put(id, recursive);
    }
    return answered.get(id);
  }

  /** The text of every function that was reached, each with its declaration. */
  List<String> text() {
    List<String> text = new ArrayList<>();
    StringBuilder declarations = new StringBuilder();
    for (FunctionId id : names.keySet()) {
      problems.in(id);
      StringBuilder out = new StringBuilder();
      CNames locals = new CNames();
      List<String> pointers = new ArrayList<>();
      String head = head(function(id), locals, pointers);
      declarations.append(head).append(";\n");
      body(function(id), locals, pointers, out.append(head).append(" {\n"));
      text.add(out.append("}\n").toString());
    }
    text.add(0, declarations.toString());
    return text;
  }

  private String head(Function function, CNames locals, List<String> pointers) {
    List<String> params = new ArrayList<>();
    for (Var param : function.params()) {
      params.add(type(param) + " " + locals.of(param));
    }
    for (int i = 1; i < function.results().size(); i++) {
      pointers.add(locals.fresh("result" + i));
      params.add(type(function.results().get(i)) + "* " + pointers.get(i - 1));
    }
    params.add("Item* it");
    String result = function.results().isEmpty() ? "void" : type(function.results().get(0));
    return result + " " + names.get(function.id()) + "(" + String.join(", ", params) + ")";
  }

  private String type(Var var) {
    return CTypes.of(var.type()).orElseGet(() -> problems.value(var.type()));
  }

  private void body(Function function, CNames locals, List<String> pointers, StringBuilder out) {
    CStatements statements = new CStatements(locals, problems, names, out);
    statements.block(function.body());
    List<Var> results = function.results();
    for (int i = 1; i < results.size(); i++) {
      statements.line("*" + pointers.get(i - 1) + " = " + locals.of(results.get(i)) + ";");
    }
    if (!results.isEmpty()) {
      statements.line("return " + locals.of(results.get(0)) + ";");
    }
  }
}
