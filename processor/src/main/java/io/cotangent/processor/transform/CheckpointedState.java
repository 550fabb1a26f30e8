package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a checkpointed loop passes on from step to step.
 *
 * @param loop the function that is the loop
 * @param steps the function that is a stretch of its steps: from, to, and the variables
 * @param outer the loop's own variables, in the order of those of the steps
 */
record CheckpointedState(Facts facts, Function loop, Function steps, List<Var> outer) {

  static CheckpointedState of(Facts facts, Function loop) {
    List<Stmt.Call> calls = new ArrayList<>();
    Walk.calls(loop.body(), calls::add);
    Stmt.Call call = calls.get(0);
    List<Var> outer = new ArrayList<>();
    for (Expr arg : call.args().subList(2, call.args().size())) {
      outer.add(((Expr.Read) arg).var());
    }
    return new CheckpointedState(facts, loop, facts.program().get(call.callee()), outer);
  }

  /** Whether the function is such a loop, and carries derivatives. */
  static boolean isFor(Facts facts, Function function) {
    return isMarked(function.id()) && Calls.isActive(facts, function);
  }

  /** Whether this is a loop that keeps copies of its state, in any instance. */
  static boolean isMarked(FunctionId id) {
    return Variants.original(Instantiate.source(id)).isCheckpointed();
  }

  /** The variables of the steps. */
  List<Var> variables() {
    return steps.params().subList(2, steps.params().size());
  }

  /** The loop's own variable for one of the steps. */
  Var outer(Var variable) {
    return outer.get(variables().indexOf(variable));
  }

  boolean isActive(Var variable) {
    return facts.activity().isActive(variable);
  }

  /** Whether steps assign the variable. */
  boolean isAssigned(Var variable) {
    return steps.results().contains(variable);
  }

  /** Whether steps change the variable, or the array that it is. */
  boolean isState(Var variable) {
    return isAssigned(variable) || facts.writesTo(steps, variable);
  }

  /** The changing arrays. */
  List<Var> arrays() {
    return variables().stream().filter(v -> v.type().isArray() && isState(v)).toList();
  }

  /** Those that carry derivatives. */
  List<Var> activeArrays() {
    return arrays().stream().filter(this::isActive).toList();
  }

  /** The numbers that carry derivatives, changing or not. */
  List<Var> activeNumbers() {
    return variables().stream().filter(v -> !v.type().isReference() && isActive(v)).toList();
  }

  /** All that carries derivatives and is no number. */
  List<Var> activeReferences() {
    return variables().stream().filter(v -> v.type().isReference() && isActive(v)).toList();
  }

  /** Whether what the variable refers to may be something else when the reverse sweep comes by. */
  boolean isOverwritten(Var variable) {
    List<Stmt> stmts = loop.body().stmts();
    Stmt last = stmts.get(stmts.size() - 1);
    Aliasing aliasing = facts.aliasing();
    return variable.type().isReference()
        && !(variable.type() instanceof Type.Ref)
        && aliasing.reachable(aliasing.classOf(outer(variable))).stream()
            .anyMatch(node -> !facts.writes().isStableAfter(last, node));
  }

  /** Pairs of changing arrays that must not be one, since copies of them would be two. */
  List<List<Var>> apart() {
    List<List<Var>> pairs = new ArrayList<>();
    if (OwnArrays.takeAllWrites(facts.program(), steps.id())) {
      return pairs;
    }
    List<Var> written = arrays().stream().filter(v -> facts.writesTo(steps, v)).toList();
    for (int i = 0; i < written.size(); i++) {
      for (int j = i + 1; j < written.size(); j++) {
        if (mayShare(written.get(i), written.get(j))) {
          pairs.add(List.of(written.get(i), written.get(j)));
        }
      }
    }
    return pairs;
  }

  private boolean mayShare(Var a, Var b) {
    Aliasing aliasing = facts.aliasing();
    Set<Aliasing.Node> reached = aliasing.reachable(aliasing.classOf(a));
    return aliasing.reachable(aliasing.classOf(b)).stream().anyMatch(reached::contains);
  }
}
