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
import spoon.reflect.code.CtInvocation;
import spoon.reflect.declaration.CtExecutable;

/**
 * Lowers a generated class's {@code function(...)} to an object that is taken apart: it holds the
 * arguments, and its methods are the class's derivatives.
 */
final class FunctionObjects {
  private final MethodLowering method;
  private final Arguments arguments;

  FunctionObjects(MethodLowering method, Arguments arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  /** The object; empty where it stays what the generated class makes. */
  Optional<Expr> lower(CtInvocation<?> call, Composed of, List<Type> params) {
    Models models = method.sources.models();
    Optional<CtExecutable<?>> primal = method.sources.declaration(of.method());
    boolean shaped =
        call.getExecutable().getParameters().stream()
            .anyMatch(p -> method.shapes.of(p).isPresent());
    if (shaped || primal.isEmpty() || params.size() != of.params().size()) {
      return Optional.empty();
    }
    models.functionMade();
    Optional<ClassShape> type =
        models.uses(Models.Group.OPERATORS) ? method.shapes.of(call.getType()) : Optional.empty();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    List<Supplier<Expr>> parts = arguments.packed(call.getArguments(), params);
    List<Expr> args =
        method.frame.inOrder(parts).stream()
            .map(arg -> method.frame.spill(arg, Expressions.nameFor(arg)))
            .toList();
    ClassShape shape = shape(of, type.get().name());
    FunctionMethods methods =
        new FunctionMethods(method, of, primal.get(), shape, method.sources.span(call));
    method.callees.implemented(shape, asked -> methods.write(asked.name()));
    Var object = method.objects.created(shape);
    Flatten flatten = new Flatten(method.frame);
    for (int i = 0; i < args.size(); i++) {
      // Where it is differentiated, an argument tells the shape alone.
      boolean point = of.wrt().contains(i);
      Expr held = point ? flatten.passive(args.get(i)) : args.get(i);
      method.frame.emit(new Stmt.Put(object.read(), of.params().get(i).name(), held));
    }
    return Optional.of(object.read());
  }

  private ClassShape shape(Composed of, String type) {
    List<ClassShape.Field> fields = new ArrayList<>();
    of.params().forEach(p -> fields.add(new ClassShape.Field(p.name(), p.type(), true)));
    String name = of.owner() + ".Objective";
    ClassShape shape =
        new ClassShape(
            name,
            name,
            ClassShape.Kind.FUNCTION,
            false,
            false,
            Optional.empty(),
            List.of(type),
            fields);
    method.shapes.add(shape);
    return shape;
  }
}
