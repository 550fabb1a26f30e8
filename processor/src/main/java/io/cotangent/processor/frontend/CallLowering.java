package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtTypeReference;

/** Lowers calls of methods and constructors. */
final class CallLowering {
  private final MethodLowering method;
  private final Frame frame;
  private final Arguments arguments;
  private final LibraryCalls library;

  CallLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
    this.arguments = new Arguments(method);
    this.library = new LibraryCalls(method, arguments);
  }

  /** A call as a statement, its result unused. */
  void statement(CtInvocation<?> call) {
    discard(invocation(call));
  }

  /** Evaluates what is left of an expression whose value nobody uses. */
  void discard(Expr value) {
    if (value instanceof Expr.Invoke invoke) {
      frame.emit(new Stmt.Eval(invoke));
    } else if (Effects.canThrow(value)) {
      frame.declare("unused", value);
    }
  }

  /** A call; a rule's operation, a differentiated call, or an {@link Expr.Invoke}. */
  Expr invocation(CtInvocation<?> call) {
    CtExecutableReference<?> callee = call.getExecutable();
    CtExpression<?> target = call.getTarget();
    if (callee.getSimpleName().equals("clone") && target != null && FieldLowering.isArray(target)) {
      return new Expr.CloneArray(method.expressions.value(target));
    }
    if (!method.sources.resolved(callee)) {
      return unknown(call);
    }
    List<Type> params = Types.of(callee.getParameters());
    Optional<SolutionCall> solution = method.sources.solution(callee);
    if (solution.isPresent()) {
      return new RuledCalls(method, arguments)
          .call(call, span -> method.callees.solved(solution.get()), params);
    }
    Optional<Expr> ofOperation = new FunctionCalls(method, arguments).lower(call, params);
    if (ofOperation.isPresent()) {
      return ofOperation.get();
    }
    Optional<DeclaredRules.Rule> rule = method.sources.rule(callee);
    if (rule.isEmpty() || method.callees.order() > 1) {
      Optional<Expr> derivative = new DerivativeCalls(method, arguments).lower(call, params);
      if (derivative.isPresent()) {
        return derivative.get();
      }
    }
    if (rule.isPresent() && !(target instanceof CtSuperAccess)) {
      return new RuledCalls(method, arguments)
          .call(call, span -> method.callees.ruled(rule.get(), span), params);
    }
    Optional<Expr> taken =
        method
            .objects
            .invocation(call, params)
            .or(() -> method.lambdas.invocation(call))
            .or(() -> method.enums.invocation(call, params));
    if (taken.isPresent()) {
      return taken.get();
    }
    ModelLimits.called(method, call);
    if (target instanceof CtSuperAccess) {
      frame.problem(ProblemKind.SUPER, call);
      return Exprs.defaultValue(Types.of(call.getType()));
    }
    if (callee.isStatic()) {
      evaluate(target);
      String owner = Types.canonicalName(callee.getDeclaringType());
      if (method.known.isKnown(owner, callee.getSimpleName(), params)) {
        MathOp operation = new MathOp(owner, callee.getSimpleName());
        List<Expr> args = frame.inOrder(arguments.packed(call.getArguments(), params));
        return new Expr.Apply(operation, args, Types.of(callee.getType()));
      }
      Optional<Expr> written = library.lower(call, owner, params);
      if (written.isPresent()) {
        return written.get();
      }
    }
    return other(call, params);
  }

  private Expr other(CtInvocation<?> call, List<Type> params) {
    CtExecutableReference<?> callee = call.getExecutable();
    Optional<CtExecutable<?>> source =
        method.sources.source(callee).filter(declaration -> declaration.getBody() != null);
    boolean accessible =
        method.sources.accessible(callee, method.packageName) || isPublicThroughTarget(call);
    Type result = Types.of(call.getType());
    boolean differentiable =
        method.callees.hints().wantsSource(result)
            || params.stream().anyMatch(Type::carriesDerivative)
            || method.shapes.mayHold(call.getType())
            || callee.getParameters().stream().anyMatch(method.shapes::mayHold);
    if (source.isPresent() && isFixed(call, source.get()) && (differentiable || !accessible)) {
      return differentiated(call, source.get(), params);
    }
    if (!accessible) {
      frame.problem(ProblemKind.INACCESSIBLE, call, callee.getSimpleName());
    }
    method.objects.refuseUnknown(call);
    return invoke(call, params, result);
  }

  /** A public method that an accessible class inherits from a hidden one may be called on it. */
  private boolean isPublicThroughTarget(CtInvocation<?> call) {
    CtTypeReference<?> receiver = call.getTarget() == null ? null : call.getTarget().getType();
    return receiver != null
        && !(call.getTarget() instanceof CtThisAccess)
        && method.sources.isPublic(call.getExecutable())
        && method.sources.accessible(receiver, method.packageName);
  }

  /** Whether the call runs this very declaration, on no object or on the method's own. */
  private static boolean isFixed(CtInvocation<?> call, CtExecutable<?> declaration) {
    CtModifiable modifiers = (CtModifiable) declaration;
    CtType<?> owner = declaration.getParent(CtType.class);
    boolean fixed =
        modifiers.isPrivate() || modifiers.isFinal() || (owner != null && owner.isFinal());
    return modifiers.isStatic() || (call.getTarget() instanceof CtThisAccess && fixed);
  }

  private Expr differentiated(
      CtInvocation<?> call, CtExecutable<?> declaration, List<Type> params) {
    List<Supplier<Expr>> parts = new ArrayList<>();
    if (!((CtModifiable) declaration).isStatic()) {
      parts.add(() -> method.expressions.value(call.getTarget()));
    }
    parts.addAll(arguments.packed(call.getArguments(), params));
    List<Expr> args = frame.inOrder(parts);
    Type declared = Types.of(declaration.getType());
    List<Var> targets = new ArrayList<>();
    if (declared != Type.VOID) {
      String name = declaration.getSimpleName();
      targets.add(frame.declare(name, Exprs.defaultValue(declared)));
    }
    frame.emit(
        new Stmt.Call(
            targets, method.callees.direct(declaration), args, method.sources.span(call)));
    return targets.isEmpty()
        ? Exprs.defaultValue(Type.VOID)
        : ObjectLowering.converted(targets.get(0).read(), Types.of(call.getType()));
  }

  private Expr invoke(CtInvocation<?> call, List<Type> params, Type result) {
    CtExecutableReference<?> callee = call.getExecutable();
    List<Supplier<Expr>> parts = new ArrayList<>();
    if (!callee.isStatic()) {
      parts.add(() -> method.expressions.value(call.getTarget()));
    }
    parts.addAll(arguments.asWritten(call.getArguments(), params));
    List<Expr> args = frame.inOrder(parts);
    method.requireGiven(call);
    boolean cast = !(result instanceof Type.Primitive) && isGeneric(call);
    Expr.Invoke invoke =
        new Expr.Invoke(
            callee.isStatic() ? Invocation.STATIC : Invocation.VIRTUAL,
            Types.canonicalName(callee.getDeclaringType()),
            callee.getSimpleName(),
            args,
            cast ? Types.OBJECT : result,
            method.sources.span(call));
    return cast ? new Expr.Cast(result, frame.settle(invoke)) : invoke;
  }

  /** Whether the erased call may have a less precise type than the call in the source. */
  private static boolean isGeneric(CtInvocation<?> call) {
    CtTypeReference<?> receiver = call.getTarget() == null ? null : call.getTarget().getType();
    return (receiver != null && !receiver.getActualTypeArguments().isEmpty())
        || !call.getExecutable().getActualTypeArguments().isEmpty();
  }

  /** {@code new X(...)}. */
  Expr construction(CtConstructorCall<?> call) {
    Optional<Expr> object = method.objects.construction(call);
    if (object.isPresent()) {
      return object.get();
    }
    Type type = Types.of(call.getType());
    CtExecutableReference<?> constructor = call.getExecutable();
    if (call instanceof CtNewClass) {
      frame.problem(ProblemKind.LOCAL_CLASS, call, "anonymous " + call.getType().getSimpleName());
      return Exprs.defaultValue(type);
    }
    if (!method.sources.resolved(constructor)) {
      frame.problem(ProblemKind.UNKNOWN_TARGET, call, "new " + type, "check its arguments");
    } else if (!method.sources.accessible(constructor, method.packageName)) {
      frame.problem(ProblemKind.INACCESSIBLE, call, "new " + call.getType().getSimpleName());
    }
    if (call.getTarget() != null) {
      frame.problem(ProblemKind.OUTER_INSTANCE, call, call.getTarget().getType());
    }
    List<Expr> args =
        frame.inOrder(
            arguments.asWritten(call.getArguments(), Types.of(constructor.getParameters())));
    return new Expr.Invoke(
        Invocation.CONSTRUCTOR, type.toString(), "<init>", args, type, method.sources.span(call));
  }

  private Expr unknown(CtInvocation<?> call) {
    CtExpression<?> target = call.getTarget();
    String text = (target == null ? "" : target + ".") + call.getExecutable().getSimpleName();
    frame.problem(
        ProblemKind.UNKNOWN_TARGET,
        call,
        text + "(...)",
        "check the types of its receiver and arguments");
    evaluate(call.getTarget());
    call.getArguments().forEach(method.expressions::value);
    return Exprs.defaultValue(Types.of(call.getType()));
  }

  private void evaluate(CtExpression<?> target) {
    if (target != null && !(target instanceof CtTypeAccess || target instanceof CtThisAccess)) {
      method.expressions.value(target);
    }
  }
}
