package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import spoon.reflect.code.CtInvocation;

/** Lowers calls of methods whose derivatives are declared; boxed numbers are numbers there. */
final class RuledCalls {
  private final MethodLowering method;
  private final Arguments arguments;

  RuledCalls(MethodLowering method, Arguments arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  /**
   * The call's value.
   *
   * @param function gives the function that stands for the method, called at a place
   */
  Expr call(CtInvocation<?> call, Function<Span, FunctionId> function, List<Type> params) {
    List<Supplier<Expr>> parts = new ArrayList<>();
    if (!call.getExecutable().isStatic()) {
      method.objects.refuseModelled(call);
      parts.add(() -> method.expressions.value(call.getTarget()));
    }
    List<Type> unboxed = params.stream().map(RuledCalls::unboxed).toList();
    parts.addAll(arguments.packed(call.getArguments(), unboxed));
    List<Expr> args = method.frame.inOrder(parts);
    Type type = unboxed(Types.of(call.getExecutable().getType()));
    String name = call.getExecutable().getSimpleName();
    Var target = method.frame.declare(name, Exprs.defaultValue(type));
    Span span = method.sources.span(call);
    method.frame.emit(new Stmt.Call(List.of(target), function.apply(span), args, span));
    return target.read();
  }

  private static Type unboxed(Type type) {
    return Types.boxOf(type).filter(Type::isFloating).orElse(type);
  }
}
