package io.cotangent.processor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random trees of numbers, emitted and compiled, against their evaluation by hand, bit for bit. */
class RandomExpressionTest {
  private static final Type[] TYPES = {Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE};
  private static final int COUNT = 400;

  private final Random random = new Random(20261121);
  private final Var i = new Var("i", Type.INT);
  private final Var n = new Var("n", Type.LONG);
  private final Var f = new Var("f", Type.FLOAT);
  private final Var x = new Var("x", Type.DOUBLE);
  private final Map<Var, Number> values = Map.of(i, 7, n, -3000000000L, f, 0.1f, x, -1.7);

  @Test
  void compiledTextIsTheTree() throws Exception {
    StringBuilder source = new StringBuilder("package demo;\npublic class Trees {\n");
    List<Number> expected = new ArrayList<>();
    for (int k = 0; k < COUNT; k++) {
      Type type = TYPES[random.nextInt(TYPES.length)];
      Expr tree = tree(type, 5);
      expected.add(evaluate(tree));
      source.append(method("f" + k, tree).replace("private static", "public static"));
    }
    Class<?> type =
        Compilations.compile(Map.of("demo/Trees.java", source.append("}\n").toString()))
            .loadClass("demo.Trees");
    for (int k = 0; k < COUNT; k++) {
      Object got =
          type.getMethod("f" + k, int.class, long.class, float.class, double.class)
              .invoke(null, values.get(i), values.get(n), values.get(f), values.get(x));
      assertEquals(expected.get(k), got, "f" + k + " in\n" + source);
    }
  }

  private String method(String name, Expr tree) {
    Var result = new Var("r", tree.type());
    Function function =
        Ir.function(name, List.of(i, n, f, x), List.of(result), new Stmt.Declare(result, tree));
    Set<FunctionId> none = Set.of();
    FunctionTable table =
        new FunctionTable(
            List.of(function),
            none,
            new Names(Set.of(), Set.of()),
            new Names(Set.of(), Set.of()),
            new Names(Set.of(), Set.of()));
    return new FunctionEmitter(table, RunTime.TAPE, List.of())
        .emit(table.get(function.id()))
        .toString();
  }

  private Expr tree(Type type, int depth) {
    int choice = depth == 0 ? random.nextInt(2) : random.nextInt(9);
    switch (choice) {
      case 0:
        return constant(type);
      case 1:
        return values.keySet().stream().filter(v -> v.type() == type).findFirst().get().read();
      case 2:
        return new Expr.Apply(Operator.NEG, List.of(tree(type, depth - 1)), type);
      case 3:
        Type from = TYPES[random.nextInt(TYPES.length)];
        return new Expr.Cast(type, tree(from, depth - 1));
      case 4:
        Type compared = TYPES[random.nextInt(TYPES.length)];
        Expr test =
            new Expr.Apply(
                random.nextBoolean() ? Operator.LT : Operator.GE,
                List.of(tree(compared, depth - 1), tree(compared, depth - 1)),
                Type.BOOLEAN);
        return new Expr.Conditional(test, tree(type, depth - 1), tree(type, depth - 1));
      default:
        Operator[] ops =
            type.isFloating()
                ? new Operator[] {Operator.ADD, Operator.SUB, Operator.MUL, Operator.DIV}
                : new Operator[] {Operator.ADD, Operator.SUB, Operator.MUL, Operator.BIT_XOR};
        Operator op = ops[random.nextInt(ops.length)];
        return new Expr.Apply(op, List.of(tree(type, depth - 1), tree(type, depth - 1)), type);
    }
  }

  private Expr constant(Type type) {
    int value = random.nextInt(9) - 4;
    Number number =
        switch ((Type.Primitive) type) {
          case INT -> (Number) value;
          case LONG -> (Number) (long) value;
          case FLOAT -> (Number) (value / 3.0f);
          default -> (Number) (value / 7.0);
        };
    return new Expr.Const(number, type);
  }

  private Number evaluate(Expr expr) {
    if (expr instanceof Expr.Const constant) {
      return (Number) constant.value();
    } else if (expr instanceof Expr.Read read) {
      return values.get(read.var());
    } else if (expr instanceof Expr.Cast cast) {
      return convert(evaluate(cast.operand()), cast.type());
    } else if (expr instanceof Expr.Conditional choice) {
      Expr.Apply test = (Expr.Apply) choice.test();
      boolean less = less(evaluate(test.args().get(0)), evaluate(test.args().get(1)), test.op());
      return evaluate(less ? choice.then() : choice.otherwise());
    }
    Expr.Apply apply = (Expr.Apply) expr;
    Number a = evaluate(apply.args().get(0));
    Number b = apply.args().size() > 1 ? evaluate(apply.args().get(1)) : null;
    Operator op = (Operator) apply.op();
    return switch ((Type.Primitive) apply.type()) {
      case INT -> (Number) (int) whole(op, a.intValue(), b == null ? 0 : b.intValue());
      case LONG -> (Number) whole(op, a.longValue(), b == null ? 0 : b.longValue());
      case FLOAT -> (Number) single(op, a.floatValue(), b == null ? 0 : b.floatValue());
      default -> (Number) twice(op, a.doubleValue(), b == null ? 0 : b.doubleValue());
    };
  }

  private static boolean less(Number a, Number b, Object op) {
    if (a instanceof Double || a instanceof Float) {
      double left = a.doubleValue();
      double right = b.doubleValue();
      return op == Operator.LT ? left < right : left >= right;
    }
    return op == Operator.LT ? a.longValue() < b.longValue() : a.longValue() >= b.longValue();
  }

  private static Number convert(Number value, Type type) {
    return switch ((Type.Primitive) type) {
      case INT -> (Number) value.intValue();
      case LONG -> (Number) value.longValue();
      case FLOAT -> (Number) value.floatValue();
      default -> (Number) value.doubleValue();
    };
  }

  private static long whole(Operator op, long a, long b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case NEG -> -a;
      default -> a ^ b;
    };
  }

  private static float single(Operator op, float a, float b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case NEG -> -a;
      default -> a / b;
    };
  }

  private static double twice(Operator op, double a, double b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case NEG -> -a;
      default -> a / b;
    };
  }
}
