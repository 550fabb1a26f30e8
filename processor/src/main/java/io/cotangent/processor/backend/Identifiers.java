package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The identifiers in a function.
 *
 * @param variables the names that its variables ask for
 * @param hidden the parts of the names of classes whose members it uses, which a variable of that
 *     name would hide
 */
record Identifiers(Set<String> variables, Set<String> hidden) {

  /** The identifiers of {@code function}. */
  static Identifiers of(Function function) {
    Identifiers identifiers =
        new Identifiers(new TreeSet<>(), new TreeSet<>(Set.of("Double", "Float")));
    function.params().forEach(identifiers::variable);
    identifiers.block(function.body());
    return identifiers;
  }

  private void variable(Var var) {
    variables.add(Names.legal(var.name()));
  }

  private void owner(String canonical) {
    List<String> segments = List.of(canonical.split("\\."));
    hidden.add(segments.get(0));
    segments.stream().filter(name -> Character.isUpperCase(name.charAt(0))).forEach(hidden::add);
  }

  private void block(Block block) {
    block.stmts().forEach(this::stmt);
  }

  private void stmt(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare) {
      variable(declare.var());
      expr(declare.init());
    } else if (stmt instanceof Stmt.Assign assign) {
      expr(assign.value());
    } else if (stmt instanceof Stmt.Store store) {
      expr(store.array());
      expr(store.index());
      expr(store.value());
    } else if (stmt instanceof Stmt.If branch) {
      expr(branch.test());
      block(branch.then());
      block(branch.otherwise());
    } else if (stmt instanceof Stmt.While loop) {
      expr(loop.test());
      block(loop.body());
    } else if (stmt instanceof Stmt.Counted loop) {
      variable(loop.index());
      expr(loop.from());
      expr(loop.bound());
      block(loop.body());
    } else if (stmt instanceof Stmt.Call call) {
      call.args().forEach(this::expr);
    } else if (stmt instanceof Stmt.Eval eval) {
      expr(eval.call());
    } else if (stmt instanceof Stmt.Throw toss) {
      expr(toss.exception());
    } else if (stmt instanceof Stmt.Assert check) {
      expr(check.test());
      if (check.message() != null) {
        expr(check.message());
      }
    } else if (stmt instanceof Stmt.Push push) {
      expr(push.value());
    } else if (stmt instanceof Stmt.Keep keep) {
      expr(keep.place());
      expr(keep.value());
    }
  }

  private void expr(Expr expr) {
    if (expr instanceof Expr.Apply apply) {
      if (apply.op() instanceof MathOp math) {
        owner(math.owner());
      }
      apply.args().forEach(this::expr);
    } else if (expr instanceof Expr.Cast cast) {
      expr(cast.operand());
    } else if (expr instanceof Expr.Conditional conditional) {
      expr(conditional.test());
      expr(conditional.then());
      expr(conditional.otherwise());
    } else if (expr instanceof Expr.Load load) {
      expr(load.array());
      expr(load.index());
    } else if (expr instanceof Expr.Length length) {
      expr(length.array());
    } else if (expr instanceof Expr.StaticField field) {
      owner(field.owner());
    } else if (expr instanceof Expr.Field field) {
      expr(field.receiver());
    } else if (expr instanceof Expr.NewArray array) {
      array.dimensions().forEach(this::expr);
    } else if (expr instanceof Expr.CloneArray clone) {
      expr(clone.array());
    } else if (expr instanceof Expr.Invoke invoke) {
      owner(invoke.owner());
      invoke.args().forEach(this::expr);
    } else if (expr instanceof Expr.Segment segment) {
      expr(segment.count());
    } else if (expr instanceof Expr.Kept kept) {
      expr(kept.place());
    }
  }
}
