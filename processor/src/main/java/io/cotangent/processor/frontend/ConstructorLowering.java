package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtStatement;
import spoon.reflect.declaration.CtAnonymousExecutable;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.declaration.CtTypeMember;
import spoon.reflect.reference.CtExecutableReference;

/**
 * Lowers constructors: the superclass's constructor, the initialisers of fields in the order of the
 * source, the constructor's own body (Java Language Specification 12.5).
 */
final class ConstructorLowering {
  private final MethodLowering method;
  private final Frame frame;
  private final @Nullable Var outer;

  ConstructorLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
    this.outer =
        Shapes.isInner(method.owner)
            ? new Var(Shapes.OUTER, Types.of(method.owner.getDeclaringType().getReference()))
            : null;
  }

  /** The parameter for the object around an inner class's object. */
  Optional<Var> outer() {
    return Optional.ofNullable(outer);
  }

  private Expr self() {
    return java.util.Objects.requireNonNull(method.self).read();
  }

  /** The statements of a constructor. */
  void body(CtConstructor<?> source) {
    Lowering.labels(source, method);
    outer().ifPresent(o -> frame.emit(new Stmt.Put(self(), Shapes.OUTER, o.read())));
    List<CtStatement> statements = source.getBody().getStatements();
    int next = 0;
    boolean delegates = false;
    if (!statements.isEmpty()
        && statements.get(0) instanceof CtInvocation<?> first
        && first.getExecutable().isConstructor()) {
      next = 1;
      delegates = chained(first);
    }
    if (!delegates) {
      frame.scoped(this::initialisers);
    }
    method.statements.all(statements.subList(next, statements.size()));
    if (source.isCompactConstructor()) {
      for (CtParameter<?> parameter : source.getParameters()) {
        Var var = java.util.Objects.requireNonNull(frame.lookup(parameter.getSimpleName()));
        frame.emit(new Stmt.Put(self(), var.name(), var.read()));
      }
    }
  }

  /** {@code this(...)} or {@code super(...)}; whether it is the former. */
  private boolean chained(CtInvocation<?> call) {
    CtExecutableReference<?> constructor = call.getExecutable();
    Type owner = Types.of(constructor.getDeclaringType());
    Optional<ClassShape> shape = method.shapes.of(constructor.getDeclaringType());
    Optional<CtExecutable<?>> target = method.sources.source(constructor);
    if (shape.isPresent() && target.isPresent()) {
      List<Supplier<Expr>> parts = new ArrayList<>();
      if (method.shapes.declaration(shape.get().name()).filter(Shapes::isInner).isPresent()) {
        parts.add(() -> new Expr.Field(self(), Shapes.OUTER, shape.get().fields().get(0).type()));
      }
      parts.addAll(
          new Arguments(method).packed(call.getArguments(), Types.of(constructor.getParameters())));
      List<Expr> args = new ArrayList<>(List.of(self()));
      args.addAll(frame.inOrder(parts));
      frame.emit(
          new Stmt.Call(
              List.of(), method.callees.direct(target.get()), args, method.sources.span(call)));
    }
    return owner.equals(self().type());
  }

  private void initialisers() {
    for (CtTypeMember member : method.owner.getTypeMembers()) {
      if (member instanceof CtField<?> field && !field.isStatic()) {
        CtExpression<?> init = field.getDefaultExpression();
        if (init != null) {
          Expr value = method.expressions.value(init, Types.of(field.getType()));
          frame.emit(new Stmt.Put(self(), field.getSimpleName(), value));
        }
      } else if (member instanceof CtAnonymousExecutable block && !block.isStatic()) {
        method.statements.all(block.getBody().getStatements());
      }
    }
  }
}
