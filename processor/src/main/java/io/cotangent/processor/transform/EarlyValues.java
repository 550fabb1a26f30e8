package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What adjoints will be after some statements of the reverse sweep, as expressions of what is known
 * before these statements, or even the forward sweep's rest, have run.
 */
final class EarlyValues {
  /** Longer expressions would be computed twice. */
  private static final int SIZE = 20;

  private final Set<Var> there = new HashSet<>();
  private final Set<Expr> lengths = new HashSet<>();
  private final Map<Var, Optional<Expr>> values = new HashMap<>();

  /**
   * Before anything of the reverse sweep has run.
   *
   * @param before the forward sweep up to where the values are wanted
   * @param loop what follows then
   * @param top the block, whose own adjoints are zero, unless a fused loop adds to them
   */
  EarlyValues(List<Stmt> before, Stmt loop, Scope top, List<Var> params) {
    there.addAll(params);
    there.addAll(Walk.declared(new Block(before)));
    List<Stmt> forward = top.forward;
    Walk.statements(
        new Block(forward),
        stmt -> {
          if (!(stmt instanceof Stmt.Declare)) {
            there.removeAll(Walk.written(stmt));
          }
        });
    before.stream()
        .filter(stmt -> stmt instanceof Stmt.Declare)
        .flatMap(stmt -> Walk.exprs(stmt).stream())
        .forEach(e -> Walk.expressions(e, this::addLength));
    Walk.exprs(loop).forEach(e -> Walk.expressions(e, this::addLength));
    top.bars.stream()
        .filter(bar -> !top.early.contains(bar))
        .forEach(bar -> values.put(bar, Optional.of(Exprs.defaultValue(bar.type()))));
  }

  private void addLength(Expr e) {
    if (e instanceof Expr.Length length
        && length.array() instanceof Expr.Read read
        && there.contains(read.var())) {
      lengths.add(e);
    }
  }

  /** Follows the values through the statements. */
  void run(List<Stmt> stmts) {
    for (Stmt stmt : stmts) {
      if (stmt instanceof Stmt.Declare d) {
        values.put(d.var(), known(d.init()));
      } else if (stmt instanceof Stmt.Assign a) {
        values.put(a.var(), known(a.value()));
      } else {
        Walk.allWritten(stmt).forEach(v -> values.put(v, Optional.empty()));
      }
    }
  }

  /** The variable's value at this point, if it is known. */
  Optional<Expr> value(Var var) {
    return values.getOrDefault(
        var, there.contains(var) ? Optional.of(var.read()) : Optional.empty());
  }

  private Optional<Expr> known(Expr e) {
    Optional<Expr> known = Optional.empty();
    if (e instanceof Expr.Const || lengths.contains(e)) {
      known = Optional.of(e);
    } else if (e instanceof Expr.Read read) {
      known = value(read.var());
    } else if (e instanceof Expr.Cast cast && cast.type() instanceof Type.Primitive) {
      known = known(cast.operand()).map(operand -> new Expr.Cast(cast.type(), operand));
    } else if (e instanceof Expr.Apply apply && !ThrowOrder.mayThrowItself(apply)) {
      known = apply(apply);
    }
    return known.filter(value -> size(value) <= SIZE);
  }

  private Optional<Expr> apply(Expr.Apply apply) {
    List<Expr> args = new ArrayList<>();
    for (Expr arg : apply.args()) {
      Optional<Expr> value = known(arg);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      args.add(value.get());
    }
    boolean twice =
        (apply.op() == Operator.GUARDED_TIMES && !args.stream().allMatch(EarlyValues::isSimple))
            || (apply.op() == Operator.GUARDED_DIVIDE && !isSimple(args.get(0)));
    if (twice) {
      return Optional.empty();
    }
    return Optional.of(folded(new Expr.Apply(apply.op(), args, apply.type())));
  }

  private static Expr folded(Expr.Apply apply) {
    List<Expr> args = apply.args();
    if (!apply.type().isFloating() || !(apply.op() instanceof Operator op)) {
      return apply;
    }
    return switch (op) {
      case ADD -> Arithmetic.add(args.get(0), args.get(1));
      case SUB -> Arithmetic.sub(args.get(0), args.get(1));
      case MUL -> Arithmetic.mul(args.get(0), args.get(1));
      case NEG -> Arithmetic.neg(args.get(0));
      default -> apply;
    };
  }

  private static boolean isSimple(Expr e) {
    return e instanceof Expr.Const || e instanceof Expr.Read;
  }

  private static int size(Expr e) {
    return 1 + Walk.children(e).stream().mapToInt(EarlyValues::size).sum();
  }
}
