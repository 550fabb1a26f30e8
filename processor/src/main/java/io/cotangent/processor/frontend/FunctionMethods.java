package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spoon.reflect.declaration.CtExecutable;

/** The methods of a function object that is taken apart, each written when it is called. */
final class FunctionMethods {
  private static final Type ARRAY = Type.arrayOf(Type.DOUBLE);

  private final MethodLowering around;
  private final Composed of;
  private final CtExecutable<?> primal;
  private final ClassShape shape;
  private final Span span;

  FunctionMethods(
      MethodLowering around, Composed of, CtExecutable<?> primal, ClassShape shape, Span span) {
    this.around = around;
    this.of = of;
    this.primal = primal;
    this.shape = shape;
    this.span = span;
  }

  /** The method of this name, unless the interface's own does. */
  Optional<Lowered> write(String name) {
    boolean second = name.equals("hvp") || name.equals("hessian");
    if (second && !around.sources.has(of.owner(), name)) {
      return Optional.empty();
    }
    Type result =
        switch (name) {
          case "dimension", "order" -> Type.INT;
          case "value", "jvp" -> of.result().isArray() ? ARRAY : Type.DOUBLE;
          case "valueAndGradient" -> Type.DOUBLE;
          case "vjp", "hvp" -> ARRAY;
          default -> Type.arrayOf(ARRAY);
        };
    return Optional.of(new Body(name, new Var("result", result)).lowered());
  }

  private final class Body {
    private final String name;
    private final Var result;
    private final Var self = new Var("function", new Type.Ref(shape.name()));
    private final MethodLowering method;
    private final List<Var> params = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Body(String name, Var result) {
      this.name = name;
      this.result = result;
      this.method = around.within(null, result);
      params.add(self);
    }

    Lowered lowered() {
      Block body =
          method.frame.block(
              () -> {
                method.frame.emit(new Stmt.Declare(result, Exprs.defaultValue(result.type())));
                method.frame.emit(new Stmt.Assign(result, value()));
              });
      problems.addAll(method.frame.problems());
      Function function =
          new Function(
              new FunctionId(shape.name() + "#" + name), name, params, List.of(result), body);
      return new Lowered(function, problems, new Original(shape.name(), name, false, false));
    }

    private Expr value() {
      if (name.equals("dimension")) {
        return dimension();
      } else if (name.equals("order")) {
        return Exprs.constant(around.sources.has(of.owner(), "hvp") ? 2 : 1);
      }
      Composed asked = name.equals("vjp") ? of.summed() : of;
      DerivedCalls calls = new DerivedCalls(method, asked, name, span);
      Var point = param("point", ARRAY);
      Optional<Var> direction =
          name.equals("jvp") || name.equals("hvp")
              ? Optional.of(param("direction", ARRAY))
              : Optional.empty();
      Optional<Var> grad =
          name.equals("valueAndGradient") ? Optional.of(param("grad", ARRAY)) : Optional.empty();
      grad.ifPresent(g -> require("grad", g));
      require("x", point);
      List<Expr> args = at(point);
      direction.ifPresent(d -> args.addAll(parts(d, "Dot")));
      return switch (name) {
        case "value" -> flat(List.of(calls.value(primal, args)));
        case "jvp" -> flat(List.of(calls.along(args)));
        case "hvp" -> all(calls.entries(1, args));
        case "vjp" -> {
          args.add(seed(args));
          yield all(calls.entries(0, args));
        }
        case "valueAndGradient" -> {
          Expr value = calls.value(primal, args);
          Expr gradient = all(calls.entries(0, args));
          ArrayLoops.fill(grad.orElseThrow().read(), 0).forEach(method.frame::emit);
          ArrayLoops.add(grad.orElseThrow().read(), gradient).forEach(method.frame::emit);
          yield value;
        }
        default -> matrix(calls, args);
      };
    }

    private Var param(String name, Type type) {
      Var param = new Var(name, type);
      params.add(param);
      return param;
    }

    private Expr field(int i) {
      Var param = of.params().get(i);
      return new Expr.Field(self.read(), param.name(), param.type());
    }

    private Expr dimension() {
      return new Flatten(method.frame).size(of.wrt().stream().map(this::field).toList()).read();
    }

    /** Throws where an array has another length than the function's dimension. */
    private void require(String name, Var flat) {
      Var dimension = method.frame.declare("dimension", dimension());
      Expr length = new Expr.Length(flat.read());
      Stmt wrong =
          new Stmt.Throw(
              Arithmetic.support(
                  "Exceptions",
                  "wrongLength",
                  new Type.Ref("java.lang.RuntimeException"),
                  Exprs.constant(name),
                  dimension.read(),
                  length));
      method.frame.emit(
          new Stmt.If(
              Exprs.test(Operator.NE, length, dimension.read()), Block.of(wrong), Block.EMPTY));
    }

    /** The method's arguments where its point is this one. */
    private List<Expr> at(Var point) {
      List<Expr> moved = parts(point, "");
      List<Expr> args = new ArrayList<>();
      for (int i = 0; i < of.params().size(); i++) {
        int at = of.wrt().indexOf(i);
        args.add(at >= 0 ? moved.get(at) : bound(i));
      }
      return args;
    }

    private Expr bound(int i) {
      return method.frame.declare(of.params().get(i).name(), field(i)).read();
    }

    /** The entries of a flat array, each part in its parameter's shape. */
    private List<Expr> parts(Var flat, String suffix) {
      if (suffix.equals("Dot")) {
        require("direction", flat);
      }
      List<Stmt> out = new ArrayList<>();
      Unflatten unflatten = new Unflatten(flat, Optional.empty(), out);
      List<Expr> parts = new ArrayList<>();
      for (int i : of.wrt()) {
        Var like = new Var(of.params().get(i).name() + "Shape", of.params().get(i).type());
        out.add(new Stmt.Declare(like, field(i)));
        parts.add(unflatten.like(like, of.params().get(i).name() + suffix).read());
      }
      out.forEach(method.frame::emit);
      return parts;
    }

    /** The cotangent, in the shape of the method's result. */
    private Expr seed(List<Expr> args) {
      Var cotangent = param("cotangent", of.result().isArray() ? ARRAY : Type.DOUBLE);
      if (!of.result().isArray() || of.result().equals(ARRAY)) {
        return cotangent.read();
      }
      DerivedCalls calls = new DerivedCalls(method, of, name, span);
      Var like = method.frame.declare("value", calls.value(primal, args));
      List<Stmt> out = new ArrayList<>();
      Expr seed = new Unflatten(cotangent, Optional.empty(), out).like(like, "valueBar").read();
      out.forEach(method.frame::emit);
      return seed;
    }

    private Expr matrix(DerivedCalls calls, List<Expr> args) {
      String called = name.equals("hessian") || !of.result().isArray() ? name : "";
      if (!DerivedCalls.isMatrix(called, of)) {
        problems.add(Problem.of(ProblemKind.NO_DERIVATIVE, span, name));
        return Exprs.defaultValue(result.type());
      }
      return calls.matrix(called, args);
    }

    private Expr flat(List<Expr> values) {
      return values.get(0).type().isArray() ? all(values) : values.get(0);
    }

    private Expr all(List<Expr> values) {
      return new Flatten(method.frame).all(values).read();
    }
  }
}
