package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Definite assignment: which of the variables that are declared with null may be read before they
 * are given another value. What a function gives back is never read before that.
 */
final class Filled {
  private final Set<Var> open;
  private final Set<Var> missing = new HashSet<>();

  private Filled(Set<Var> open) {
    this.open = open;
  }

  /** The variables of such types that may be null where they are read. */
  static Set<Var> missing(Function function, Predicate<Type> types) {
    Set<Var> declared = new HashSet<>();
    Walk.statements(
        function.body(),
        s -> {
          if (s instanceof Stmt.Declare d
              && d.init() instanceof Expr.Const
              && types.test(d.var().type())) {
            declared.add(d.var());
          }
        });
    Filled filled = new Filled(declared);
    filled.after(function.body(), Set.of());
    return filled.missing;
  }

  /** What has a value after the block. */
  private Set<Var> after(Block block, Set<Var> before) {
    Set<Var> full = new HashSet<>(before);
    for (Stmt stmt : block.stmts()) {
      for (Expr e : Walk.exprs(stmt)) {
        for (Var read : Walk.reads(e)) {
          if (open.contains(read) && !full.contains(read)) {
            missing.add(read);
          }
        }
      }
      if (stmt instanceof Stmt.If choice) {
        Set<Var> then = after(choice.then(), full);
        then.retainAll(after(choice.otherwise(), full));
        full = then;
      } else if (stmt instanceof Stmt.Throw) {
        full.addAll(open);
      } else if (stmt instanceof Stmt.Declare d && open.contains(d.var())) {
        full.remove(d.var());
      } else {
        Set<Var> inside = new HashSet<>(full);
        Walk.blocks(stmt).forEach(inner -> after(inner, inside));
        full.addAll(Walk.written(stmt));
      }
    }
    return full;
  }
}
