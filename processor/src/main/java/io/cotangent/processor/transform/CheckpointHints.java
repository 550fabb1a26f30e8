package io.cotangent.processor.transform;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of {@code Cotangent.checkpoint}. */
public final class CheckpointHints {
  private CheckpointHints() {}

  /** The program without the hints. */
  public static Program without(Program program) {
    Map<FunctionId, Function> all = new LinkedHashMap<>();
    program.functions().forEach((id, f) -> all.put(id, f.withBody(without(f.body()))));
    return program.with(all);
  }

  /** Hints that no loop follows. */
  public static List<Problem> problems(Program program) {
    String why =
        "the call must stand in the loop's body, with a number that the loop does not change and"
            + " that is there before it, such as a variable's";
    return of(program).stream()
        .map(hint -> new Problem(ProblemKind.CHECKPOINT, hint.span(), List.of(why)))
        .toList();
  }

  static List<Expr.Invoke> of(Program program) {
    List<Expr.Invoke> hints = new ArrayList<>();
    program.functions().values().forEach(function -> hints.addAll(of(function.body())));
    return hints;
  }

  static List<Expr.Invoke> of(Block block) {
    List<Expr.Invoke> hints = new ArrayList<>();
    Walk.statements(
        block,
        stmt -> {
          if (isHint(stmt)) {
            hints.add(((Stmt.Eval) stmt).call());
          }
        });
    return hints;
  }

  private static boolean isHint(Stmt stmt) {
    return stmt instanceof Stmt.Eval eval
        && eval.call().owner().equals("io.cotangent.Cotangent")
        && eval.call().name().equals("checkpoint");
  }

  static Block without(Block block) {
    return new Rewriter() {
      @Override
      public void stmt(Stmt s, List<Stmt> out) {
        if (!isHint(s)) {
          super.stmt(s, out);
        }
      }
    }.block(block);
  }
}
