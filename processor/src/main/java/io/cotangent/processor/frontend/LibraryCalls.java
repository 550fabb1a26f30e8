package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.reference.CtTypeReference;

/**
 * Writes as loops what the Java library does with arrays that carry derivatives: {@code
 * System.arraycopy}, {@code Arrays.fill}, {@code Arrays.copyOf} and {@code Arrays.copyOfRange};
 * also {@code Objects.requireNonNull}.
 */
final class LibraryCalls {
  private static final String ILLEGAL_ARGUMENT = "java.lang.IllegalArgumentException";
  private static final String OUT_OF_BOUNDS = "java.lang.ArrayIndexOutOfBoundsException";

  private final MethodLowering method;
  private final Frame frame;
  private final Arguments arguments;

  LibraryCalls(MethodLowering method, Arguments arguments) {
    this.method = method;
    this.frame = method.frame;
    this.arguments = arguments;
  }

  /** The call written out; empty if it is none of these. */
  Optional<Expr> lower(CtInvocation<?> call, String owner, List<Type> params) {
    String name = call.getExecutable().getSimpleName();
    if (owner.equals("java.util.Objects") && name.equals("requireNonNull")) {
      return requireNonNull(call, params);
    }
    boolean copy = owner.equals("java.lang.System") && name.equals("arraycopy");
    boolean arrays =
        owner.equals("java.util.Arrays") && List.of("fill", "copyOf", "copyOfRange").contains(name);
    if (!(copy || arrays) || !carriesDerivative(call)) {
      return Optional.empty();
    }
    List<Expr> args = copy ? evaluated(call) : evaluated(call, params);
    return Optional.of(copy ? arraycopy(call, args) : arrays(call, args));
  }

  private Expr arrays(CtInvocation<?> call, List<Expr> args) {
    return switch (call.getExecutable().getSimpleName()) {
      case "fill" -> fill(args);
      case "copyOf" -> copyOf(call, args);
      default -> copyOfRange(call, args);
    };
  }

  private boolean carriesDerivative(CtInvocation<?> call) {
    return call.getArguments().stream()
        .filter(FieldLowering::isArray)
        .anyMatch(arg -> carriesDerivative(arg.getType()));
  }

  private boolean carriesDerivative(CtTypeReference<?> array) {
    Type type = Types.of(array);
    return type.carriesDerivative()
        || type.leaf().equals(Types.OBJECT)
        || method.shapes.mayHold(array);
  }

  private Optional<Expr> requireNonNull(CtInvocation<?> call, List<Type> params) {
    boolean message = params.size() == 2 && params.get(1).equals(Type.STRING);
    if (params.size() != 1 && !message) {
      return Optional.empty();
    }
    List<Supplier<Expr>> parts = new ArrayList<>();
    call.getArguments().forEach(arg -> parts.add(() -> method.expressions.value(arg)));
    List<Expr> args = frame.inOrder(parts);
    if (args.get(0).type() instanceof Type.Primitive) {
      return Optional.of(args.get(0));
    }
    Expr value = frame.spill(args.get(0), Expressions.nameFor(args.get(0)));
    failIf(
        call,
        Exprs.test(Operator.EQ, value, new Expr.Const(null, value.type())),
        "java.lang.NullPointerException",
        args.subList(1, args.size()));
    return Optional.of(value);
  }

  private List<Expr> evaluated(CtInvocation<?> call) {
    List<Supplier<Expr>> parts = new ArrayList<>();
    call.getArguments().forEach(arg -> parts.add(() -> promoted(method.expressions.value(arg))));
    return held(frame.inOrder(parts));
  }

  private static Expr promoted(Expr value) {
    return Constants.cast(Types.promoted(value.type()), value);
  }

  private List<Expr> evaluated(CtInvocation<?> call, List<Type> params) {
    Type array = Types.of(call.getArguments().get(0).getType());
    List<Type> types = new ArrayList<>(params);
    types.set(0, array);
    return held(frame.inOrder(arguments.packed(call.getArguments(), types)));
  }

  private List<Expr> held(List<Expr> values) {
    return values.stream()
        .map(
            value ->
                value instanceof Expr.Read ? value : frame.spill(value, Expressions.nameFor(value)))
        .toList();
  }

  private Expr arraycopy(CtInvocation<?> call, List<Expr> args) {
    Expr from = args.get(0);
    Expr to = args.get(2);
    if (!from.type().equals(to.type())) {
      frame.problem(ProblemKind.ARRAY_COPY, call, "System.arraycopy");
      return Exprs.defaultValue(Type.VOID);
    }
    Expr start = args.get(1);
    Expr target = args.get(3);
    Expr count = args.get(4);
    Expr fromLength = frame.declare("length", new Expr.Length(from)).read();
    Expr toLength = frame.declare("length", new Expr.Length(to)).read();
    Expr bad =
        any(
            negative(start),
            negative(target),
            negative(count),
            Exprs.test(Operator.GT, start, Exprs.minus(fromLength, count)),
            Exprs.test(Operator.GT, target, Exprs.minus(toLength, count)));
    failIf(call, bad, OUT_OF_BOUNDS, List.of());
    Function<Var, Block> body =
        index ->
            Block.of(
                new Stmt.Store(
                    to,
                    Exprs.plus(target, index.read()),
                    new Expr.Load(from, Exprs.plus(start, index.read()))));
    Stmt forwards = forwards(Exprs.constant(0), count, body);
    frame.emit(
        start.equals(target)
            ? forwards
            : new Stmt.If(
                Exprs.test(Operator.LT, start, target),
                Block.of(backwards(count, body)),
                Block.of(forwards)));
    return Exprs.defaultValue(Type.VOID);
  }

  private Expr fill(List<Expr> args) {
    Expr array = args.get(0);
    Expr value = args.get(args.size() - 1);
    boolean range = args.size() == 4;
    Expr from = range ? args.get(1) : Exprs.constant(0);
    Expr to = range ? args.get(2) : new Expr.Length(array);
    if (range) {
      Expr length = new Expr.Length(array);
      checkRange(from, to, length);
    }
    frame.emit(forwards(from, to, index -> Block.of(new Stmt.Store(array, index.read(), value))));
    return Exprs.defaultValue(Type.VOID);
  }

  private void checkRange(Expr from, Expr to, Expr length) {
    Var size = frame.declare("length", length);
    failIf(
        Exprs.test(Operator.GT, from, to),
        ILLEGAL_ARGUMENT,
        text("fromIndex(", from, ") > toIndex(", to, ")"));
    failIf(any(negative(from), Exprs.test(Operator.GT, to, size.read())), OUT_OF_BOUNDS);
  }

  private Expr copyOf(CtInvocation<?> call, List<Expr> args) {
    Expr array = args.get(0);
    Expr length = args.get(1);
    failAsLibrary(call, any(isNull(array), negative(length)), args);
    Var copy = frame.declare("copy", new Expr.NewArray((Type.Array) array.type(), List.of(length)));
    return copied(array, Exprs.constant(0), length, copy);
  }

  private Expr copyOfRange(CtInvocation<?> call, List<Expr> args) {
    Expr array = args.get(0);
    Expr from = args.get(1);
    Expr to = args.get(2);
    Expr bad =
        any(
            isNull(array),
            negative(from),
            Exprs.test(Operator.LT, to, from),
            Exprs.test(Operator.GT, from, new Expr.Length(array)));
    failAsLibrary(call, bad, args);
    Expr length = frame.declare("count", Exprs.minus(to, from)).read();
    Var copy = frame.declare("copy", new Expr.NewArray((Type.Array) array.type(), List.of(length)));
    return copied(array, from, length, copy);
  }

  /** Lets the library itself throw what it throws, where it throws. */
  private void failAsLibrary(CtInvocation<?> call, Expr bad, List<Expr> args) {
    if (!args.get(0).type().carriesDerivative()) {
      failOnObjects(args);
      return;
    }
    Expr.Invoke original =
        new Expr.Invoke(
            Invocation.STATIC,
            "java.util.Arrays",
            call.getExecutable().getSimpleName(),
            args,
            args.get(0).type(),
            method.sources.span(call));
    frame.emit(new Stmt.If(bad, Block.of(new Stmt.Eval(original)), Block.EMPTY));
  }

  /** The library can't be given an array of objects that are taken apart. */
  private void failOnObjects(List<Expr> args) {
    Expr length = frame.declare("length", new Expr.Length(args.get(0))).read();
    if (args.size() == 3) {
      Expr from = args.get(1);
      Expr to = args.get(2);
      failIf(Exprs.test(Operator.LT, to, from), ILLEGAL_ARGUMENT, text("", from, " > ", to, ""));
      failIf(any(negative(from), Exprs.test(Operator.GT, from, length)), OUT_OF_BOUNDS);
    }
  }

  private static Expr isNull(Expr array) {
    return Exprs.test(Operator.EQ, array, new Expr.Const(null, array.type()));
  }

  private Expr copied(Expr array, Expr from, Expr length, Var copy) {
    Expr rest = frame.declare("rest", Exprs.minus(new Expr.Length(array), from)).read();
    Expr count = new Expr.Conditional(Exprs.test(Operator.LT, rest, length), rest, length);
    frame.emit(
        forwards(
            Exprs.constant(0),
            frame.declare("count", count).read(),
            index ->
                Block.of(
                    new Stmt.Store(
                        copy.read(),
                        index.read(),
                        new Expr.Load(array, Exprs.plus(from, index.read()))))));
    return copy.read();
  }

  private static Stmt forwards(Expr from, Expr to, Function<Var, Block> body) {
    Var index = new Var("index", Type.INT);
    return new Stmt.Counted(index, from, Operator.LT, to, 1, body.apply(index));
  }

  private static Stmt backwards(Expr count, Function<Var, Block> body) {
    Var index = new Var("index", Type.INT);
    Expr last = Exprs.minus(count, Exprs.constant(1));
    return new Stmt.Counted(index, last, Operator.GE, Exprs.constant(0), -1, body.apply(index));
  }

  private static Expr negative(Expr value) {
    return Exprs.test(Operator.LT, value, Exprs.constant(0));
  }

  private static Expr any(Expr first, Expr... more) {
    Expr all = first;
    for (Expr each : more) {
      all = Exprs.test(Operator.OR, all, each);
    }
    return all;
  }

  private static Expr text(String before, Expr a, String between, Expr b, String after) {
    Expr text = Exprs.constant(before);
    for (Expr part : List.of(a, Exprs.constant(between), b, Exprs.constant(after))) {
      text = Exprs.apply(Operator.CONCAT, Type.STRING, text, part);
    }
    return text;
  }

  private void failIf(Expr test, String exception, Expr... args) {
    frame.emit(failure(test, exception, List.of(args), Span.NONE));
  }

  private void failIf(CtInvocation<?> call, Expr test, String exception, List<Expr> args) {
    frame.emit(failure(test, exception, args, method.sources.span(call)));
  }

  private static Stmt failure(Expr test, String exception, List<Expr> args, Span span) {
    Expr.Invoke created =
        new Expr.Invoke(
            Invocation.CONSTRUCTOR, exception, "<init>", args, new Type.Ref(exception), span);
    return new Stmt.If(test, Block.of(new Stmt.Throw(created)), Block.EMPTY);
  }
}
