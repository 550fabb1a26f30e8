package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtStatement;
import spoon.reflect.declaration.CtAnonymousExecutable;
import spoon.reflect.declaration.CtClass;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.declaration.CtType;
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
  private final Map<String, Var> captured = new LinkedHashMap<>();

  ConstructorLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
    this.outer =
        Shapes.isInner(method.owner)
            ? new Var(Shapes.OUTER, Types.of(method.owner.getDeclaringType().getReference()))
            : null;
    method
        .shapes
        .captured(method.owner)
        .forEach(
            (field, variable) ->
                captured.put(
                    field, new Var(variable.getSimpleName(), Types.of(variable.getType()))));
  }

  /**
   * The parameters before the constructor's own: the object around an inner class's object, and the
   * variables that the class captures, which are known by their names then.
   */
  List<Var> hidden() {
    captured.values().forEach(var -> frame.bind(var.name(), var));
    List<Var> all = new ArrayList<>(captured.values());
    if (outer != null) {
      all.add(0, outer);
    }
    return all;
  }

  private Expr self() {
    return java.util.Objects.requireNonNull(method.self).read();
  }

  /** The statements of a constructor. */
  void body(CtConstructor<?> source) {
    method.statements.labels(source);
    if (outer != null) {
      frame.emit(new Stmt.Put(self(), Shapes.OUTER, outer.read()));
    }
    captured.forEach((field, var) -> frame.emit(new Stmt.Put(self(), field, var.read())));
    if (method.owner.isAnonymous()) {
      unnamed(source);
    }
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
      frame.scoped(
          () -> {
            captured.values().forEach(var -> frame.bind(var.name(), var));
            initialisers();
          });
    }
    method.statements.all(statements.subList(next, statements.size()));
    if (source.isCompactConstructor()) {
      for (CtParameter<?> parameter : source.getParameters()) {
        Var var = java.util.Objects.requireNonNull(frame.lookup(parameter.getSimpleName()));
        frame.emit(new Stmt.Put(self(), var.name(), var.read()));
      }
    }
  }

  /** A class without a name hands what its constructor is given to that of its superclass. */
  private void unnamed(CtConstructor<?> source) {
    Optional<ClassShape> shape = method.shapes.of(method.owner.getSuperclass());
    List<Type> params = source.getParameters().stream().map(p -> Types.of(p.getType())).toList();
    CtType<?> parent = shape.flatMap(s -> method.shapes.declaration(s.name())).orElse(null);
    if (!(parent instanceof CtClass<?> extended)) {
      return;
    }
    for (CtConstructor<?> each : extended.getConstructors()) {
      if (each.getParameters().stream().map(p -> Types.of(p.getType())).toList().equals(params)) {
        List<Expr> args = new ArrayList<>(List.of(self()));
        method.objects.hidden(shape.get(), null, source).forEach(part -> args.add(part.get()));
        source.getParameters().forEach(p -> args.add(local(p)));
        frame.emit(
            new Stmt.Call(
                List.of(), method.callees.direct(each), args, method.sources.span(source)));
        return;
      }
    }
    frame.problem(ProblemKind.LOCAL_CLASS, source, "anonymous " + parent.getSimpleName());
  }

  private Expr local(CtParameter<?> parameter) {
    return java.util.Objects.requireNonNull(frame.lookup(parameter.getSimpleName())).read();
  }

  /** {@code this(...)} or {@code super(...)}; whether it is the former. */
  private boolean chained(CtInvocation<?> call) {
    CtExecutableReference<?> constructor = call.getExecutable();
    Type owner = Types.of(constructor.getDeclaringType());
    Optional<ClassShape> shape = method.shapes.of(constructor.getDeclaringType());
    Optional<CtExecutable<?>> target = method.sources.source(constructor);
    if (shape.isPresent() && target.isPresent()) {
      List<Supplier<Expr>> parts = new ArrayList<>();
      parts.addAll(method.objects.hidden(shape.get(), null, call));
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
          frame.emit(
              new Stmt.Put(
                  self(), method.shapes.fieldName(method.owner, field.getSimpleName()), value));
        }
      } else if (member instanceof CtAnonymousExecutable block && !block.isStatic()) {
        method.statements.all(block.getBody().getStatements());
      }
    }
  }
}
