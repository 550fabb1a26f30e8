package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtTypeReference;

/** Lowers lambdas and method references to objects that hold what these capture. */
final class LambdaLowering {
  private static final String SELF = "self";

  private final MethodLowering method;
  private final Frame frame;

  LambdaLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** The object of a lambda. */
  Expr lambda(CtLambda<?> lambda) {
    boolean readable = lambda.getType() != null && lambda.getType().getTypeDeclaration() != null;
    CtMethod<?> declared =
        readable
            ? lambda.getOverriddenMethod()
            : FunctionalInterfaces.carried(lambda.getType(), method.sources).orElse(null);
    if (declared == null) {
      frame.problem(ProblemKind.LAMBDA, lambda);
      return Exprs.defaultValue(Types.of(lambda.getType()));
    }
    Map<String, Expr> captured = captured(lambda);
    ClassShape shape = shape(lambda.getType(), captured);
    Body body = new Body(declared, shape);
    body.unpack(captured);
    for (int i = 0; i < lambda.getParameters().size(); i++) {
      CtParameter<?> parameter = lambda.getParameters().get(i);
      body.bind(i, parameter.getSimpleName(), Types.of(parameter.getType()));
    }
    CtExpression<?> value = lambda.getExpression();
    body.finish(
        () -> {
          if (value != null) {
            body.inner.statements.resultOf(value);
          } else {
            body.inner.statements.all(lambda.getBody().getStatements());
          }
        });
    return made(shape, captured);
  }

  /** The object of a method reference. */
  Expr reference(CtExecutableReferenceExpression<?, ?> reference) {
    Optional<CtMethod<?>> declared = FunctionalInterfaces.methodOf(reference.getType());
    CtExecutableReference<?> target = reference.getExecutable();
    if (declared.isEmpty() || !method.sources.resolved(target)) {
      frame.problem(ProblemKind.LAMBDA, reference);
      return Exprs.defaultValue(Types.of(reference.getType()));
    }
    boolean bound = !(reference.getTarget() instanceof CtTypeAccess<?>);
    Map<String, Expr> captured =
        bound
            ? Map.of("receiver", method.expressions.value(reference.getTarget()))
            : captured(reference);
    ClassShape shape = shape(reference.getType(), captured);
    Body body = new Body(declared.get(), shape);
    body.unpack(captured);
    body.finish(
        () -> {
          List<Expr> args = new ArrayList<>();
          if (bound) {
            args.add(body.local("receiver"));
          }
          body.params.subList(1, body.params.size()).forEach(p -> args.add(p.read()));
          new ReferenceLowering(body.inner).run(reference, args).ifPresent(body::give);
        });
    return made(shape, captured);
  }

  /** A call of the one method of a functional interface of a library; empty for other calls. */
  Optional<Expr> invocation(CtInvocation<?> call) {
    CtExecutableReference<?> callee = call.getExecutable();
    CtTypeReference<?> owner = callee.getDeclaringType();
    if (callee.isStatic() || owner == null || !owner.isInterface() || isOurs(owner)) {
      return Optional.empty();
    }
    Optional<CtMethod<?>> declared =
        FunctionalInterfaces.methodOf(owner)
            .filter(m -> m.getSimpleName().equals(callee.getSimpleName()))
            .filter(m -> m.getParameters().size() == callee.getParameters().size());
    return declared.map(function -> called(call, owner, function));
  }

  /** Whether the interface is declared in this compilation: its methods are like any other's. */
  private boolean isOurs(CtTypeReference<?> type) {
    return method.sources.type(type.getTypeErasure()).isPresent();
  }

  private Expr called(CtInvocation<?> call, CtTypeReference<?> owner, CtMethod<?> function) {
    Callees.VirtualMethod virtual =
        new Callees.VirtualMethod(
            Types.canonicalName(owner.getTypeErasure()),
            function.getSimpleName(),
            function.getParameters().stream().map(p -> Types.of(p.getType())).toList(),
            Types.of(function.getType()),
            true);
    List<Supplier<Expr>> parts = new ArrayList<>();
    parts.add(() -> method.expressions.value(call.getTarget()));
    parts.addAll(new Arguments(method).packed(call.getArguments(), virtual.params()));
    List<Expr> args = frame.inOrder(parts);
    List<Var> targets = new ArrayList<>();
    if (virtual.result() != Type.VOID) {
      targets.add(frame.declare(virtual.name(), Exprs.defaultValue(virtual.result())));
    }
    FunctionId id = method.callees.virtual(virtual);
    frame.emit(new Stmt.Call(targets, id, args, method.sources.span(call)));
    return targets.isEmpty()
        ? Exprs.defaultValue(Type.VOID)
        : ObjectLowering.converted(targets.get(0).read(), Types.of(call.getType()));
  }

  /** A lambda's function while it is written. */
  private final class Body {
    final MethodLowering inner;
    final List<Var> params = new ArrayList<>();
    private final ClassShape shape;
    private final String name;
    private final List<Stmt> prologue = new ArrayList<>();

    Body(CtMethod<?> declared, ClassShape shape) {
      this.shape = shape;
      this.name = declared.getSimpleName();
      Type type = Types.of(declared.getType());
      Var result = type == Type.VOID ? null : new Var("result", type);
      Var around = method.self == null ? null : new Var(SELF, method.self.type());
      this.inner = method.within(around, result);
      params.add(new Var("function", new Type.Ref(shape.name())));
      for (CtParameter<?> parameter : declared.getParameters()) {
        params.add(new Var(parameter.getSimpleName(), Types.of(parameter.getType())));
      }
      if (result != null) {
        prologue.add(new Stmt.Declare(result, Exprs.defaultValue(type)));
      }
    }

    void unpack(Map<String, Expr> captured) {
      captured.forEach(
          (captive, value) -> {
            Var self = inner.self;
            Var local =
                captive.equals(SELF) && self != null ? self : new Var(captive, value.type());
            prologue.add(
                new Stmt.Declare(
                    local, new Expr.Field(params.get(0).read(), captive, value.type())));
            inner.frame.bind(captive, local);
          });
    }

    /** Makes a parameter known under the lambda's own name and type. */
    void bind(int index, String own, Type type) {
      Var param = params.get(index + 1);
      Var local = new Var(own, type.equals(Types.OBJECT) ? param.type() : type);
      if (local.type().equals(param.type())) {
        params.set(index + 1, local);
      } else {
        prologue.add(new Stmt.Declare(local, ObjectLowering.converted(param.read(), local.type())));
      }
      inner.frame.bind(own, local);
    }

    Expr local(String captive) {
      Var var = inner.frame.lookup(captive);
      return java.util.Objects.requireNonNull(var).read();
    }

    /** Returns a value from the body. */
    void give(Expr value) {
      if (inner.result != null) {
        Expr converted = inner.conversions.to(inner.result.type(), value, method.owner);
        inner.frame.emit(new Stmt.Assign(inner.result, converted));
      } else {
        inner.calls.discard(value);
      }
    }

    void finish(Runnable statements) {
      io.cotangent.processor.ir.Block body =
          inner.frame.block(
              () -> {
                prologue.forEach(inner.frame::emit);
                statements.run();
              });
      Var result = inner.result;
      io.cotangent.processor.ir.Function function =
          new io.cotangent.processor.ir.Function(
              new FunctionId(shape.name() + "#" + name),
              name,
              params,
              result == null ? List.of() : List.of(result),
              body);
      method.callees.lowered(
          new Lowered(
              function, inner.frame.problems(), new Original(shape.name(), name, false, false)),
          shape);
    }
  }

  private ClassShape shape(CtTypeReference<?> type, Map<String, Expr> captured) {
    String implemented = Types.canonicalName(type.getTypeErasure());
    new LibraryInterfaces(method.shapes).add(type);
    String owner = Types.canonicalName(method.owner.getReference());
    String name = owner + ".Lambda" + method.shapes.next();
    return new ClassShape(
        name,
        name,
        ClassShape.Kind.FUNCTION,
        false,
        false,
        Optional.empty(),
        List.of(implemented),
        captured.entrySet().stream()
            .map(each -> new ClassShape.Field(each.getKey(), each.getValue().type(), true))
            .toList());
  }

  private Expr made(ClassShape shape, Map<String, Expr> captured) {
    method.shapes.add(shape);
    Var object = method.objects.created(shape);
    captured.forEach((name, value) -> frame.emit(new Stmt.Put(object.read(), name, value)));
    return object.read();
  }

  /** The variables around a function that it reads, and the object around it. */
  Map<String, Expr> captured(CtExpression<?> lambda) {
    Map<String, Expr> captured = new LinkedHashMap<>();
    for (String name : Captures.variables(method.sources, lambda).keySet()) {
      Var var = frame.lookup(name);
      if (var != null) {
        captured.put(name, var.read());
      }
    }
    if (method.self != null && Captures.useSelf(method.sources, lambda)) {
      captured.putIfAbsent(SELF, method.self.read());
    }
    return captured;
  }
}
