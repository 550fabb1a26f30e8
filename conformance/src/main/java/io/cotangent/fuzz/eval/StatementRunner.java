package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.SwitchArm;
import java.util.List;

/** Executes statements; the result says how a statement completed, null for normally. */
final class StatementRunner implements Stmt.Visitor<Completion> {
  private final Machine machine;
  private final Frame frame;
  private final ExpressionRunner expressions;

  StatementRunner(Machine machine, Frame frame) {
    this.machine = machine;
    this.frame = frame;
    this.expressions = new ExpressionRunner(machine, frame, this);
  }

  Completion all(List<Stmt> body) {
    for (Stmt s : body) {
      machine.step();
      Completion end = s.accept(this);
      if (end != null) {
        return end;
      }
    }
    return null;
  }

  @Override
  public Completion local(Stmt.Local s) {
    if (s.init() != null) {
      frame.set(s.name(), Values.cast(expressions.eval(s.init()), s.ty()));
    }
    return null;
  }

  @Override
  public Completion eval(Stmt.Eval s) {
    expressions.eval(s.expr());
    return null;
  }

  @Override
  public Completion ifElse(Stmt.If s) {
    return all(expressions.test(s.test()) ? s.yes() : s.no());
  }

  @Override
  public Completion forLoop(Stmt.For s) {
    all(s.init());
    while (s.test() == null || expressions.test(s.test())) {
      Completion end = iteration(s.label(), s.body());
      if (end != null) {
        return end.breaks(s.label()) ? null : end;
      }
      for (Expr update : s.update()) {
        expressions.eval(update);
      }
    }
    return null;
  }

  /** One execution of a loop's body; null where the loop goes on. */
  private Completion iteration(String label, List<Stmt> body) {
    machine.step();
    Completion end = all(body);
    return end != null && end.continues(label) ? null : end;
  }

  @Override
  public Completion forEach(Stmt.ForEach s) {
    Arr array = (Arr) expressions.eval(s.array());
    for (int i = 0; i < array.data().length; i++) {
      frame.set(s.name(), Values.cast(array.data()[i], s.ty()));
      Completion end = iteration(s.label(), s.body());
      if (end != null) {
        return end.breaks(s.label()) ? null : end;
      }
    }
    return null;
  }

  @Override
  public Completion whileLoop(Stmt.While s) {
    boolean go = s.testLast() || expressions.test(s.test());
    while (go) {
      Completion end = iteration(s.label(), s.body());
      if (end != null) {
        return end.breaks(s.label()) ? null : end;
      }
      go = expressions.test(s.test());
    }
    return null;
  }

  @Override
  public Completion breakTo(Stmt.Break s) {
    return new Completion(Completion.Kind.BREAK, s.label(), null);
  }

  @Override
  public Completion continueTo(Stmt.Continue s) {
    return new Completion(Completion.Kind.CONTINUE, s.label(), null);
  }

  @Override
  public Completion returnValue(Stmt.Return s) {
    Object value = s.value() == null ? null : expressions.eval(s.value());
    return new Completion(Completion.Kind.RETURN, "", value);
  }

  @Override
  public Completion yieldValue(Stmt.Yield s) {
    return new Completion(Completion.Kind.YIELD, "", expressions.eval(s.value()));
  }

  @Override
  public Completion switchOn(Stmt.Switch s) {
    Completion end = select(s.selector(), s.arrows(), s.arms(), false);
    return end != null && end.kind() == Completion.Kind.BREAK && end.label().isEmpty() ? null : end;
  }

  /**
   * Runs the arm that the selector picks, and with colons those it falls through to; an arm {@code
   * -> e;} yields its value in a switch expression and drops it in a statement.
   */
  Completion select(Expr selector, boolean arrows, List<SwitchArm> arms, boolean yields) {
    long key = Values.integral(expressions.eval(selector));
    int start = find(key, arms);
    if (start < 0) {
      return null;
    }
    if (arrows) {
      return arrow(arms.get(start), yields);
    }
    for (SwitchArm arm : arms.subList(start, arms.size())) {
      Completion end = all(arm.body());
      if (end != null) {
        return end;
      }
    }
    return null;
  }

  private Completion arrow(SwitchArm arm, boolean yields) {
    if (arm.value() == null) {
      return all(arm.body());
    }
    Object value = expressions.eval(arm.value());
    return yields ? new Completion(Completion.Kind.YIELD, "", value) : null;
  }

  private static int find(long key, List<SwitchArm> arms) {
    int otherwise = -1;
    for (int i = 0; i < arms.size(); i++) {
      for (Expr label : arms.get(i).labels()) {
        if (Values.integral(((Expr.Lit) label).value()) == key) {
          return i;
        }
      }
      otherwise = arms.get(i).isDefault() ? i : otherwise;
    }
    return otherwise;
  }

  @Override
  public Completion block(Stmt.Block s) {
    Completion end = all(s.body());
    boolean own = end != null && !end.label().isEmpty() && end.breaks(s.label());
    return own ? null : end;
  }

  @Override
  public Completion throwNew(Stmt.Throw s) {
    String detail =
        s.detail() == null ? "" : Values.text(expressions.eval(s.detail()), s.detail().ty());
    throw new JavaThrow("java.lang." + s.type(), s.text() + detail);
  }

  /** As JLS 14.20: what finally does abruptly replaces whatever came before. */
  @Override
  public Completion attempt(Stmt.Try s) {
    Completion end;
    try {
      end = caught(s);
    } catch (JavaThrow e) {
      Completion last = all(s.last());
      if (last == null) {
        throw e;
      }
      return last;
    }
    Completion last = all(s.last());
    return last == null ? end : last;
  }

  private Completion caught(Stmt.Try s) {
    try {
      return all(s.body());
    } catch (JavaThrow e) {
      for (Stmt.Catch clause : s.catches()) {
        if (clause.types().stream().anyMatch(e::isA)) {
          frame.set(clause.name(), e);
          return all(clause.body());
        }
      }
      throw e;
    }
  }

  @Override
  public Completion rethrow(Stmt.Rethrow s) {
    throw (JavaThrow) frame.get(s.name());
  }

  @Override
  public Completion assertThat(Stmt.Assert s) {
    if (machine.assertions && !expressions.test(s.test())) {
      throw new JavaThrow("java.lang.AssertionError", s.text());
    }
    return null;
  }
}
