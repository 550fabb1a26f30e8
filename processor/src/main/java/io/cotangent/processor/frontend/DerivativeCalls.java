package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.declaration.CtExecutable;

/** Lowers calls of the derivatives that generated classes of this compilation give. */
final class DerivativeCalls {
  private final MethodLowering method;
  private final Arguments arguments;

  DerivativeCalls(MethodLowering method, Arguments arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  /** The call's value; empty if it is none whose derivatives are known. */
  Optional<Expr> lower(CtInvocation<?> call, List<Type> params) {
    return method.sources.composed(call.getExecutable()).flatMap(of -> lower(call, of, params));
  }

  private Optional<Expr> lower(CtInvocation<?> call, Composed of, List<Type> params) {
    String name = call.getExecutable().getSimpleName();
    if (name.equals("function")) {
      return new FunctionObjects(method, arguments).lower(call, of, params);
    }
    return isGiven(name, of, params.size()) ? new Call(call, of, params).value() : Optional.empty();
  }

  private static boolean isGiven(String name, Composed of, int given) {
    int plain = of.params().size();
    return switch (name) {
      case "gradient", "valueAndGradient" -> given == plain;
      case "hessian", "jacobian", "jacobianForward", "jacobianReverse" ->
          given == plain && DerivedCalls.isMatrix(name, of);
      case "jvp", "hvp" -> given == plain + of.wrt().size();
      case "vjp" -> given == plain + 1;
      default -> false;
    };
  }

  private final class Call {
    private final CtInvocation<?> call;
    private final Composed of;
    private final List<Type> params;
    private final String name;
    private final DerivedCalls calls;
    private List<Expr> args = List.of();

    Call(CtInvocation<?> call, Composed of, List<Type> params) {
      this.call = call;
      this.name = call.getExecutable().getSimpleName();
      this.of = name.equals("vjp") ? of.summed() : of;
      this.params = params;
      this.calls = new DerivedCalls(method, this.of, name, method.sources.span(call));
    }

    Optional<Expr> value() {
      Optional<ClassShape> shape = method.shapes.of(call.getType());
      Optional<CtExecutable<?>> primal = method.sources.declaration(of.method());
      boolean matrix = name.equals("hessian") || name.startsWith("jacobian");
      boolean record = !name.equals("jvp") && !matrix && of.wrt().size() > 1;
      boolean both = name.equals("valueAndGradient");
      boolean known = (!record && !both) || (shape.isPresent() && (!both || primal.isPresent()));
      boolean shaped =
          call.getExecutable().getParameters().stream()
              .anyMatch(p -> method.shapes.of(p).isPresent());
      if (!known) {
        // A class file of an earlier compilation: its source comes with the next round.
        method.frame.problem(
            ProblemKind.UNKNOWN_TARGET,
            call,
            call.getTarget() + "." + name + "(...)",
            "check the types of its receiver and arguments");
        return Optional.of(Exprs.defaultValue(Types.of(call.getType())));
      } else if (shaped) {
        return Optional.empty();
      }
      args = method.frame.inOrder(arguments.packed(call.getArguments(), params));
      args = args.stream().map(arg -> method.frame.spill(arg, Expressions.nameFor(arg))).toList();
      if (name.equals("jvp")) {
        return Optional.of(calls.along(args));
      } else if (matrix) {
        return Optional.of(calls.matrix(name, args));
      } else if (!both) {
        return Optional.of(gradient(shape));
      }
      Expr value = calls.value(primal.get(), args);
      Expr gradient = gradient(record ? gradientOf(shape.get()) : Optional.empty());
      Var pair = method.objects.created(shape.get());
      put(pair, "value", value);
      put(pair, "gradient", gradient);
      return Optional.of(pair.read());
    }

    private Expr gradient(Optional<ClassShape> record) {
      List<Expr> entries = calls.entries(name.equals("hvp") ? 1 : 0, args);
      if (entries.size() == 1) {
        return entries.get(0);
      }
      Var all = method.objects.created(record.orElseThrow());
      for (int k = 0; k < entries.size(); k++) {
        put(all, of.params().get(of.wrt().get(k)).name(), entries.get(k));
      }
      return all.read();
    }

    private void put(Var object, String field, Expr value) {
      method.frame.emit(new Stmt.Put(object.read(), field, value));
    }

    /** The record of the gradient's entries that a record holds with the value. */
    private Optional<ClassShape> gradientOf(ClassShape pair) {
      return method
          .shapes
          .declaration(pair.name())
          .flatMap(record -> method.shapes.of(record.getField("gradient").getType()));
    }
  }
}
