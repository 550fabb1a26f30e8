package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtExecutableReference;

/**
 * Lowers what is done with the constants of enums whose source is known: they stay as they are, and
 * their number chooses what runs.
 */
final class EnumLowering {
  private final MethodLowering method;
  private final Frame frame;

  EnumLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** A call of a method of an enum; empty for others, and for those that may run as they are. */
  Optional<Expr> invocation(CtInvocation<?> call, List<Type> params) {
    CtExecutableReference<?> callee = call.getExecutable();
    Optional<CtMethod<?>> declared = declared(callee);
    boolean passes =
        method.sources.accessible(callee, method.packageName)
            && !Types.of(call.getType()).carriesDerivative()
            && params.stream().noneMatch(Type::carriesDerivative)
            && !method.shapes.mayHold(call.getType())
            && callee.getParameters().stream().noneMatch(method.shapes::mayHold);
    if (declared.isEmpty() || passes) {
      return Optional.empty();
    }
    boolean fixed = call.getTarget() instanceof CtSuperAccess;
    Var self = method.self;
    List<Supplier<Expr>> parts = new ArrayList<>();
    parts.add(
        () -> fixed && self != null ? self.read() : method.expressions.value(call.getTarget()));
    parts.addAll(new Arguments(method).packed(call.getArguments(), params));
    List<Expr> args = frame.inOrder(parts);
    return Optional.of(call(declared.get(), fixed, args, Types.of(call.getType()), call));
  }

  /** The method of an enum that a reference means. */
  Optional<CtMethod<?>> declared(CtExecutableReference<?> callee) {
    CtExecutable<?> source = callee.isStatic() ? null : method.sources.source(callee).orElse(null);
    return source instanceof CtMethod<?> found && enumOf(found.getParent(CtType.class)) != null
        ? Optional.of(found)
        : Optional.empty();
  }

  private static @Nullable CtEnum<?> enumOf(@Nullable CtType<?> type) {
    if (type instanceof CtEnum<?> found) {
      return found;
    }
    return type != null && LocalClasses.ofConstant(type) instanceof CtEnum<?> around
        ? around
        : null;
  }

  /** A call of a method of an enum on the constant that comes first among the arguments. */
  Expr call(CtMethod<?> declared, boolean fixed, List<Expr> args, Type wanted, CtElement at) {
    Type type = Types.of(declared.getType());
    List<Var> targets = new ArrayList<>();
    if (type != Type.VOID) {
      targets.add(frame.declare(declared.getSimpleName(), Exprs.defaultValue(type)));
    }
    Map<Integer, CtMethod<?>> bodies = fixed ? Map.of() : bodies(declared);
    Supplier<Block> otherwise = null;
    if (declared.getBody() != null) {
      otherwise = () -> body(declared, args, targets, at);
    }
    if (bodies.isEmpty() && otherwise != null) {
      if (!fixed && !isSelf(args.get(0))) {
        frame.emit(new Stmt.Eval(ordinal(args.get(0), at)));
      }
      frame.emitAll(otherwise.get());
    } else {
      Map<Integer, Supplier<Block>> all = new TreeMap<>();
      bodies.forEach((number, body) -> all.put(number, () -> body(body, args, targets, at)));
      choose(args.get(0), all, otherwise, at);
    }
    return targets.isEmpty()
        ? Exprs.defaultValue(Type.VOID)
        : ObjectLowering.converted(targets.get(0).read(), wanted);
  }

  private boolean isSelf(Expr receiver) {
    return method.self != null && receiver.equals(method.self.read());
  }

  /** What constants run that have a method of their own, by their numbers. */
  private static Map<Integer, CtMethod<?>> bodies(CtMethod<?> declared) {
    Map<Integer, CtMethod<?>> bodies = new TreeMap<>();
    CtEnum<?> of = enumOf(declared.getParent(CtType.class));
    if (of == null || declared.isPrivate() || declared.isFinal()) {
      return bodies;
    }
    List<Type> params = Types.of(declared.getParameters().stream().map(p -> p.getType()).toList());
    for (int i = 0; i < of.getEnumValues().size(); i++) {
      CtType<?> body = LocalClasses.body(of.getEnumValues().get(i));
      for (CtMethod<?> each : body == null ? List.<CtMethod<?>>of() : body.getMethods()) {
        if (each.getSimpleName().equals(declared.getSimpleName())
            && Types.of(each.getParameters().stream().map(p -> p.getType()).toList())
                .equals(params)) {
          bodies.put(i, each);
        }
      }
    }
    return bodies;
  }

  private Block body(CtMethod<?> body, List<Expr> args, List<Var> targets, CtElement at) {
    return frame.block(
        () -> {
          List<Var> values = new ArrayList<>();
          if (!targets.isEmpty()) {
            Type type = Types.of(body.getType());
            values.add(frame.declare("value", Exprs.defaultValue(type)));
          }
          frame.emit(
              new Stmt.Call(values, method.callees.direct(body), args, method.sources.span(at)));
          if (!targets.isEmpty()) {
            Expr value = ObjectLowering.converted(values.get(0).read(), targets.get(0).type());
            frame.emit(new Stmt.Assign(targets.get(0), value));
          }
        });
  }

  /** Runs one of the choices, by the constant's number. */
  private void choose(
      Expr receiver,
      Map<Integer, Supplier<Block>> choices,
      @Nullable Supplier<Block> otherwise,
      CtElement at) {
    Var number = frame.declare("ordinal", ordinal(receiver, at));
    Block chosen = otherwise == null ? null : otherwise.get();
    List<Integer> numbers = new ArrayList<>(choices.keySet());
    for (int i = numbers.size() - 1; i >= 0; i--) {
      int each = numbers.get(i);
      Block then = java.util.Objects.requireNonNull(choices.get(each)).get();
      Expr test = Exprs.test(Operator.EQ, number.read(), Exprs.constant(each));
      chosen = chosen == null ? then : Block.of(new Stmt.If(test, then, chosen));
    }
    if (chosen != null) {
      frame.emitAll(chosen);
    }
  }

  private Expr.Invoke ordinal(Expr receiver, CtElement at) {
    return new Expr.Invoke(
        Expr.Invocation.VIRTUAL,
        "java.lang.Enum",
        "ordinal",
        List.of(receiver),
        Type.INT,
        method.sources.span(at));
  }

  /**
   * A final field of an enum's constant that the generated class can't read, or whose function it
   * would not know: what the constants are made with, if that can be made anew.
   */
  Optional<Expr> field(CtFieldRead<?> read) {
    Optional<EnumValues> values = EnumValues.of(read.getVariable().getFieldDeclaration());
    boolean readable =
        method.sources.accessible(read.getVariable(), method.packageName)
            && !method.shapes.mayHold(read.getType());
    if (values.isEmpty() || readable) {
      return Optional.empty();
    }
    Type type = Types.of(read.getVariable().getFieldDeclaration().getType());
    Expr receiver = method.expressions.value(read.getTarget());
    Var held = frame.declare(read.getVariable().getSimpleName(), Exprs.defaultValue(type));
    Map<Integer, Supplier<Block>> all = new TreeMap<>();
    for (int i = 0; i < values.get().values().size(); i++) {
      var value = values.get().values().get(i);
      all.put(
          i,
          () ->
              frame.block(
                  () -> frame.emit(new Stmt.Assign(held, method.expressions.value(value, type)))));
    }
    choose(receiver, all, null, read);
    return Optional.of(ObjectLowering.converted(held.read(), Types.of(read.getType())));
  }
}
