package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The function that stands for {@code kktPoint}: the minimiser's numbers with the multipliers. */
final class KktLowering {
  private static final Type VECTOR = SolutionLowering.VECTOR;

  private final SolutionLowering solution;

  KktLowering(SolutionLowering solution) {
    this.solution = solution;
  }

  FunctionId point() {
    FunctionId id = solution.id("kktPoint");
    if (solution.functions.containsKey(id)) {
      return id;
    }
    List<Var> own = SolutionLowering.copies(solution.params);
    Var point = new Var("point", VECTOR);
    Var result = new Var("result", VECTOR);
    List<Expr> args = new ArrayList<>(SolutionLowering.reads(own));
    List<Stmt> body = new ArrayList<>();
    body.add(
        new Stmt.Declare(point, SolutionLowering.invoke(solution.owner, "kktPoint", args, VECTOR)));
    List<Expr> given = new ArrayList<>(args);
    given.add(point.read());
    body.add(new Stmt.Declare(result, Exprs.defaultValue(VECTOR)));
    body.add(new Stmt.Call(List.of(result), given(), given, Span.NONE));
    solution.put(id, "kktPoint", own, List.of(result), body, true);
    return id;
  }

  /** The point as a function of the parameters, itself its last argument. */
  private FunctionId given() {
    FunctionId id = solution.id("givenPoint");
    List<Var> own = withPoint();
    Var result = new Var("result", VECTOR);
    List<Stmt> body = ArrayLoops.copy(result, own.get(own.size() - 1).read());
    solution.put(id, "givenPoint", own, List.of(result), body, false);
    String nested = solution.owner + ".Rules";
    FunctionId jvp =
        solution.stub("pointJvp", nested, "pointJvp", solution.withDots(withPoint()), VECTOR);
    List<Var> seeded = withPoint();
    seeded.add(new Var("cotangent", VECTOR));
    FunctionId flat = solution.cotangents("pointVjp", "pointVjpJvp", "pointVjpVjp", seeded);
    FunctionId vjp = solution.unflattened("pointBars", flat, seeded, solution.theta);
    solution.rules.put(id, new CustomRule(solution.theta, Optional.of(jvp), Optional.of(vjp)));
    return id;
  }

  private List<Var> withPoint() {
    List<Var> all = SolutionLowering.copies(solution.params);
    all.add(new Var("point", VECTOR));
    return all;
  }
}
