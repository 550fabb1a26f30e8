package io.cotangent.processor.batch;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expressions of the IR as OpenCL C, fully parenthesised. */
final class CExpressions {
  private final CNames names;
  private final DeviceProblems problems;

  CExpressions(CNames names, DeviceProblems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** The expression's text. */
  String emit(Expr e) {
    if (e instanceof Expr.Const constant) {
      return constant(constant);
    } else if (e instanceof Expr.Read read) {
      return CTypes.of(read.type()).isPresent()
          ? names.of(read.var())
          : problems.value(read.type());
    } else if (e instanceof Expr.Apply apply) {
      return apply(apply.op(), apply.args(), apply.type());
    } else if (e instanceof Expr.Cast cast) {
      return cast(cast.operand(), cast.type());
    } else if (e instanceof Expr.Conditional c) {
      return "(" + emit(c.test()) + " ? " + emit(c.then()) + " : " + emit(c.otherwise()) + ")";
    } else if (e instanceof Expr.Load load) {
      return of(load.array().type(), "get")
          .map(get -> get + "(" + emit(load.array()) + ", " + emit(load.index()) + ", it)")
          .orElseGet(() -> problems.add("an array of type " + load.array().type()));
    } else if (e instanceof Expr.Length length) {
      return emit(length.array()) + ".length";
    }
    return creating(e);
  }

  private String creating(Expr e) {
    if (e instanceof Expr.NewArray array && array.dimensions().size() == 1) {
      return array(array.type(), "new", emit(array.dimensions().get(0)));
    } else if (e instanceof Expr.CloneArray clone) {
      return array(clone.type(), "clone", emit(clone.array()));
    } else if (e instanceof Expr.Pop pop) {
      return pop(pop.type());
    } else if (e instanceof Expr.Invoke invoke) {
      return invoke(invoke);
    } else if (e instanceof Expr.NewArray array) {
      return problems.add("an array of type " + array.type());
    } else if (e instanceof Expr.Field field) {
      return problems.add("a field ('" + field.name() + "')");
    } else if (e instanceof Expr.StaticField field) {
      return problems.add("a static field ('" + field.name() + "')");
    }
    return problems.add("an object");
  }

  private String array(Type type, String function, String argument) {
    return of(type, function)
        .map(f -> f + "(" + argument + ", it)")
        .orElseGet(() -> problems.add("an array of type " + type));
  }

  /** The helper of this name for arrays of the type. */
  static Optional<String> of(Type array, String function) {
    return array instanceof Type.Array a && a.rank() == 1
        ? CTypes.letter(a.element()).map(letter -> function + "_" + letter)
        : Optional.empty();
  }

  private String pop(Type type) {
    if (type.isArray()) {
      return of(type, "pop_array")
          .map(f -> f + "(it)")
          .orElseGet(() -> problems.add("an array of type " + type));
    }
    return type instanceof Type.Primitive
        ? "pop_" + COperations.letter(type) + "(it)"
        : problems.value(type);
  }

  private String invoke(Expr.Invoke invoke) {
    boolean trees = invoke.owner().equals("io.cotangent.runtime.Trees");
    if (trees && (invoke.name().equals("zerosLike") || invoke.name().equals("copy"))) {
      String argument = emit(invoke.args().get(0));
      return invoke.name().equals("copy")
          ? array(invoke.type(), "clone", argument)
          : array(invoke.type(), "new", argument + ".length");
    }
    return problems.add("the call of '" + invoke.name() + "'", invoke.span());
  }

  private String apply(Op op, List<Expr> args, Type type) {
    if (op instanceof MathOp math) {
      Type argument = args.get(0).type();
      return COperations.function(math, argument)
          .map(function -> function + "(" + list(args) + ")")
          .or(() -> COperations.checked(math, args, type).map(f -> f + "(" + list(args) + ", it)"))
          .orElseGet(() -> problems.add("the call of '" + math.name() + "'"));
    }
    Operator operator = (Operator) op;
    if (args.stream().anyMatch(arg -> !(arg.type() instanceof Type.Primitive))) {
      return problems.addTest(operator.symbol());
    }
    Optional<String> function = COperations.function(operator, type);
    if (function.isPresent()) {
      boolean checked =
          (operator == Operator.DIV || operator == Operator.REM) && !type.isFloating();
      return function.get() + "(" + list(args) + (checked ? ", it)" : ")");
    }
    if (args.size() == 1) {
      return "(" + operator.symbol() + emit(args.get(0)) + ")";
    }
    return "(" + emit(args.get(0)) + " " + operator.symbol() + " " + emit(args.get(1)) + ")";
  }

  private String list(List<Expr> args) {
    return args.stream().map(this::emit).collect(Collectors.joining(", "));
  }

  /** Arguments of a call. */
  List<String> arguments(List<Expr> args) {
    return new ArrayList<>(args.stream().map(this::emit).toList());
  }

  private String cast(Expr operand, Type type) {
    String text = emit(operand);
    if (!(type instanceof Type.Primitive primitive)
        || !(operand.type() instanceof Type.Primitive)) {
      return operand.type().equals(type) ? text : problems.add("a cast to " + type);
    }
    boolean floating = operand.type().isFloating();
    String whole =
        floating ? "to_int_" + COperations.letter(operand.type()) + "(" + text + ")" : text;
    return switch (primitive) {
      case DOUBLE -> "((double) " + text + ")";
      case FLOAT -> "((float) " + text + ")";
      case LONG ->
          floating
              ? "to_long_" + COperations.letter(operand.type()) + "(" + text + ")"
              : "((long) " + text + ")";
      case BYTE -> "((int) (char) " + whole + ")";
      case SHORT -> "((int) (short) " + whole + ")";
      case CHAR -> "((int) (ushort) " + whole + ")";
      default -> floating ? whole : "((int) " + text + ")";
    };
  }

  private String constant(Expr.Const constant) {
    Object value = constant.value();
    if (value == null && constant.type().isArray()) {
      return of(constant.type(), "none")
          .map(none -> none + "()")
          .orElseGet(() -> problems.add("an array of type " + constant.type()));
    } else if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    } else if (value instanceof Character c) {
      return Integer.toString(c);
    } else if (value instanceof Number number) {
      return number(number, constant.type());
    }
    return problems.value(constant.type());
  }

  private static String number(Number value, Type type) {
    if (type.isFloating()) {
      return floating(value.doubleValue(), type);
    } else if (type == Type.LONG) {
      return value.longValue() == Long.MIN_VALUE
          ? "(-9223372036854775807L - 1)"
          : parenthesised(value.longValue() + "L");
    }
    return value.intValue() == Integer.MIN_VALUE
        ? "(-2147483647 - 1)"
        : parenthesised(Integer.toString(value.intValue()));
  }

  private static String floating(double value, Type type) {
    if (Double.isNaN(value)) {
      return "((" + type + ") NAN)";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "((" + type + ") INFINITY)" : "((" + type + ") -INFINITY)";
    }
    return parenthesised(
        type == Type.FLOAT ? Float.toString((float) value) + "f" : Double.toString(value));
  }

  private static String parenthesised(String number) {
    return number.startsWith("-") ? "(" + number + ")" : number;
  }
}
