package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.reference.CtExecutableReference;

/** Lowers what runs when a method reference is called. */
final class ReferenceLowering {
  private final MethodLowering method;

  ReferenceLowering(MethodLowering method) {
    this.method = method;
  }

  /** What a method reference runs, on these arguments; empty where that can't be told. */
  Optional<Expr> run(CtExecutableReferenceExpression<?, ?> at, List<Expr> given) {
    CtExecutableReference<?> callee = at.getExecutable();
    List<Type> params = Types.of(callee.getParameters());
    Optional<CtExecutable<?>> source = method.sources.source(callee);
    if (callee.isConstructor()) {
      return method.objects.construction(callee, converted(given, params, at), at);
    }
    List<Type> wanted = new ArrayList<>(params);
    if (!callee.isStatic()) {
      wanted.add(0, Types.of(callee.getDeclaringType()));
    }
    if (wanted.size() != given.size()) {
      method.frame.problem(ProblemKind.LAMBDA, at);
      return Optional.empty();
    }
    List<Expr> args = converted(given, wanted, at);
    String owner = Types.canonicalName(callee.getDeclaringType());
    Type result = Types.of(callee.getType());
    if (callee.isStatic() && method.known.isKnown(owner, callee.getSimpleName(), params)) {
      return Optional.of(new Expr.Apply(new MathOp(owner, callee.getSimpleName()), args, result));
    }
    Optional<CtMethod<?>> ofEnum = method.enums.declared(callee);
    if (ofEnum.isPresent()) {
      return Optional.of(method.enums.call(ofEnum.get(), false, args, result, at));
    }
    if (source.isPresent()
        && (callee.isStatic() || method.shapes.of(callee.getDeclaringType()).isPresent())) {
      return Optional.of(method.objects.call(source.get(), false, args, result, at));
    }
    return Optional.of(
        method.frame.settle(
            new Expr.Invoke(
                callee.isStatic() ? Invocation.STATIC : Invocation.VIRTUAL,
                owner,
                callee.getSimpleName(),
                args,
                result,
                method.sources.span(at))));
  }

  private List<Expr> converted(List<Expr> given, List<Type> wanted, CtElement at) {
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Expr arg = method.boxes.opened(given.get(i), wanted.get(i), at);
      args.add(
          arg.type().isReference()
              ? ObjectLowering.converted(arg, wanted.get(i))
              : method.conversions.to(wanted.get(i), arg, at));
    }
    return args;
  }
}
