package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.MATRIX;
import static io.cotangent.processor.backend.Ir.VECTOR;
import static io.cotangent.processor.backend.Ir.add;
import static io.cotangent.processor.backend.Ir.apply;
import static io.cotangent.processor.backend.Ir.at;
import static io.cotangent.processor.backend.Ir.integer;
import static io.cotangent.processor.backend.Ir.math;
import static io.cotangent.processor.backend.Ir.neg;
import static io.cotangent.processor.backend.Ir.num;
import static io.cotangent.processor.backend.Ir.number;
import static io.cotangent.processor.backend.Ir.over;
import static io.cotangent.processor.backend.Ir.pop;
import static io.cotangent.processor.backend.Ir.sub;
import static io.cotangent.processor.backend.Ir.times;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expressions as Java text. */
class ExpressionEmitterTest {
  private final Names names = new Names(Set.of(), Set.of());
  private final Var a = declared(number("a"));
  private final Var b = declared(number("b"));
  private final Var c = declared(number("c"));
  private final Var i = declared(integer("i"));
  private final Var j = declared(integer("j"));
  private final Var xs = declared(Ir.vector("xs"));
  private final Var flag = declared(new Var("flag", Type.BOOLEAN));

  private Var declared(Var var) {
    names.declare(var);
    return var;
  }

  private void emits(String expected, Expr expr) {
    emits(expected, expr, null);
  }

  private void emits(String expected, Expr expr, @Nullable String workspace) {
    CodeBlock code = new ExpressionEmitter(names, workspace).emit(expr);
    String method = MethodSpec.methodBuilder("f").addStatement("$L", code).build().toString();
    assertEquals("void f() {\n  " + expected + ";\n}\n", method);
  }

  private static Expr cast(Type type, Expr operand) {
    return new Expr.Cast(type, operand);
  }

  private static Expr constant(Object value, Type type) {
    return new Expr.Const(value, type);
  }

  @Test
  void parenthesesFollowTheTreeAndNeverReassociate() {
    emits("a - (b - c)", sub(a.read(), sub(b.read(), c.read())));
    emits("a - b - c", sub(sub(a.read(), b.read()), c.read()));
    emits("a + (b + c)", add(a.read(), add(b.read(), c.read())));
    emits("a / (b * c)", over(a.read(), times(b.read(), c.read())));
    emits("a * (b / c)", times(a.read(), over(b.read(), c.read())));
    emits("a * b / c", over(times(a.read(), b.read()), c.read()));
    emits("(a + b) * c", times(add(a.read(), b.read()), c.read()));
    emits("a + b * c", add(a.read(), times(b.read(), c.read())));
    emits("-(a + b)", neg(add(a.read(), b.read())));
    emits("-a * b", times(neg(a.read()), b.read()));
    emits("-(-a)", neg(neg(a.read())));
    emits("-(-3.0)", neg(num(-3.0)));
    emits("a - -b", sub(a.read(), neg(b.read())));
  }

  @Test
  void conditionsBindLoosely() {
    Expr less = apply(Operator.LT, a.read(), b.read());
    Expr choice = new Expr.Conditional(less, a.read(), b.read());
    emits("a < b ? a : b", choice);
    emits("(a < b ? a : b) * c", times(choice, c.read()));
    emits("a < b ? a : a < b ? a : b", new Expr.Conditional(less, a.read(), choice));
    emits("a < b ? (a < b ? a : b) : c", new Expr.Conditional(less, choice, c.read()));
    Expr not = new Expr.Apply(Operator.NOT, List.of(less), Type.BOOLEAN);
    emits("!(a < b)", not);
    Expr and = new Expr.Apply(Operator.AND, List.of(flag.read(), not), Type.BOOLEAN);
    emits("flag && !(a < b)", and);
    emits(
        "flag && !(a < b) || flag",
        new Expr.Apply(Operator.OR, List.of(and, flag.read()), Type.BOOLEAN));
    emits("a == b", apply(Operator.EQ, a.read(), b.read()));
  }

  @Test
  void guardedProductsAreCalls() {
    emits("io.cotangent.runtime.Guards.times(a, b + c)", guarded(Operator.GUARDED_TIMES));
    emits("io.cotangent.runtime.Guards.over(a, b + c)", guarded(Operator.GUARDED_DIVIDE));
    emits(
        "c + io.cotangent.runtime.Guards.times(a, b + c)",
        add(c.read(), guarded(Operator.GUARDED_TIMES)));
    Var f = declared(new Var("f", Type.FLOAT));
    Expr product = new Expr.Apply(Operator.GUARDED_TIMES, List.of(f.read(), f.read()), Type.FLOAT);
    emits("io.cotangent.runtime.Guards.times(f, f)", product);
  }

  private Expr guarded(Operator op) {
    return new Expr.Apply(op, List.of(a.read(), add(b.read(), c.read())), Type.DOUBLE);
  }

  @Test
  void castsThatJavaMakesItselfAreLeftOut() {
    Expr wide = cast(Type.DOUBLE, i.read());
    emits("a * i", times(a.read(), wide));
    emits("i * a", times(wide, a.read()));
    emits("a + (i + j)", add(a.read(), cast(Type.DOUBLE, apply(Operator.ADD, i.read(), j.read()))));
    emits("(double) i / j", over(wide, cast(Type.DOUBLE, j.read())));
    emits("a < i", apply(Operator.LT, a.read(), wide));
    emits("(int) a + j", apply(Operator.ADD, cast(Type.INT, a.read()), j.read()));
    emits("(int) (a + b)", cast(Type.INT, add(a.read(), b.read())));
    emits("a", cast(Type.DOUBLE, a.read()));
    Var ch = declared(new Var("ch", Type.Primitive.CHAR));
    emits("ch + ch", apply(Operator.ADD, cast(Type.INT, ch.read()), cast(Type.INT, ch.read())));
    emits("java.lang.Math.abs((double) i)", math("abs", wide));
  }

  @Test
  void literalsAreExact() {
    emits("-0.0", num(-0.0));
    emits("1.0E-5", num(1e-5));
    emits("java.lang.Double.NaN", num(Double.NaN));
    emits("java.lang.Double.NEGATIVE_INFINITY", num(Double.NEGATIVE_INFINITY));
    emits("2.5f", constant(2.5f, Type.FLOAT));
    emits("3L", constant(3L, Type.LONG));
    emits("-2147483648", num(Integer.MIN_VALUE));
    emits("(byte) -3", constant((byte) -3, Type.Primitive.BYTE));
    emits("'\\''", constant('\'', Type.Primitive.CHAR));
    emits("\"a\\\"b\\n\\u00e9\"", constant("a\"b\n\u00e9", Type.STRING));
    emits("true", constant(true, Type.BOOLEAN));
    emits("null", new Expr.Const(null, Type.STRING));
    emits("a - -1.0", sub(a.read(), num(-1.0)));
  }

  @Test
  void arraysAndCallsArePrimaries() {
    emits("xs[i + j]", new Expr.Load(xs.read(), apply(Operator.ADD, i.read(), j.read())));
    emits("xs.length", Ir.length(xs));
    Expr either = new Expr.Conditional(flag.read(), xs.read(), xs.read());
    emits("(flag ? xs : xs)[0]", new Expr.Load(either, num(0)));
    emits("xs.clone()", new Expr.CloneArray(xs.read()));
    emits("new double[i][]", new Expr.NewArray(MATRIX, List.of(i.read())));
    emits("new double[i][j]", new Expr.NewArray(MATRIX, List.of(i.read(), j.read())));
    emits(
        "(new double[i])[0]", new Expr.Load(new Expr.NewArray(VECTOR, List.of(i.read())), num(0)));
    emits("java.lang.Math.pow(a, xs[i])", math("pow", a.read(), at(xs, i)));
    Expr call =
        new Expr.Invoke(
            Expr.Invocation.VIRTUAL,
            "java.lang.String",
            "substring",
            List.of(constant("abc", Type.STRING), num(1)),
            Type.STRING,
            Span.NONE);
    emits("\"abc\".substring(1)", call);
  }

  @Test
  void tapedFunctionsTakeArraysFromTheWorkspace() {
    emits("ws.arrays.doubles(i)", new Expr.NewArray(VECTOR, List.of(i.read())), "ws");
    emits("ws.arrays.doubles(i, j)", new Expr.NewArray(MATRIX, List.of(i.read(), j.read())), "ws");
    emits(
        "ws.arrays.nested(double[][].class, i)",
        new Expr.NewArray(MATRIX, List.of(i.read())),
        "ws");
    emits("ws.arrays.copy(xs)", new Expr.CloneArray(xs.read()), "ws");
    emits("ws.tape.popDouble()", pop(Type.DOUBLE), "ws");
    emits("(byte) ws.tape.popInt()", pop(Type.Primitive.BYTE), "ws");
    emits("(double[]) ws.tape.popObject()", pop(VECTOR), "ws");
  }
}
