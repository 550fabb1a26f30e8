package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import spoon.reflect.code.CtAbstractSwitch;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtSwitchExpression;

/** Lowers switches, as statements and as expressions, to branches. */
final class SwitchLowering {
  private final MethodLowering method;
  private final Frame frame;

  /** The switch expressions around the current place, innermost first. */
  private final Deque<Result> results = new ArrayDeque<>();

  SwitchLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** Where {@code yield} puts its value, and the label that it leaves then. */
  private record Result(Var var, String label) {}

  /** A group of cases as lowered: what selects it, none for the default alone, and what it does. */
  private record Arm(Optional<Expr> test, boolean isDefault, Block body) {}

  /** A switch statement. */
  void statement(CtSwitch<?> choice) {
    frame.scoped(() -> lower(choice, frame.freshLabel("cases"), Optional.empty()));
  }

  /** The value of a switch expression whose results are converted to {@code type}. */
  Expr expression(CtSwitchExpression<?, ?> choice, Type type) {
    Var var = frame.declare("choice", Exprs.defaultValue(type));
    Result result = new Result(var, frame.freshLabel("choosing"));
    results.push(result);
    frame.scoped(() -> lower(choice, result.label(), Optional.of(result)));
    results.pop();
    return var.read();
  }

  /** Gives the innermost switch expression its value. */
  void yield(CtExpression<?> value) {
    Result result = results.getFirst();
    Expr converted = method.expressions.root(value, result.var().type());
    frame.emit(new Stmt.Assign(result.var(), converted));
    frame.emit(new Stmt.Break(result.label()));
  }

  private void lower(CtAbstractSwitch<?> choice, String label, Optional<Result> result) {
    Expr selector = selector(choice.getSelector());
    List<SwitchGroup> groups = SwitchGroup.of(choice);
    SwitchGroup.sharedVariables(groups).forEach(method.statements::predeclare);
    List<Arm> arms = new ArrayList<>();
    for (SwitchGroup group : groups) {
      arms.add(arm(group, selector, label, result.isPresent()));
    }
    boolean total = arms.stream().anyMatch(Arm::isDefault);
    if (result.isPresent() && !total) {
      arms.add(new Arm(Optional.empty(), true, unmatched(choice)));
    }
    boolean fallThrough = false;
    for (int i = 0; i + 1 < groups.size(); i++) {
      fallThrough |= !groups.get(i).arrow() && Jumps.completes(arms.get(i).body());
    }
    Block body = fallThrough ? sequence(arms) : chain(arms, label);
    if (Jumps.breaksTo(label, body)) {
      frame.emit(new Stmt.Labelled(label, body));
    } else {
      frame.emitAll(body);
    }
  }

  private Expr selector(CtExpression<?> expression) {
    Expr value = method.expressions.value(expression);
    boolean number =
        value.type() instanceof Type.Primitive || Types.boxOf(value.type()).isPresent();
    if (number) {
      Expr unboxed = method.conversions.unboxed(value, expression);
      Expr selector = Constants.cast(Type.INT, unboxed);
      return selector instanceof Expr.Read ? selector : frame.spill(selector, "selector");
    }
    Expr selector = value instanceof Expr.Read ? value : frame.spill(value, "selector");
    frame.emit(
        new Stmt.Eval(
            new Expr.Invoke(
                Invocation.STATIC,
                "java.util.Objects",
                "requireNonNull",
                List.of(selector),
                Types.OBJECT,
                method.sources.span(expression))));
    return selector;
  }

  private Arm arm(SwitchGroup group, Expr selector, String label, boolean isExpression) {
    Optional<Expr> test =
        group.labels().stream()
            .map(constant -> matches(selector, constant))
            .reduce((a, b) -> Exprs.test(Operator.OR, a, b));
    Block body =
        isExpression
            ? frame.block(() -> group.lower(method.statements))
            : method.statements.inside(
                label, () -> frame.block(() -> group.lower(method.statements)));
    return new Arm(test, group.isDefault(), body);
  }

  private Expr matches(Expr selector, CtExpression<?> label) {
    Expr constant = method.expressions.value(label);
    if (selector.type() instanceof Type.Primitive) {
      return Exprs.test(Operator.EQ, selector, Constants.cast(Type.INT, constant));
    }
    boolean text = selector.type().equals(Type.STRING);
    return Exprs.test(text ? Operator.EQUALS : Operator.EQ, selector, constant);
  }

  /** What a switch expression does where an enum has a constant that it did not know. */
  private Block unmatched(CtAbstractSwitch<?> choice) {
    Type error = new Type.Ref("java.lang.IncompatibleClassChangeError");
    return Block.of(
        new Stmt.Throw(
            new Expr.Invoke(
                Invocation.CONSTRUCTOR,
                error.toString(),
                "<init>",
                List.of(),
                error,
                method.sources.span(choice))));
  }

  /** One branch after the other, each of which ends the switch. */
  private static Block chain(List<Arm> arms, String label) {
    Block rest =
        arms.stream()
            .filter(Arm::isDefault)
            .findFirst()
            .map(arm -> Jumps.withoutFinalBreak(arm.body(), label))
            .orElse(Block.EMPTY);
    for (int i = arms.size() - 1; i >= 0; i--) {
      Arm arm = arms.get(i);
      if (!arm.isDefault()) {
        Block body = Jumps.withoutFinalBreak(arm.body(), label);
        rest = Block.of(new Stmt.If(arm.test().orElseThrow(), body, rest));
      }
    }
    return rest;
  }

  /** Branches that may fall through: from the chosen one on, all run until one leaves. */
  private Block sequence(List<Arm> arms) {
    int start = arms.size();
    for (int i = 0; i < arms.size(); i++) {
      start = arms.get(i).isDefault() ? i : start;
    }
    Var chosen = frame.declare("arm", Exprs.constant(start));
    Block choosing = Block.EMPTY;
    for (int i = arms.size() - 1; i >= 0; i--) {
      if (arms.get(i).test().isPresent()) {
        Stmt choose = new Stmt.Assign(chosen, Exprs.constant(i));
        choosing = Block.of(new Stmt.If(arms.get(i).test().get(), Block.of(choose), choosing));
      }
    }
    frame.emitAll(choosing);
    List<Stmt> stmts = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      Expr reached = Exprs.test(Operator.LE, chosen.read(), Exprs.constant(i));
      stmts.add(new Stmt.If(reached, arms.get(i).body(), Block.EMPTY));
    }
    return new Block(stmts);
  }
}
