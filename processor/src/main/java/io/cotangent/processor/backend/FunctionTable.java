package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the functions of a generated class are called there and how they give back their results. */
final class FunctionTable {
  private final Map<FunctionId, Compiled> functions = new LinkedHashMap<>();

  /**
   * A function as the class holds it. The first result of a taped function is the method's own, the
   * others go through fields of the workspace; a function without tape that has several results
   * returns a record.
   *
   * @param name the method's name
   * @param taped whether the workspace is its last parameter
   * @param record the record of its results, where it has one
   * @param resultNames per result the field of the workspace or the record's component; the first
   *     result of a taped function has a name that is not used
   */
  record Compiled(
      Function function,
      String name,
      boolean taped,
      @Nullable String record,
      List<String> resultNames) {

    /** Whether there is a record of the results. */
    boolean hasRecord() {
      return record != null;
    }
  }

  /**
   * Names all functions.
   *
   * @param methods names of the class's methods
   * @param types names of its nested types
   * @param fields names of the workspace's fields
   */
  FunctionTable(
      Iterable<Function> all, Set<FunctionId> taped, Names methods, Names types, Names fields) {
    for (Function function : all) {
      if (!functions.containsKey(function.id())) {
        String name = methods.fresh(function.name());
        boolean onTape = taped.contains(function.id());
        boolean several = !onTape && function.results().size() > 1;
        functions.put(
            function.id(),
            new Compiled(
                function,
                name,
                onTape,
                several ? types.fresh(Names.capitalized(name) + "Result") : null,
                several
                    ? components(function)
                    : onTape ? fields(function, name, fields) : List.of()));
      }
    }
  }

  private static List<String> components(Function function) {
    Names names = RecordNames.components();
    return function.results().stream().map(result -> names.claim(result.name())).toList();
  }

  private static List<String> fields(Function function, String name, Names fields) {
    List<String> names = new ArrayList<>();
    for (Var result : function.results()) {
      names.add(names.isEmpty() ? "" : fields.fresh(name + Names.capitalized(result.name())));
    }
    return names;
  }

  /** The function with this identity. */
  Compiled get(FunctionId id) {
    Compiled compiled = functions.get(id);
    if (compiled == null) {
      throw new IllegalStateException("function " + id + " is not in the class");
    }
    return compiled;
  }

  /** Whether the function, or one that it calls, has an expression of this kind. */
  boolean reaches(FunctionId id, Predicate<Expr> kind) {
    Set<FunctionId> seen = new HashSet<>();
    Deque<FunctionId> open = new ArrayDeque<>(List.of(id));
    boolean[] found = {false};
    while (!open.isEmpty()) {
      FunctionId next = open.removeFirst();
      if (seen.add(next)) {
        Block body = get(next).function().body();
        Walk.expressions(body, e -> found[0] |= kind.test(e));
        Walk.calls(body, call -> open.addLast(call.callee()));
      }
    }
    return found[0];
  }

  /** All functions, in the order in which the class holds them. */
  Iterable<Compiled> all() {
    return functions.values();
  }
}
