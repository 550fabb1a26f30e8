package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtForEach;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtTypeReference;

/** Lowers the loop over an {@code Iterable} whose class is known to calls of its iterator. */
final class IterableLoops {
  private static final String ITERABLE = "java.lang.Iterable";
  private static final String ITERATOR = "java.util.Iterator";

  private final MethodLowering method;
  private final Frame frame;

  IterableLoops(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** Writes the loop. */
  void lower(CtForEach loop, Expr iterable, Var element, Block rest, @Nullable String label) {
    CtTypeReference<?> type = loop.getExpression().getType();
    boolean shaped = method.shapes.of(type).isPresent();
    if (!shaped && elementType(loop).filter(each -> !Models.mayCarry(each)).isPresent()) {
      passive(loop, iterable, element, rest, label);
      return;
    }
    method.sources.models().want(Models.Group.COLLECTIONS);
    Optional<CtMethod<?>> iterator = declared(loop, ITERABLE, "iterator");
    if (iterator.isEmpty() || !method.shapes.isSubtype(iterable.type().toString(), ITERABLE)) {
      frame.problem(ProblemKind.FOR_EACH, loop, iterable.type());
      return;
    }
    Var held = frame.declare(element.name() + "Iterator", call(iterator.get(), iterable, loop));
    Supplier<Expr> hasNext = () -> call(own(loop, "hasNext"), held.read(), loop);
    Supplier<Expr> next = () -> call(own(loop, "next"), held.read(), loop);
    write(loop, element, rest, label, hasNext, next);
  }

  /** Over what carries no derivatives, with Java's own iterator. */
  private void passive(
      CtForEach loop, Expr iterable, Var element, Block rest, @Nullable String label) {
    Type iterator = new Type.Ref(ITERATOR);
    Var held =
        frame.declare(
            element.name() + "Iterator", invoke(ITERABLE, "iterator", iterable, iterator, loop));
    Supplier<Expr> hasNext =
        () -> frame.settle(invoke(ITERATOR, "hasNext", held.read(), Type.BOOLEAN, loop));
    Supplier<Expr> next =
        () -> frame.settle(invoke(ITERATOR, "next", held.read(), Types.OBJECT, loop));
    write(loop, element, rest, label, hasNext, next);
  }

  private Expr invoke(String owner, String name, Expr receiver, Type result, CtElement at) {
    return new Expr.Invoke(
        Expr.Invocation.VIRTUAL, owner, name, List.of(receiver), result, method.sources.span(at));
  }

  private void write(
      CtForEach loop,
      Var element,
      Block rest,
      @Nullable String label,
      Supplier<Expr> hasNext,
      Supplier<Expr> next) {
    Type wanted =
        loop.getVariable().getType().isPrimitive()
            ? elementType(loop).map(Types::of).orElse(Types.OBJECT)
            : element.type();
    Block first =
        frame.block(
            () -> {
              Expr none = Exprs.not(hasNext.get());
              frame.emit(new Stmt.If(none, Block.of(new Stmt.Break(null)), Block.EMPTY));
              Expr value = ObjectLowering.converted(next.get(), wanted);
              Expr converted = method.conversions.to(element.type(), value, loop);
              frame.emit(new Stmt.Declare(element, converted));
            });
    List<Stmt> body = new ArrayList<>(first.stmts());
    body.addAll(rest.stmts());
    frame.emit(new Stmt.Loop(label, Exprs.TRUE, new Block(body), Block.EMPTY, false));
  }

  /** What the iterable's type says its elements are. */
  private static Optional<CtTypeReference<?>> elementType(CtForEach loop) {
    CtTypeReference<?> type = loop.getExpression().getType();
    return type == null || type.getActualTypeArguments().size() != 1
        ? Optional.empty()
        : Optional.of(type.getActualTypeArguments().get(0));
  }

  private CtMethod<?> own(CtForEach loop, String name) {
    return declared(loop, ITERATOR, name).orElseThrow();
  }

  private Expr call(CtMethod<?> declaration, Expr receiver, CtElement at) {
    Type result = Types.of(declaration.getType());
    return method.objects.call(declaration, false, List.of(receiver), result, at);
  }

  private Optional<CtMethod<?>> declared(CtElement at, String type, String name) {
    CtTypeReference<?> reference = at.getFactory().Type().createReference(type);
    Optional<CtType<?>> found = method.sources.type(reference);
    if (found.isPresent()) {
      method.shapes.of(reference);
    }
    return found.map(declaring -> declaring.getMethodsByName(name).get(0));
  }
}
