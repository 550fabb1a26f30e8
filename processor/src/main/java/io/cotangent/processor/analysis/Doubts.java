package io.cotangent.processor.analysis;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Branches that are taken at single points: their derivatives are right, and seldom meant. */
public final class Doubts {
  private final Facts facts;
  private final Map<Span, List<Boolean>> compared = new LinkedHashMap<>();
  private Span here = Span.NONE;
  private List<Boolean> current = new ArrayList<>();

  private Doubts(Facts facts) {
    this.facts = facts;
  }

  /**
   * The comparisons of floating-point numbers for equality.
   *
   * @return per statement, in the order of evaluation, whether each is between numbers that carry
   *     derivatives and decides how the method goes on; statements without such are left out
   */
  public static Map<Span, List<Boolean>> equalities(Facts facts) {
    Doubts doubts = new Doubts(facts);
    for (Function function : facts.program().functions().values()) {
      if (facts.program().rule(function.id()).isEmpty()) {
        Walk.statements(function.body(), doubts::check);
        doubts.enter(Span.NONE);
      }
    }
    doubts.compared.values().removeIf(all -> !all.contains(true));
    return doubts.compared;
  }

  private void check(Stmt stmt) {
    if (stmt instanceof Stmt.Mark mark) {
      enter(mark.span());
    }
    boolean fails =
        stmt instanceof Stmt.Assert
            || (stmt instanceof Stmt.If x && (isThrow(x.then()) || isThrow(x.otherwise())));
    for (Expr e : Walk.exprs(stmt)) {
      Walk.expressions(e, part -> check(part, fails));
    }
  }

  /** Ends one statement of the source, which may be met again where its method is called twice. */
  private void enter(Span next) {
    if (here.exists() && !current.isEmpty()) {
      compared.merge(here, current, Doubts::either);
    }
    here = next;
    current = new ArrayList<>();
  }

  private static List<Boolean> either(List<Boolean> left, List<Boolean> right) {
    if (left.size() != right.size()) {
      return left.contains(true) ? left : right;
    }
    return IntStream.range(0, left.size()).mapToObj(i -> left.get(i) || right.get(i)).toList();
  }

  private void check(Expr e, boolean fails) {
    if (e instanceof Expr.Apply test && isEquality(test)) {
      current.add(!fails && isDoubtful(test));
    }
  }

  private static boolean isEquality(Expr.Apply test) {
    return (test.op() == Operator.EQ || test.op() == Operator.NE)
        && test.args().get(0).type().isFloating();
  }

  private boolean isDoubtful(Expr.Apply test) {
    Expr left = test.args().get(0);
    Expr right = test.args().get(1);
    return !left.equals(right)
        && !isSpecial(left)
        && !isSpecial(right)
        && (facts.activity().isVaried(left) || facts.activity().isVaried(right));
  }

  /** Whether this is an infinity or NaN, which have no neighbours. */
  private static boolean isSpecial(Expr e) {
    return e instanceof Expr.Const c
            && c.value() instanceof Number number
            && !Double.isFinite(number.doubleValue())
        || (e instanceof Expr.Cast cast
            && cast.type() instanceof Type.Primitive
            && isSpecial(cast.operand()))
        || (e instanceof Expr.Apply x && x.op() == Operator.NEG && isSpecial(x.args().get(0)));
  }

  private static boolean isThrow(Block block) {
    List<Stmt> stmts = block.stmts();
    return !stmts.isEmpty() && stmts.get(stmts.size() - 1) instanceof Stmt.Throw;
  }
}
