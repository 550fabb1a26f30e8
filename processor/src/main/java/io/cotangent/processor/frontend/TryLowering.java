package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import spoon.reflect.code.CtCatch;
import spoon.reflect.code.CtCatchVariable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtResource;
import spoon.reflect.code.CtTry;
import spoon.reflect.code.CtTryWithResource;
import spoon.reflect.reference.CtTypeReference;

/** Lowers {@code try}; resources are closed by inner ones, as section 14.20.3 of the JLS says. */
final class TryLowering {
  private final MethodLowering method;
  private final Frame frame;

  TryLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** A {@code try} of any kind. */
  void lower(CtTry attempt) {
    Block body =
        frame.block(
            () ->
                resources(
                    attempt instanceof CtTryWithResource with ? with.getResources() : List.of(),
                    attempt));
    List<Stmt.Catch> clauses = attempt.getCatchers().stream().map(this::clause).toList();
    Block last = method.statements.block(attempt.getFinalizer());
    if (clauses.isEmpty() && last.isEmpty()) {
      frame.emitAll(body);
    } else {
      frame.emit(new Stmt.Try(body, clauses, last));
    }
  }

  private Stmt.Catch clause(CtCatch clause) {
    CtCatchVariable<?> parameter = clause.getParameter();
    List<CtTypeReference<?>> alternatives =
        parameter.getMultiTypes().isEmpty()
            ? List.of(parameter.getType())
            : parameter.getMultiTypes();
    alternatives.forEach(type -> method.requireVisible(type, parameter));
    List<Type> types = alternatives.stream().map(Types::of).toList();
    Var exception = new Var(parameter.getSimpleName(), commonType(parameter, types));
    Block body =
        frame.block(
            () -> {
              frame.bind(exception.name(), exception);
              method.statements.all(clause.getBody().getStatements());
            });
    return new Stmt.Catch(exception, types, body);
  }

  private static Type commonType(CtCatchVariable<?> parameter, List<Type> types) {
    if (types.size() == 1) {
      return types.get(0);
    }
    CtTypeReference<?> type = parameter.getType();
    return type == null || type.isImplicit() ? Type.THROWABLE : Types.of(type);
  }

  private void resources(List<CtResource<?>> resources, CtTry attempt) {
    if (resources.isEmpty()) {
      method.statements.all(attempt.getBody().getStatements());
      return;
    }
    CtResource<?> first = resources.get(0);
    List<CtResource<?>> others = resources.subList(1, resources.size());
    Expr resource;
    if (first instanceof CtLocalVariable<?> local) {
      frame.mark(local);
      method.statements.local(local);
      resource = variable(local).read();
    } else {
      resource = method.expressions.value((CtExpression<?>) first);
    }
    Block body = frame.block(() -> resources(others, attempt));
    closing(resource, body, attempt);
  }

  private Var variable(CtLocalVariable<?> local) {
    return java.util.Objects.requireNonNull(frame.lookup(local.getSimpleName()));
  }

  /** {@code body}, after which the resource is closed; an exception of that is a suppressed one. */
  private void closing(Expr resource, Block body, CtTry at) {
    Var primary = frame.declare("primary", Exprs.defaultValue(Type.THROWABLE));
    Var thrown = new Var("thrown", Type.THROWABLE);
    Block rethrow =
        Block.of(new Stmt.Assign(primary, thrown.read()), new Stmt.Throw(thrown.read()));
    Stmt.Catch keep = new Stmt.Catch(thrown, List.of(Type.THROWABLE), rethrow);
    Stmt close = close(resource, at);
    Var failure = new Var("failure", Type.THROWABLE);
    Stmt suppress =
        new Stmt.Eval(
            virtual("addSuppressed", List.of(primary.read(), failure.read()), Type.THROWABLE, at));
    Stmt quiet =
        new Stmt.Try(
            Block.of(close),
            List.of(new Stmt.Catch(failure, List.of(Type.THROWABLE), Block.of(suppress))),
            Block.EMPTY);
    Stmt either = new Stmt.If(notNull(primary.read()), Block.of(quiet), Block.of(close));
    Stmt last = new Stmt.If(notNull(resource), Block.of(either), Block.EMPTY);
    List<Stmt.Catch> clauses = new ArrayList<>(List.of(keep));
    frame.emit(new Stmt.Try(body, clauses, Block.of(last)));
  }

  private Stmt close(Expr resource, CtTry at) {
    Callees.VirtualMethod close =
        new Callees.VirtualMethod(resource.type().toString(), "close", List.of(), Type.VOID, true);
    return new Stmt.Call(
        List.of(), method.callees.virtual(close), List.of(resource), method.sources.span(at));
  }

  private Expr.Invoke virtual(String name, List<Expr> args, Type owner, CtTry at) {
    return new Expr.Invoke(
        Expr.Invocation.VIRTUAL, owner.toString(), name, args, Type.VOID, method.sources.span(at));
  }

  private static Expr notNull(Expr e) {
    return Exprs.test(Operator.NE, e, Exprs.defaultValue(e.type()));
  }
}
