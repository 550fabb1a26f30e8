package io.cotangent.processor.frontend;

import static io.cotangent.processor.frontend.SolutionLowering.copies;
import static io.cotangent.processor.frontend.SolutionLowering.invoke;
import static io.cotangent.processor.frontend.SolutionLowering.reads;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stands for a search and for its objective where the latter is called at what was found. */
record EnvelopeLowering(SolutionLowering solution) {
  /** Parts a search in the block where it stands; what is found, without a derivative. */
  Var split(Stmt.Call searching, List<Stmt> block, int place) {
    SolutionCall call = solution.call;
    Var bare = new Var("found", solution.state);
    List<Expr> args = new ArrayList<>(searching.args());
    String name = call.kind() == SolutionCall.Kind.AT ? "at" : "solve";
    block.set(place, new Stmt.Declare(bare, invoke(solution.owner, name, args, solution.state)));
    args.set(call.unknown(), bare.read());
    FunctionId given = solution.given();
    block.add(place + 1, new Stmt.Call(searching.targets(), given, args, searching.span()));
    return bare;
  }

  /** The objective itself, called at its minimiser, with the derivative of the optimal value. */
  FunctionId value(Original objective) {
    FunctionId id = solution.id("envelope");
    if (!solution.functions.containsKey(id)) {
      List<Var> own = copies(solution.params);
      Var result = new Var("result", Type.DOUBLE);
      Expr called = invoke(objective.owner(), objective.name(), reads(own), Type.DOUBLE);
      List<Stmt> body = List.of(new Stmt.Declare(result, called));
      solution.put(id, "envelope", own, List.of(result), body, false);
      FunctionId value = solution.valueAt();
      solution.rules.put(id, Objects.requireNonNull(solution.rules.get(value)));
      solution.endAll();
    }
    return id;
  }
}
