package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.add;
import static io.cotangent.processor.backend.Ir.apply;
import static io.cotangent.processor.backend.Ir.assign;
import static io.cotangent.processor.backend.Ir.at;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.down;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.grow;
import static io.cotangent.processor.backend.Ir.integer;
import static io.cotangent.processor.backend.Ir.num;
import static io.cotangent.processor.backend.Ir.number;
import static io.cotangent.processor.backend.Ir.store;
import static io.cotangent.processor.backend.Ir.times;
import static io.cotangent.processor.backend.Ir.up;
import static io.cotangent.processor.backend.Ir.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Functions as Java text. */
class FunctionEmitterTest {
  private static final ClassName WORKSPACE = ClassName.get("", "Workspace");

  /** The last function as a method; taped are those whose names begin with {@code taped}. */
  static String method(Function... functions) {
    Set<FunctionId> taped =
        Arrays.stream(functions)
            .map(Function::id)
            .filter(id -> id.key().startsWith("taped"))
            .collect(Collectors.toSet());
    FunctionTable table =
        new FunctionTable(
            List.of(functions), taped, names(), new Names(Set.of(), Set.of()), names());
    return new FunctionEmitter(table, WORKSPACE, List.of())
        .emit(table.get(functions[functions.length - 1].id()))
        .toString();
  }

  private static Names names() {
    return new Names(Set.of(), Set.of());
  }

  private static Stmt mark(String line) {
    return new Stmt.Mark(Span.NONE, line);
  }

  @Test
  void updatesAreShort() {
    Var x = number("x");
    Var xs = vector("xs");
    Var i = integer("i");
    assertEquals(
        """
        private static double f(double x, double[] xs, int i) {
          x += x * x;
          x = 2.0 + x;
          xs[i] -= x;
          i++;
          i += 2;
          x += i;
          return x;
        }
        """,
        method(
                function(
                    "f",
                    List.of(x, xs, i),
                    List.of(x),
                    grow(x, times(x.read(), x.read())),
                    assign(x, add(num(2.0), x.read())),
                    store(xs, i, Ir.sub(at(xs, i), x.read())),
                    grow(i, num(1)),
                    grow(i, num(2)),
                    grow(x, new Expr.Cast(Type.DOUBLE, i.read())),
                    new Stmt.Assert(new Expr.Const(true, Type.BOOLEAN), null)))
            .replace("  assert true;\n", "")
            .replace("    ", "  "));
  }

  @Test
  void loopsAndBranches() {
    Var xs = vector("xs");
    Var s = number("s");
    Var first = integer("i");
    Var second = integer("i");
    Expr positive = apply(Operator.GT, s.read(), num(0.0));
    Expr large = apply(Operator.GT, s.read(), num(9.0));
    Stmt inner = new Stmt.If(large, Block.of(assign(s, num(9.0))), Block.of(assign(s, num(1.0))));
    assertEquals(
        """
        private static double f(double[] xs) {
          double s = 0.0;
          for (int i = 0; i < xs.length; i++) {
            s += xs[i];
          }
          for (int i = xs.length - 1; i >= 0; i--) {
            s *= xs[i];
          }
          if (!(s > 0.0)) {
            s = 2.0;
          }
          if (s > 0.0) {
            s = 3.0;
          } else if (s > 9.0) {
            s = 9.0;
          } else {
            s = 1.0;
          }
          while (s > 9.0) {
            s /= 2.0;
          }
          return s;
        }
        """,
        method(
            function(
                "f",
                List.of(xs),
                List.of(s),
                declare(s, num(0.0)),
                up(first, xs, grow(s, at(xs, first))),
                down(second, xs, assign(s, times(s.read(), at(xs, second)))),
                new Stmt.If(positive, Block.EMPTY, Block.of(assign(s, num(2.0)))),
                new Stmt.If(positive, Block.of(assign(s, num(3.0))), Block.of(inner)),
                new Stmt.While(large, Block.of(assign(s, Ir.over(s.read(), num(2.0))))))));
  }

  @Test
  void commentsStandOncePerGroup() {
    Var x = number("x");
    Var y = number("y");
    assertEquals(
        """
        private static double f(double x) {
          // y = x * x;
          double y = x;
          y *= x;
          // return \\ u000a;
          return y;
        }
        """,
        method(
            function(
                "f",
                List.of(x),
                List.of(y),
                mark("nothing comes of this"),
                mark("  y = x * x;"),
                declare(y, x.read()),
                mark("y = x * x;"),
                assign(y, times(y.read(), x.read())),
                mark("return \\u000a;"),
                assign(y, y.read()))));
  }

  @Test
  void namesAreLegalAndUniqueInTheirScope() {
    Var x = number("x");
    Var other = number("x");
    Var third = number("x");
    Var loop = number("class");
    Var taken = number("x2");
    Var result = number("r");
    assertEquals(
        """
        private static double f(double x) {
          double x3 = x;
          double x2 = x3;
          if (x > 0.0) {
            double x4 = 1.0;
            double class_ = x4;
          }
          return x2;
        }
        """,
        method(
            function(
                "f",
                List.of(x),
                List.of(result),
                declare(other, x.read()),
                declare(taken, other.read()),
                new Stmt.If(
                    apply(Operator.GT, x.read(), num(0.0)),
                    Block.of(declare(third, num(1.0)), declare(loop, third.read())),
                    Block.EMPTY),
                declare(result, taken.read()))));
  }

  @Test
  void aVariableDoesNotHideAClass() {
    Var math = number("Math");
    Var ws = number("ws");
    Var r = number("r");
    assertEquals(
        """
        private static double tapedF(double Math2, double ws, Workspace ws2) {
          ws2.tape.push(ws);
          return java.lang.Math.sin(Math2);
        }
        """,
        method(
            function(
                "tapedF",
                List.of(math, ws),
                List.of(r),
                Ir.push(ws.read()),
                declare(r, Ir.math("sin", math.read())))));
  }

  @Test
  void nothingIsWrittenWhereNothingIsReached() {
    Var x = number("x");
    Expr problem =
        new Expr.Invoke(
            Expr.Invocation.CONSTRUCTOR,
            "java.lang.IllegalStateException",
            "<init>",
            List.of(),
            new Type.Ref("java.lang.IllegalStateException"),
            Span.NONE);
    Stmt toss = new Stmt.Throw(problem);
    Expr positive = apply(Operator.GT, x.read(), num(0.0));
    assertEquals(
        """
        private static double f(double x) {
          if (x > 0.0) {
            throw new java.lang.IllegalStateException();
          } else {
            throw new java.lang.IllegalStateException();
          }
        }
        """,
        method(
            function(
                "f",
                List.of(x),
                List.of(x),
                new Stmt.If(positive, Block.of(toss), Block.of(toss, assign(x, num(1.0)))),
                assign(x, num(2.0)))));
  }
}
