package io.cotangent.processor.rules;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of pure expressions of numbers, computed as Java does. */
final class ExprValues {
  private final Map<Var, Number> values;

  ExprValues(Map<Var, Number> values) {
    this.values = values;
  }

  Number of(Expr expr) {
    if (expr instanceof Expr.Const constant) {
      return (Number) constant.value();
    } else if (expr instanceof Expr.Read read) {
      return values.get(read.var());
    } else if (expr instanceof Expr.Cast cast) {
      return number(of(cast.operand()).doubleValue(), cast.type());
    } else if (expr instanceof Expr.Conditional choice) {
      return of(test(choice.test()) ? choice.then() : choice.otherwise());
    }
    Expr.Apply apply = (Expr.Apply) expr;
    List<Type> types = apply.args().stream().map(Expr::type).toList();
    return apply(apply.op(), types, apply.type(), apply.args().stream().map(this::of).toList());
  }

  private boolean test(Expr expr) {
    Expr.Apply apply = (Expr.Apply) expr;
    double a = of(apply.args().get(0)).doubleValue();
    double b = of(apply.args().get(1)).doubleValue();
    return switch ((Operator) apply.op()) {
      case EQ -> a == b;
      case LT -> a < b;
      case GT -> a > b;
      default -> throw new IllegalArgumentException("no test " + apply.op());
    };
  }

  /** The operation's value; its arguments have the types that are given. */
  static Number apply(Op op, List<Type> types, Type result, List<Number> args) {
    if (op instanceof MathOp method) {
      return call(method(method, types).orElseThrow(), args);
    }
    Operator operator = (Operator) op;
    double a = args.get(0).doubleValue();
    double b = args.size() > 1 ? args.get(1).doubleValue() : 0;
    // Sums, products and quotients of floats are the doubles' ones, rounded once more.
    return number(
        switch (operator) {
          case ADD -> a + b;
          case SUB -> a - b;
          case MUL -> a * b;
          case DIV -> a / b;
          case REM -> a % b;
          case NEG -> -a;
          case GUARDED_TIMES -> a == 0 ? 0 : a * b;
          case GUARDED_DIVIDE -> a == 0 ? 0 : a / b;
          default -> throw new IllegalArgumentException("no value of " + op);
        },
        result);
  }

  /** The library's method, if this JDK has it. */
  static Optional<Method> method(MathOp op, List<Type> types) {
    Class<?>[] parameters = types.stream().map(ExprValues::type).toArray(Class<?>[]::new);
    try {
      return Optional.of(Class.forName(op.owner()).getMethod(op.name(), parameters));
    } catch (NoSuchMethodException missing) {
      return Optional.empty();
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Number call(Method method, List<Number> args) {
    try {
      return (Number) method.invoke(null, args.toArray());
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new AssertionError(method + " of " + args, thrown);
    } catch (IllegalAccessException failed) {
      throw new AssertionError(method + " of " + args, failed);
    }
  }

  private static Class<?> type(Type type) {
    return switch ((Type.Primitive) type) {
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
      default -> throw new IllegalArgumentException("no class for " + type);
    };
  }

  static Number number(double value, Type type) {
    return switch ((Type.Primitive) type) {
      case INT -> (Number) (int) value;
      case LONG -> (Number) (long) value;
      case FLOAT -> (Number) (float) value;
      case DOUBLE -> (Number) value;
      default -> throw new IllegalArgumentException("no number of type " + type);
    };
  }
}
