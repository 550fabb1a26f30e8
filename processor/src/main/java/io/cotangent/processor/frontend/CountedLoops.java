package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises loops whose number of iterations is known when they start. */
final class CountedLoops {
  private CountedLoops() {}

  /** A comparison with the index on its left. */
  private record Range(Operator relation, Expr bound) {}

  /** The loop as a counted one, if it is: see {@link Stmt.Counted} for what that asks. */
  static Optional<Stmt.Counted> recognise(
      @Nullable String label, Stmt init, Expr test, Block body, Block update) {
    if (!(init instanceof Stmt.Declare declare)
        || declare.var().type() != Type.INT
        || Effects.isEffectful(declare.init())) {
      return Optional.empty();
    }
    Var index = declare.var();
    Effects effects = Effects.of(body.stmts());
    OptionalInt step = step(index, update);
    Optional<Range> range =
        range(index, test)
            .filter(found -> found.bound().type() == Type.INT)
            .filter(found -> !Walk.reads(found.bound()).contains(index))
            .filter(found -> effects.hasSameValue(found.bound()));
    if (step.isEmpty() || range.isEmpty() || effects.assigns(index) || !runsToEnd(body)) {
      return Optional.empty();
    }
    Operator relation = range.get().relation();
    boolean up = relation == Operator.LT || relation == Operator.LE;
    return step.getAsInt() == 0 || up != step.getAsInt() > 0
        ? Optional.empty()
        : Optional.of(
            new Stmt.Counted(
                index, declare.init(), relation, range.get().bound(), step.getAsInt(), body));
  }

  private static Optional<Range> range(Var index, Expr test) {
    if (!(test instanceof Expr.Apply compare) || !(compare.op() instanceof Operator operator)) {
      return Optional.empty();
    }
    return switch (operator) {
      case LT, LE, GT, GE -> range(index, operator, compare.args().get(0), compare.args().get(1));
      default -> Optional.empty();
    };
  }

  private static Optional<Range> range(Var index, Operator operator, Expr left, Expr right) {
    if (isRead(left, index)) {
      return Optional.of(new Range(operator, right));
    }
    return isRead(right, index)
        ? Optional.of(new Range(mirrored(operator), left))
        : Optional.empty();
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GT;
      case LE -> Operator.GE;
      case GT -> Operator.LT;
      default -> Operator.LE;
    };
  }

  private static OptionalInt step(Var index, Block update) {
    if (update.stmts().size() != 1
        || !(update.stmts().get(0) instanceof Stmt.Assign assign)
        || assign.var() != index
        || !(assign.value() instanceof Expr.Apply sum)) {
      return OptionalInt.empty();
    }
    boolean indexFirst = isRead(sum.args().get(0), index);
    if (sum.op() == Operator.ADD) {
      return constant(
          sum.args().get(indexFirst ? 1 : 0), indexFirst || isRead(sum.args().get(1), index));
    }
    OptionalInt down =
        constant(sum.args().get(sum.args().size() - 1), sum.op() == Operator.SUB && indexFirst);
    return down.isPresent() && down.getAsInt() != Integer.MIN_VALUE
        ? OptionalInt.of(-down.getAsInt())
        : OptionalInt.empty();
  }

  private static OptionalInt constant(Expr expr, boolean applies) {
    return applies && expr instanceof Expr.Const known && known.value() instanceof Integer number
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  private static boolean isRead(Expr expr, Var var) {
    return expr instanceof Expr.Read read && read.var() == var;
  }

  /** Whether no jump in a loop's body leaves it or goes on with the loop's next iteration. */
  static boolean runsToEnd(Block body) {
    return body.stmts().stream().noneMatch(stmt -> jumps(stmt, false, Set.of()));
  }

  private static boolean jumps(Stmt stmt, boolean inLoop, Set<String> inner) {
    if (stmt instanceof Stmt.Return) {
      return true;
    }
    if (stmt instanceof Stmt.Break jump) {
      return leaves(jump.label(), inLoop, inner);
    }
    if (stmt instanceof Stmt.Continue jump) {
      return leaves(jump.label(), inLoop, inner);
    }
    boolean loop = stmt instanceof Stmt.Loop;
    Set<String> labels = new HashSet<>(inner);
    if (stmt instanceof Stmt.Loop labelled && labelled.label() != null) {
      labels.add(labelled.label());
    } else if (stmt instanceof Stmt.Labelled labelled) {
      labels.add(labelled.label());
    }
    return Walk.blocks(stmt).stream()
        .flatMap(block -> block.stmts().stream())
        .anyMatch(each -> jumps(each, inLoop || loop, labels));
  }

  private static boolean leaves(@Nullable String label, boolean inLoop, Set<String> inner) {
    return label == null ? !inLoop : !inner.contains(label);
  }
}
