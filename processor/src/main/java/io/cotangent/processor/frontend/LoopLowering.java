package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtDo;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFor;
import spoon.reflect.code.CtForEach;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtLoop;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtWhile;

/** Lowers loops; those that count become {@link Stmt.Counted}. */
final class LoopLowering {
  private final MethodLowering method;
  private final Frame frame;

  LoopLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** A loop's test: what it does first, and its value. */
  private record Test(Block effects, Expr value) {}

  /** A loop of any kind, whose mark is written already. */
  void lower(CtLoop loop, @Nullable String label) {
    if (loop instanceof CtFor counting) {
      frame.scoped(() -> forLoop(counting, label));
    } else if (loop instanceof CtForEach each) {
      frame.scoped(() -> forEach(each, label));
    } else if (loop instanceof CtWhile repeat) {
      Test test = test(repeat.getLoopingExpression());
      Block body = method.statements.loopBody(repeat.getBody());
      frame.emit(testedFirst(label, test, body, Block.EMPTY));
    } else {
      doLoop((CtDo) loop, label);
    }
  }

  private Test test(@Nullable CtExpression<Boolean> expression) {
    if (expression == null) {
      return new Test(Block.EMPTY, Exprs.TRUE);
    }
    Expr[] value = new Expr[1];
    Block effects = frame.block(() -> value[0] = method.expressions.primitive(expression));
    return new Test(effects, value[0]);
  }

  private static Stmt.Loop testedFirst(
      @Nullable String label, Test test, Block body, Block update) {
    if (test.effects().isEmpty()) {
      return new Stmt.Loop(label, test.value(), body, update, false);
    }
    Stmt exit = new Stmt.If(Exprs.not(test.value()), Block.of(new Stmt.Break(null)), Block.EMPTY);
    Block whole = joined(test.effects(), Block.of(exit), body);
    return new Stmt.Loop(label, Exprs.TRUE, whole, update, false);
  }

  private void doLoop(CtDo loop, @Nullable String label) {
    Block body = method.statements.loopBody(loop.getBody());
    Test test = test(loop.getLoopingExpression());
    if (test.effects().isEmpty()) {
      frame.emit(new Stmt.Loop(label, test.value(), body, Block.EMPTY, true));
      return;
    }
    Var again = frame.declare("again", Exprs.TRUE);
    Block update = joined(test.effects(), Block.of(new Stmt.Assign(again, test.value())));
    frame.emit(new Stmt.Loop(label, again.read(), body, update, true));
  }

  private void forLoop(CtFor loop, @Nullable String label) {
    for (CtStatement init : loop.getForInit()) {
      if (init instanceof CtLocalVariable<?> local) {
        method.statements.local(local);
      } else {
        method.statements.expression(init);
      }
    }
    Test test = test(loop.getExpression());
    Block body = method.statements.loopBody(loop.getBody());
    Block update = frame.block(() -> loop.getForUpdate().forEach(method.statements::expression));
    Optional<Stmt.Counted> counted =
        test.effects().isEmpty() && loop.getForInit().size() == 1
            ? frame
                .last()
                .flatMap(init -> CountedLoops.recognise(label, init, test.value(), body, update))
            : Optional.empty();
    if (counted.isPresent()) {
      frame.replaceLast(counted.get());
    } else {
      frame.emit(testedFirst(label, test, body, update));
    }
  }

  private void forEach(CtForEach loop, @Nullable String label) {
    CtLocalVariable<?> variable = loop.getVariable();
    Expr array = method.expressions.value(loop.getExpression());
    Var element = new Var(variable.getSimpleName(), Types.of(variable.getType()));
    Block rest =
        frame.block(
            () -> {
              frame.bind(element.name(), element);
              frame.emitAll(method.statements.loopBody(loop.getBody()));
            });
    if (!array.type().isArray()) {
      new IterableLoops(method).lower(loop, array, element, rest, label);
      return;
    }
    boolean same = array instanceof Expr.Read && Effects.of(rest.stmts()).hasSameValue(array);
    Expr held = same ? array : frame.declare(element.name() + "s", array).read();
    Var index = new Var(element.name() + "Index", Type.INT);
    Block[] first = new Block[1];
    first[0] =
        frame.block(
            () -> {
              Expr value = new Expr.Load(held, index.read());
              Expr converted = method.conversions.to(element.type(), value, variable);
              frame.emit(new Stmt.Declare(element, converted));
            });
    Block body = joined(first[0], rest);
    if (CountedLoops.runsToEnd(body)) {
      frame.emit(
          new Stmt.Counted(index, Exprs.constant(0), Operator.LT, new Expr.Length(held), 1, body));
      return;
    }
    frame.emit(new Stmt.Declare(index, Exprs.constant(0)));
    Expr test = Exprs.test(Operator.LT, index.read(), new Expr.Length(held));
    Expr next = Exprs.plus(index.read(), Exprs.constant(1));
    frame.emit(new Stmt.Loop(label, test, body, Block.of(new Stmt.Assign(index, next)), false));
  }

  private static Block joined(Block... blocks) {
    List<Stmt> stmts = new ArrayList<>();
    Arrays.asList(blocks).forEach(block -> stmts.addAll(block.stmts()));
    return new Block(stmts);
  }
}
