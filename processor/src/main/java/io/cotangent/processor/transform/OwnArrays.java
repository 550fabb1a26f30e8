package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Harmless;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The arrays that a function makes itself, each time that it runs. */
final class OwnArrays {
  private final Set<Var> others = new HashSet<>();

  private OwnArrays(Function function) {
    others.addAll(function.params());
    Walk.statements(
        function.body(),
        stmt -> {
          if (stmt instanceof Stmt.Declare d) {
            note(d.var(), d.init());
          } else if (stmt instanceof Stmt.Assign a) {
            note(a.var(), a.value());
          } else {
            others.addAll(Walk.written(stmt));
          }
        });
  }

  private void note(Var var, Expr value) {
    boolean made =
        value instanceof Expr.NewArray
            || value instanceof Expr.CloneArray
            || value instanceof Expr.Const;
    if (!made) {
      others.add(var);
    }
  }

  /** Whether the function, and all that it calls, write to no arrays but such. */
  static boolean takeAllWrites(Program program, FunctionId function) {
    return program.reachable(List.of(function)).functions().values().stream()
        .allMatch(each -> new OwnArrays(each).takeWrites(each.body()));
  }

  private boolean takeWrites(Block body) {
    List<Expr> elsewhere = new ArrayList<>();
    Walk.statements(
        body,
        stmt -> {
          if (stmt instanceof Stmt.Store store && !isOwn(store.array())) {
            elsewhere.add(store.array());
          } else if (stmt instanceof Stmt.Put put) {
            elsewhere.add(put.receiver());
          }
        });
    Walk.expressions(
        body,
        e -> {
          if (e instanceof Expr.Invoke call && !Harmless.isHarmless(call)) {
            elsewhere.add(call);
          }
        });
    return elsewhere.isEmpty();
  }

  private boolean isOwn(Expr array) {
    return array instanceof Expr.Read read && !others.contains(read.var());
  }
}
