package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Ways through code without changing it. */
public final class Walk {
  private Walk() {}

  /** The direct parts of an expression, in the order of evaluation. */
  public static List<Expr> children(Expr e) {
    if (e instanceof Expr.Apply x) {
      return x.args();
    } else if (e instanceof Expr.Cast x) {
      return List.of(x.operand());
    } else if (e instanceof Expr.Conditional x) {
      return List.of(x.test(), x.then(), x.otherwise());
    } else if (e instanceof Expr.Load x) {
      return List.of(x.array(), x.index());
    } else if (e instanceof Expr.Length x) {
      return List.of(x.array());
    } else if (e instanceof Expr.Field x) {
      return List.of(x.receiver());
    } else if (e instanceof Expr.InstanceOf x) {
      return List.of(x.operand());
    } else if (e instanceof Expr.NewArray x) {
      return x.dimensions();
    } else if (e instanceof Expr.CloneArray x) {
      return List.of(x.array());
    } else if (e instanceof Expr.Invoke x) {
      return x.args();
    } else if (e instanceof Expr.Segment x) {
      return List.of(x.count());
    } else if (e instanceof Expr.Kept x) {
      return List.of(x.place());
    }
    return List.of();
  }

  /** The expressions that a statement itself holds, those of nested blocks left out. */
  public static List<Expr> exprs(Stmt s) {
    if (s instanceof Stmt.Declare x) {
      return List.of(x.init());
    } else if (s instanceof Stmt.Assign x) {
      return List.of(x.value());
    } else if (s instanceof Stmt.Store x) {
      return List.of(x.array(), x.index(), x.value());
    } else if (s instanceof Stmt.Put x) {
      return List.of(x.receiver(), x.value());
    } else if (s instanceof Stmt.If x) {
      return List.of(x.test());
    } else if (s instanceof Stmt.While x) {
      return List.of(x.test());
    } else if (s instanceof Stmt.Counted x) {
      return List.of(x.from(), x.bound());
    } else if (s instanceof Stmt.Call x) {
      return x.args();
    } else if (s instanceof Stmt.Eval x) {
      return List.of(x.call());
    } else if (s instanceof Stmt.Throw x) {
      return List.of(x.exception());
    } else if (s instanceof Stmt.Assert x) {
      Expr message = x.message();
      return message == null ? List.of(x.test()) : List.of(x.test(), message);
    } else if (s instanceof Stmt.Push x) {
      return List.of(x.value());
    } else if (s instanceof Stmt.Keep x) {
      return List.of(x.place(), x.value());
    } else if (s instanceof Stmt.Loop x) {
      return List.of(x.test());
    }
    return List.of();
  }

  /** The blocks directly inside a statement. */
  public static List<Block> blocks(Stmt s) {
    if (s instanceof Stmt.If x) {
      return List.of(x.then(), x.otherwise());
    } else if (s instanceof Stmt.While x) {
      return List.of(x.body());
    } else if (s instanceof Stmt.Counted x) {
      return List.of(x.body());
    } else if (s instanceof Stmt.Loop x) {
      return List.of(x.body(), x.update());
    } else if (s instanceof Stmt.Labelled x) {
      return List.of(x.body());
    } else if (s instanceof Stmt.Attempt x) {
      return List.of(x.body());
    } else if (s instanceof Stmt.Try x) {
      List<Block> blocks = new ArrayList<>(List.of(x.body()));
      x.catches().forEach(clause -> blocks.add(clause.body()));
      blocks.add(x.last());
      return blocks;
    }
    return List.of();
  }

  /** The variables that a statement itself writes (declarations included). */
  public static List<Var> written(Stmt s) {
    if (s instanceof Stmt.Declare x) {
      return List.of(x.var());
    } else if (s instanceof Stmt.Assign x) {
      return List.of(x.var());
    } else if (s instanceof Stmt.Call x) {
      return x.targets();
    } else if (s instanceof Stmt.Counted x) {
      return List.of(x.index());
    } else if (s instanceof Stmt.Attempt x) {
      return List.of(x.caught());
    }
    return List.of();
  }

  /** Visits every statement of a block, outer before inner, in order. */
  public static void statements(Block block, Consumer<Stmt> visitor) {
    for (Stmt stmt : block.stmts()) {
      visitor.accept(stmt);
      blocks(stmt).forEach(inner -> statements(inner, visitor));
    }
  }

  /** Visits every call of a function of the program. */
  public static void calls(Block block, Consumer<Stmt.Call> visitor) {
    statements(
        block,
        stmt -> {
          if (stmt instanceof Stmt.Call call) {
            visitor.accept(call);
          }
        });
  }

  /** Visits an expression and all its parts, outer before inner. */
  public static void expressions(Expr e, Consumer<Expr> visitor) {
    visitor.accept(e);
    children(e).forEach(child -> expressions(child, visitor));
  }

  /** Visits every expression of a block, parts included. */
  public static void expressions(Block block, Consumer<Expr> visitor) {
    statements(block, stmt -> exprs(stmt).forEach(e -> expressions(e, visitor)));
  }

  /** The variables that an expression reads, in order of occurrence. */
  public static Set<Var> reads(Expr e) {
    Set<Var> reads = new LinkedHashSet<>();
    expressions(e, x -> addRead(x, reads));
    return reads;
  }

  /** The variables that a block reads anywhere. */
  public static Set<Var> reads(Block block) {
    Set<Var> reads = new LinkedHashSet<>();
    expressions(block, x -> addRead(x, reads));
    return reads;
  }

  /** The variables that a statement assigns anywhere inside, declarations included. */
  public static Set<Var> allWritten(Stmt stmt) {
    Set<Var> all = new LinkedHashSet<>(written(stmt));
    blocks(stmt).forEach(b -> statements(b, s -> all.addAll(written(s))));
    return all;
  }

  /** The variables declared directly in a block. */
  public static List<Var> declared(Block block) {
    List<Var> vars = new ArrayList<>();
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Declare d) {
        vars.add(d.var());
      }
    }
    return vars;
  }

  /** Whether the expression itself, or a part of it, satisfies the test. */
  public static boolean any(Expr e, java.util.function.Predicate<Expr> test) {
    return test.test(e) || children(e).stream().anyMatch(child -> any(child, test));
  }

  private static void addRead(Expr e, Set<Var> reads) {
    if (e instanceof Expr.Read read) {
      reads.add(read.var());
    }
  }
}
