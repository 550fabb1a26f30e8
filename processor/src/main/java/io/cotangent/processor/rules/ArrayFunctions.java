package io.cotangent.processor.rules;

import static io.cotangent.processor.rules.Terms.SPECIAL;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * Functions of {@code SpecialMath} on arrays, as IR: the value is the library's own, the derivative
 * that of a plain formula which takes the value as its shift, {@code log Σ exp(xᵢ - v)} and {@code
 * exp(xᵢ - v) / Σ}, so that derivatives of any order come out and nothing overflows.
 */
public final class ArrayFunctions {
  private static final Type.Array VECTOR = Type.arrayOf(Type.DOUBLE);
  private static final MathOp STRAIGHT = new MathOp("io.cotangent.Cotangent", "straightThrough");

  private ArrayFunctions() {}

  /** The function that stands for this call, if there is one. */
  public static Optional<Function> of(Expr.Invoke call) {
    if (!call.owner().equals(SPECIAL)) {
      return Optional.empty();
    }
    return switch (call.name()) {
      case "logSumExp" -> Optional.of(logSumExp());
      case "softmax" -> Optional.of(softmax());
      default -> Optional.empty();
    };
  }

  private static Function logSumExp() {
    Var x = new Var("x", VECTOR);
    Var value = new Var("value", Type.DOUBLE);
    Var sum = new Var("sum", Type.DOUBLE);
    Var result = new Var("result", Type.DOUBLE);
    Var i = new Var("i", Type.INT);
    Var j = new Var("j", Type.INT);
    Expr element = new Expr.Load(x.read(), j.read());
    Block same =
        Block.of(new Stmt.Assign(sum, Exprs.apply(Operator.ADD, Type.DOUBLE, sum.read(), element)));
    Block finite =
        Block.of(
            over(i, x, accumulate(sum, shifted(x, i, value))),
            new Stmt.Assign(
                result, through(value.read(), Terms.call("java.lang.Math", "log", sum.read()))));
    Block infinite =
        Block.of(
            over(
                j,
                x,
                new Stmt.If(
                    Exprs.apply(Operator.EQ, Type.BOOLEAN, element, value.read()),
                    same,
                    Block.EMPTY)),
            new Stmt.Assign(result, through(value.read(), sum.read())));
    Block body =
        Block.of(
            new Stmt.Declare(result, Exprs.defaultValue(Type.DOUBLE)),
            new Stmt.Declare(value, library("logSumExp", Type.DOUBLE, x)),
            new Stmt.Declare(sum, Exprs.defaultValue(Type.DOUBLE)),
            new Stmt.If(isFinite(value), finite, infinite));
    return function("logSumExp", x, result, body);
  }

  private static Function softmax() {
    Var x = new Var("x", VECTOR);
    Var value = new Var("value", Type.DOUBLE);
    Var shares = new Var("shares", VECTOR);
    Var sum = new Var("sum", Type.DOUBLE);
    Var result = new Var("result", VECTOR);
    Var i = new Var("i", Type.INT);
    Var j = new Var("j", Type.INT);
    Var k = new Var("k", Type.INT);
    Expr length = new Expr.Length(x.read());
    Expr share = new Expr.Load(shares.read(), j.read());
    Expr quotient = Exprs.apply(Operator.DIV, Type.DOUBLE, shifted(x, j, value), sum.read());
    Block finite =
        Block.of(
            over(i, x, accumulate(sum, shifted(x, i, value))),
            over(j, x, new Stmt.Store(result.read(), j.read(), through(share, quotient))));
    Block infinite =
        Block.of(
            over(
                k,
                x,
                new Stmt.Store(result.read(), k.read(), new Expr.Load(shares.read(), k.read()))));
    Block body =
        Block.of(
            new Stmt.Declare(value, library("logSumExp", Type.DOUBLE, x)),
            new Stmt.Declare(shares, library("softmax", VECTOR, x)),
            new Stmt.Declare(result, new Expr.NewArray(VECTOR, List.of(length))),
            new Stmt.Declare(sum, Exprs.defaultValue(Type.DOUBLE)),
            new Stmt.If(isFinite(value), finite, infinite));
    return function("softmax", x, result, body);
  }

  private static Function function(String name, Var x, Var result, Block body) {
    FunctionId id = new FunctionId(SPECIAL + "#" + name + "(double[])");
    return new Function(id, name, List.of(x), List.of(result), body);
  }

  private static Expr library(String name, Type type, Var x) {
    return new Expr.Invoke(
        Expr.Invocation.STATIC, SPECIAL, name, List.of(x.read()), type, Span.NONE);
  }

  private static Expr isFinite(Var value) {
    Expr size = Terms.call("java.lang.Math", "abs", value.read());
    Expr infinity = Arithmetic.constant(Double.POSITIVE_INFINITY, Type.DOUBLE);
    return Exprs.apply(Operator.LT, Type.BOOLEAN, size, infinity);
  }

  private static Expr shifted(Var x, Var index, Var value) {
    Expr element = new Expr.Load(x.read(), index.read());
    Expr difference = Exprs.apply(Operator.SUB, Type.DOUBLE, element, value.read());
    return Terms.call("java.lang.Math", "exp", difference);
  }

  private static Expr through(Expr value, Expr derivative) {
    return Exprs.apply(STRAIGHT, Type.DOUBLE, value, derivative);
  }

  private static Stmt accumulate(Var sum, Expr term) {
    return new Stmt.Assign(sum, Exprs.apply(Operator.ADD, Type.DOUBLE, sum.read(), term));
  }

  private static Stmt over(Var index, Var array, Stmt body) {
    return new Stmt.Counted(
        index, Exprs.constant(0), Operator.LT, new Expr.Length(array.read()), 1, Block.of(body));
  }
}
