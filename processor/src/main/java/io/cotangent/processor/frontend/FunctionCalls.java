package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtVariableRead;
import spoon.reflect.code.CtVariableWrite;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.visitor.filter.TypeFilter;

/**
 * Lowers calls of the runtime's operations on functions: integrals and solutions of differential
 * equations. The lambda becomes a function object of a class of derivatives of its own, and what it
 * captures one array of parameters, so that the operation's rules tell the derivative.
 */
final class FunctionCalls {
  private static final String SCALAR = "io.cotangent.ScalarFunction";
  private static final String VECTOR = "io.cotangent.VectorFunction";
  private static final String SYSTEM = "io.cotangent.ode.OdeSystem";

  private static final Type ARRAY = Type.arrayOf(Type.DOUBLE);
  private static final List<Var> INTEGRAND = List.of(new Var("x", Type.DOUBLE));
  private static final List<Var> RATE =
      List.of(new Var("t", Type.DOUBLE), new Var("y", ARRAY), new Var("p", ARRAY));

  private final MethodLowering method;
  private final Arguments arguments;

  FunctionCalls(MethodLowering method, Arguments arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  /** The call's value; empty if it is none of a function that is written here. */
  Optional<Expr> lower(CtInvocation<?> call, List<Type> params) {
    String owner = Types.canonicalName(call.getExecutable().getDeclaringType());
    String name = call.getExecutable().getSimpleName();
    String first = params.isEmpty() ? "" : params.get(0).toString();
    boolean integral =
        owner.equals("io.cotangent.Quadrature")
            && name.equals("integrate")
            && first.equals("java.util.function.DoubleUnaryOperator");
    boolean solution =
        owner.equals("io.cotangent.Ode") && name.equals("solve") && first.equals(SYSTEM);
    if (!integral && !solution) {
      return Optional.empty();
    }
    Optional<CtExpression<?>> function = written(call.getArguments().get(0));
    return function.map(f -> new Call(call, params, f).value(integral));
  }

  /** The lambda or method reference that an argument is, or that its variable always holds. */
  private static Optional<CtExpression<?>> written(CtExpression<?> argument) {
    if (argument instanceof CtLambda || argument instanceof CtExecutableReferenceExpression) {
      return Optional.of(argument);
    }
    if (argument instanceof CtVariableRead<?> read
        && read.getVariable().getDeclaration() instanceof CtLocalVariable<?> local
        && local.getDefaultExpression() != null
        && isNeverAssigned(local)
        && !isOfObject(local.getDefaultExpression())) {
      return written(local.getDefaultExpression());
    }
    return Optional.empty();
  }

  /** A reference to an object's method keeps the object of when it was made. */
  private static boolean isOfObject(CtExpression<?> function) {
    return function instanceof CtExecutableReferenceExpression<?, ?> reference
        && !(reference.getTarget() instanceof CtTypeAccess);
  }

  private static boolean isNeverAssigned(CtLocalVariable<?> local) {
    CtExecutable<?> around = local.getParent(CtExecutable.class);
    return around != null
        && around.getElements(new TypeFilter<>(CtVariableWrite.class)).stream()
            .noneMatch(write -> write.getVariable().getDeclaration() == local);
  }

  private final class Call {
    private final CtInvocation<?> call;
    private final List<Type> params;
    private final CtExpression<?> function;
    private final Flatten flatten = new Flatten(method.frame);
    private List<Expr> args = List.of();

    Call(CtInvocation<?> call, List<Type> params, CtExpression<?> function) {
      this.call = call;
      this.params = params;
      this.function = function;
    }

    Expr value(boolean integral) {
      int count = params.size();
      args =
          method.frame.inOrder(
              arguments.packed(call.getArguments().subList(1, count), params.subList(1, count)));
      args = args.stream().map(arg -> method.frame.spill(arg, Expressions.nameFor(arg))).toList();
      Type type = integral ? Type.DOUBLE : ARRAY;
      LiftedLambda lambda = new LiftedLambda(method, function, type, !integral);
      Optional<Lifted> lifted = lambda.lift(integral ? INTEGRAND : RATE);
      if (lifted.isEmpty()) {
        return Exprs.defaultValue(Types.of(call.getType()));
      }
      return integral ? integral(lifted.get(), lambda) : solution(lifted.get(), lambda);
    }

    private Expr integral(Lifted lifted, LiftedLambda lambda) {
      List<Expr> shapes = new ArrayList<>(List.of(new Expr.Const(0.0, Type.DOUBLE)));
      lambda.captured().forEach(value -> shapes.add(flatten.passive(value)));
      List<Expr> given = new ArrayList<>(List.of(object(lifted, SCALAR, shapes)));
      given.addAll(args.subList(0, 2));
      given.add(flatten.all(Flatten.carrying(lambda.captured())).read());
      given.addAll(args.subList(2, args.size()));
      return ruled(given);
    }

    /** Of a system, the state, times, parameters and perhaps options. */
    private Expr solution(Lifted lifted, LiftedLambda lambda) {
      int at = args.get(1).type().isArray() ? 2 : 3;
      Expr state = args.get(0);
      List<Expr> shapes = new ArrayList<>(List.of(new Expr.Const(0.0, Type.DOUBLE)));
      shapes.add(flatten.passive(state));
      shapes.add(flatten.passive(args.get(at)));
      lambda.captured().forEach(value -> shapes.add(flatten.passive(value)));
      List<Expr> parameters = new ArrayList<>(List.of(args.get(at)));
      parameters.addAll(Flatten.carrying(lambda.captured()));
      List<Expr> of = new ArrayList<>(List.of(object(lifted, VECTOR, shapes)));
      if (method.callees.order() > 1) {
        Lifted summed = method.callees.summed(lifted);
        shapes.add(flatten.passive(state));
        of.add(object(summed, SCALAR, shapes));
      }
      of.add(new Expr.Length(state));
      Expr system =
          new Expr.Invoke(Invocation.STATIC, SYSTEM, "of", of, new Type.Ref(SYSTEM), span());
      List<Expr> given = new ArrayList<>(List.of(method.frame.spill(system, "system")));
      given.addAll(args.subList(0, at));
      given.add(flatten.all(parameters).read());
      given.addAll(args.subList(at + 1, args.size()));
      return ruled(given);
    }

    private Expr object(Lifted lifted, String type, List<Expr> shapes) {
      Expr made =
          new Expr.Invoke(
              Invocation.STATIC, lifted.name(), "function", shapes, new Type.Ref(type), span());
      return method.frame.spill(made, "function");
    }

    private Expr ruled(List<Expr> given) {
      List<Type> types = given.stream().map(Expr::type).toList();
      DeclaredRules.Rule rule =
          method
              .sources
              .sibling(call.getExecutable(), types)
              .orElseThrow(() -> new IllegalStateException("no rule for " + types));
      Var target = method.frame.declare(nameOfCall(), Exprs.defaultValue(Types.of(call.getType())));
      method.frame.emit(
          new Stmt.Call(List.of(target), method.callees.ruled(rule, span()), given, span()));
      return target.read();
    }

    private String nameOfCall() {
      return call.getExecutable().getSimpleName();
    }

    private Span span() {
      return method.sources.span(call);
    }
  }
}
