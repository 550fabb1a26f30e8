package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import java.util.List;
import spoon.reflect.code.CtAssert;
import spoon.reflect.declaration.CtType;

/** Lowers assertions. */
final class AssertLowering {
  private final MethodLowering method;
  private final Frame frame;

  AssertLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** An assertion; where its parts have effects it is a branch. */
  void lower(CtAssert<?> check) {
    Expr[] parts = new Expr[2];
    Block test =
        frame.block(() -> parts[0] = method.expressions.primitive(check.getAssertExpression()));
    Block message =
        frame.block(
            () ->
                parts[1] =
                    check.getExpression() == null
                        ? null
                        : method.expressions.value(check.getExpression()));
    if (test.isEmpty() && message.isEmpty()) {
      frame.emit(new Stmt.Assert(parts[0], parts[1]));
    } else {
      frame.emit(new Stmt.If(assertionsEnabled(check), frame.block(() -> run(check)), Block.EMPTY));
    }
  }

  private Expr assertionsEnabled(CtAssert<?> check) {
    CtType<?> top = check.getParent(CtType.class).getTopLevelType();
    String owner = Types.canonicalName(top.getReference());
    return frame.settle(
        new Expr.Invoke(
            Expr.Invocation.VIRTUAL,
            "java.lang.Class",
            "desiredAssertionStatus",
            List.of(new Expr.StaticField(owner, "class", new Type.Ref("java.lang.Class"))),
            Type.BOOLEAN,
            method.sources.span(check)));
  }

  private void run(CtAssert<?> check) {
    Expr test = method.expressions.primitive(check.getAssertExpression());
    Block failure =
        frame.block(
            () -> {
              List<Expr> message =
                  check.getExpression() == null
                      ? List.of()
                      : List.of(method.expressions.value(check.getExpression()));
              Type error = new Type.Ref("java.lang.AssertionError");
              frame.emit(
                  new Stmt.Throw(
                      new Expr.Invoke(
                          Expr.Invocation.CONSTRUCTOR,
                          error.toString(),
                          "<init>",
                          message,
                          error,
                          method.sources.span(check))));
            });
    frame.emit(new Stmt.If(Exprs.not(test), failure, Block.EMPTY));
  }
}
