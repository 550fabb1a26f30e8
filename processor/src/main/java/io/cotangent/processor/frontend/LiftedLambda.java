package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtTypeAccess;

/**
 * Lowers a lambda or method reference to a function of its parameters and of the numbers, arrays
 * and opaque objects that it captures. Objects that are taken apart are put together again in it.
 */
final class LiftedLambda {
  private final MethodLowering method;
  private final CtExpression<?> source;
  private final boolean fills;
  private final MethodLowering inner;
  private final List<Var> params = new ArrayList<>();
  private final List<Expr> captured = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> copied = new HashMap<>();
  private final @Nullable Var out;

  /**
   * Lowers a function.
   *
   * @param source the lambda or method reference
   * @param result the type of what it returns; of what it writes to its last parameter, if it
   *     {@code fills} that
   */
  LiftedLambda(MethodLowering method, CtExpression<?> source, Type result, boolean fills) {
    this.method = method;
    this.source = source;
    this.fills = fills;
    Var around = method.self == null ? null : new Var("self", method.self.type());
    inner = method.within(around, fills ? null : new Var("result", result));
    out = fills ? new Var("out", result) : null;
  }

  /** What it captures, in the order of the parameters that stand for it. */
  List<Expr> captured() {
    return captured;
  }

  /**
   * The function, and what class it gets; empty if something is in the way, which is told.
   *
   * @param own names and types of its own parameters
   */
  Optional<Lifted> lift(List<Var> own) {
    List<Var> given = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      given.add(parameter(nameOf(i, own.get(i).name()), own.get(i).type()));
    }
    Map<String, Expr> held = held();
    Block body =
        inner.frame.block(
            () -> {
              results(given);
              held.forEach((name, value) -> bind(name, rebuilt(name, value)));
              run(given, held);
            });
    inner.frame.problems().forEach(method.frame::problem);
    if (!inner.frame.problems().isEmpty()) {
      return Optional.empty();
    }
    Var result = out == null ? inner.result : out;
    String name = method.callees.nextLifted();
    Function function =
        new Function(
            new FunctionId(name + "#function"),
            "function",
            params,
            List.of(Objects.requireNonNull(result)),
            body);
    List<Integer> wrt =
        IntStream.range(0, params.size())
            .filter(i -> params.get(i).type().carriesDerivative())
            .boxed()
            .toList();
    Lifted lifted =
        new Lifted(
            name,
            function.id(),
            wrt,
            fills ? 1 : Math.min(2, method.callees.order()),
            copied,
            false,
            method.sources.span(source));
    method.callees.lifted(
        new Lowered(function, List.of(), new Original(name, "function", false, true)), lifted);
    return Optional.of(lifted);
  }

  private String nameOf(int i, String other) {
    return source instanceof CtLambda<?> lambda
        ? lambda.getParameters().get(i).getSimpleName()
        : other;
  }

  /** The variable of a result, and the array that is filled. */
  private void results(List<Var> given) {
    Var result = inner.result;
    if (result != null) {
      inner.frame.emit(new Stmt.Declare(result, Exprs.defaultValue(result.type())));
    }
    if (out != null) {
      Var state = given.stream().filter(v -> v.type().isArray()).findFirst().orElseThrow();
      inner.frame.emit(
          new Stmt.Declare(
              out,
              new Expr.NewArray((Type.Array) out.type(), List.of(new Expr.Length(state.read())))));
    }
  }

  private void run(List<Var> given, Map<String, Expr> held) {
    if (source instanceof CtLambda<?> lambda) {
      for (int i = 0; i < given.size(); i++) {
        inner.frame.bind(lambda.getParameters().get(i).getSimpleName(), given.get(i));
      }
      if (out != null) {
        inner.frame.bind(lambda.getParameters().get(given.size()).getSimpleName(), out);
      }
      if (lambda.getExpression() != null) {
        inner.statements.resultOf(lambda.getExpression());
      } else {
        inner.statements.all(lambda.getBody().getStatements());
      }
      return;
    }
    List<Expr> args = new ArrayList<>();
    held.keySet()
        .forEach(name -> args.add(Objects.requireNonNull(inner.frame.lookup(name)).read()));
    given.forEach(v -> args.add(v.read()));
    if (out != null) {
      args.add(out.read());
    }
    new ReferenceLowering(inner)
        .run((CtExecutableReferenceExpression<?, ?>) source, args)
        .ifPresent(this::give);
  }

  private void give(Expr value) {
    if (inner.result != null) {
      Expr converted = inner.conversions.to(inner.result.type(), value, source);
      inner.frame.emit(new Stmt.Assign(inner.result, converted));
    } else {
      inner.calls.discard(value);
    }
  }

  /** What the function captures, by name. */
  private Map<String, Expr> held() {
    if (source instanceof CtLambda<?> lambda) {
      return method.lambdas.captured(lambda);
    }
    Map<String, Expr> held = new LinkedHashMap<>();
    CtExecutableReferenceExpression<?, ?> reference =
        (CtExecutableReferenceExpression<?, ?>) source;
    if (!(reference.getTarget() instanceof CtTypeAccess<?>)) {
      Expr receiver = method.expressions.value(reference.getTarget());
      held.put("receiver", method.frame.spill(receiver, "receiver"));
    }
    return held;
  }

  private void bind(String name, Expr value) {
    Var self = inner.self;
    Var local = name.equals("self") && self != null ? self : new Var(name, value.type());
    inner.frame.emit(new Stmt.Declare(local, value));
    inner.frame.bind(name, local);
  }

  private Var parameter(String stem, Type type) {
    String name = stem;
    for (int i = 2; !names.add(name); i++) {
      name = stem + i;
    }
    Var param = new Var(name, type);
    params.add(param);
    return param;
  }

  /** The captured value inside of the function. */
  private Expr rebuilt(String name, Expr value) {
    Optional<ClassShape> shape = shape(value.type());
    if (shape.isEmpty()) {
      if (value.type().isArray() && shape(value.type().leaf()).isPresent()) {
        refuse(name);
      }
      if (!fills && value.type().leaf() == Type.FLOAT) {
        inner.frame.problem(ProblemKind.FUNCTION_FLOAT, source, name);
      }
      captured.add(value);
      return parameter(name, value.type()).read();
    }
    if (!isPlain(shape.get())) {
      refuse(name);
      return Exprs.defaultValue(value.type());
    }
    Map<String, Expr> parts = new LinkedHashMap<>();
    for (ClassShape.Field field : shape.get().fields()) {
      String part =
          name + Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
      parts.put(field.name(), rebuilt(part, new Expr.Field(value, field.name(), field.type())));
    }
    copied.merge(shape.get().source(), parts.size(), Integer::sum);
    Var object = inner.objects.created(shape.get());
    parts.forEach((field, part) -> inner.frame.emit(new Stmt.Put(object.read(), field, part)));
    return object.read();
  }

  private Optional<ClassShape> shape(Type type) {
    return Optional.ofNullable(method.shapes.all().get(type.toString()));
  }

  /** Whether an object of this type is one of just this class, and holds all that it has itself. */
  private boolean isPlain(ClassShape shape) {
    return !shape.isAbstract()
        && shape.parent().isEmpty()
        && (shape.kind() == ClassShape.Kind.RECORD || isAlone(shape));
  }

  private boolean isAlone(ClassShape shape) {
    return shape.fields().stream().noneMatch(field -> field.name().equals(Shapes.OUTER))
        && method.sources.types().stream()
            .map(type -> method.shapes.of(type.getReference()))
            .flatMap(Optional::stream)
            .noneMatch(
                each ->
                    !each.name().equals(shape.name())
                        && method.shapes.isSubtype(each.name(), shape.name()));
  }

  private void refuse(String name) {
    inner.frame.problem(ProblemKind.FUNCTION_CAPTURES, source, name);
  }
}
