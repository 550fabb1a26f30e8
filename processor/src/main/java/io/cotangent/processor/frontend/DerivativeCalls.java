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
    return method
        .sources
        .composed(call.getExecutable())
        .filter(of -> isGiven(call.getExecutable().getSimpleName(), of, params.size()))
        .flatMap(of -> new Call(call, of, params).value());
  }

  private static boolean isGiven(String name, Composed of, int given) {
    int plain = of.params().size();
    return switch (name) {
      case "gradient", "valueAndGradient" -> given == plain;
      case "hessian", "jacobian", "jacobianForward", "jacobianReverse" ->
          given == plain && isMatrix(name, of);
      case "jvp", "hvp" -> given == plain + of.wrt().size();
      case "vjp" -> given == plain + 1;
      default -> false;
    };
  }

  /** Whether the matrix is made of columns, or is one row: those of pullbacks are others. */
  private static boolean isMatrix(String name, Composed of) {
    boolean one = of.result() == Type.DOUBLE;
    boolean known = name.equals("jacobianForward") ? MatrixCall.isFor(of.result()) : one;
    return known && of.wrt().stream().allMatch(i -> MatrixCall.isFor(of.params().get(i).type()));
  }

  private final class Call {
    private final CtInvocation<?> call;
    private final Composed of;
    private final List<Type> params;
    private final String name;
    private List<Expr> args = List.of();

    Call(CtInvocation<?> call, Composed of, List<Type> params) {
      this.call = call;
      this.name = call.getExecutable().getSimpleName();
      this.of = name.equals("vjp") ? of.summed() : of;
      this.params = params;
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
        return Optional.of(along(args));
      } else if (matrix) {
        return Optional.of(matrix());
      } else if (!both) {
        return Optional.of(gradient(shape));
      }
      Var value = method.frame.declare("value", Exprs.defaultValue(Type.DOUBLE));
      emit(value, method.callees.direct(primal.get()), args);
      Expr gradient = gradient(record ? gradientOf(shape.get()) : Optional.empty());
      Var pair = method.objects.created(shape.get());
      put(pair, "value", value.read());
      put(pair, "gradient", gradient);
      return Optional.of(pair.read());
    }

    private Expr gradient(Optional<ClassShape> record) {
      List<Expr> entries = entries(name.equals("hvp") ? 1 : 0, args);
      if (entries.size() == 1) {
        return entries.get(0);
      }
      Var all = method.objects.created(record.orElseThrow());
      for (int k = 0; k < entries.size(); k++) {
        put(all, of.params().get(of.wrt().get(k)).name(), entries.get(k));
      }
      return all.read();
    }

    private Expr matrix() {
      List<Expr> primals = of.wrt().stream().map(args::get).toList();
      boolean second = name.equals("hessian");
      boolean reverse = primals.size() > 1 || primals.get(0).type().isArray();
      if (name.equals("jacobianReverse") || (name.equals("jacobian") && reverse)) {
        return MatrixCall.row(method.frame, entries(0, args));
      }
      return MatrixCall.byColumns(
          method.frame,
          primals,
          dots -> {
            List<Expr> given = new ArrayList<>(args);
            given.addAll(dots);
            return second ? entries(1, given) : List.of(along(given));
          });
    }

    private List<Expr> entries(int directions, List<Expr> given) {
      List<Expr> entries = new ArrayList<>();
      for (int i : of.wrt()) {
        DerivativeForm form = new DerivativeForm(directions, Optional.of(i), true);
        entries.add(derivative(form, of.params().get(i).type(), given));
      }
      return entries;
    }

    private Expr along(List<Expr> given) {
      return derivative(new DerivativeForm(1, Optional.empty(), true), of.result(), given);
    }

    private Expr derivative(DerivativeForm form, Type type, List<Expr> given) {
      Var target = method.frame.declare(name, Exprs.defaultValue(type));
      emit(target, method.callees.derived(of, form, method.sources.span(call)), given);
      return target.read();
    }

    private void emit(Var target, FunctionId function, List<Expr> given) {
      Stmt emitted = new Stmt.Call(List.of(target), function, given, method.sources.span(call));
      method.frame.emit(emitted);
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
