package io.cotangent.processor;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.frontend.Lifted;
import io.cotangent.processor.frontend.Lowered;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a lambda writes that it doesn't make itself: its function works on copies of the
 * objects that it captures, and such a write would be lost.
 */
final class LambdaWrites {
  private final LoweredProgram program;
  private final Lifted lambda;

  private LambdaWrites(LoweredProgram program, Lifted lambda) {
    this.program = program;
    this.lambda = lambda;
  }

  /** What is in the way of the lambda's class. */
  static List<Problem> of(LoweredProgram program, Lifted lambda, DerivativeClass made) {
    List<String> names = new ArrayList<>(new LambdaWrites(program, lambda).fields());
    made.params().stream()
        .filter(DerivativeClass.Parameter::written)
        .map(DerivativeClass.Parameter::name)
        .forEach(names::add);
    return names.stream()
        .distinct()
        .map(name -> Problem.of(ProblemKind.FUNCTION_WRITES, lambda.span(), name))
        .toList();
  }

  /** Fields of captured objects that are written; constructors write to new ones. */
  private List<String> fields() {
    List<String> names = new ArrayList<>();
    Map<String, Integer> copying = new HashMap<>(lambda.copied());
    Map<String, ClassShape> shapes = program.shapes();
    for (FunctionId id : reached()) {
      Lowered lowered = program.functions().get(id);
      if (lowered == null || id.key().contains("#<init>(")) {
        continue;
      }
      Walk.statements(
          lowered.function().body(),
          stmt -> {
            if (stmt instanceof Stmt.Put put) {
              ClassShape shape = shapes.get(put.receiver().type().toString());
              if (shape != null
                  && lambda.copied().containsKey(shape.source())
                  && copying.merge(shape.source(), -1, Integer::sum) < 0) {
                names.add(put.name());
              }
            }
          });
    }
    return names;
  }

  /** The lambda's function, which begins with the copying, and all that it calls. */
  private Set<FunctionId> reached() {
    Set<FunctionId> reached = new LinkedHashSet<>(Set.of(lambda.function()));
    Deque<FunctionId> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Lowered lowered = program.functions().get(open.remove());
      if (lowered != null) {
        Walk.calls(
            lowered.function().body(),
            call -> {
              if (reached.add(call.callee())) {
                open.add(call.callee());
              }
            });
      }
    }
    return reached;
  }
}
