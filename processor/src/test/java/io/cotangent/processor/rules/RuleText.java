package io.cotangent.processor.rules;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows of the rule table as a person writes them: {@code a * b}, {@code cos(x)}, {@code 1 / b}. */
final class RuleText {
  private static final int ATOM = 100;
  private static final List<List<String>> NAMES =
      List.of(List.of(), List.of("x"), List.of("a", "b"), List.of("a", "b", "c"));

  private RuleText() {}

  /** The operation applied to its arguments' names. */
  static String operation(Rule rule) {
    List<Expr> args = arguments(rule);
    if (rule.op() instanceof MathOp op) {
      String owner = op.owner().substring(op.owner().lastIndexOf('.') + 1);
      return owner.equals("StrictMath") ? "Math." + call(op, args) : owner + "." + call(op, args);
    }
    Operator op = (Operator) rule.op();
    return switch (op) {
      case GUARDED_TIMES -> "a == 0 ? 0 : a * b";
      case GUARDED_DIVIDE -> "a == 0 ? 0 : a / b";
      case NEG -> "-x";
      default -> "a " + op.symbol() + " b";
    };
  }

  /** The derivative by each argument. */
  static List<String> partials(Rule rule) {
    List<String> texts = new ArrayList<>();
    List<Expr> args = arguments(rule);
    Expr result = new Var("result", rule.result()).read();
    for (int i = 0; i < args.size(); i++) {
      Optional<Partial> partial = rule.partials().get(i);
      texts.add(partial.map(p -> text(p, args, result)).orElse("0"));
    }
    return texts;
  }

  private static List<Expr> arguments(Rule rule) {
    List<String> names = NAMES.get(rule.params().size());
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      args.add(new Var(names.get(i), rule.params().get(i)).read());
    }
    return args;
  }

  private static String text(Partial partial, List<Expr> args, Expr result) {
    Expr formula = partial.formula().of(args, result);
    String text =
        switch (partial.form()) {
          case PLAIN -> "1";
          case TIMES, ZERO_WHERE -> atLeast(formula, partial.negative() ? 15 : 0);
          case DIVIDED_BY -> "1 / " + atLeast(formula, 14);
        };
    return (partial.negative() ? "-" : "") + text;
  }

  private static String atLeast(Expr e, int precedence) {
    return precedence(e) < precedence ? "(" + text(e) + ")" : text(e);
  }

  private static int precedence(Expr e) {
    if (e instanceof Expr.Conditional) {
      return 3;
    } else if (e instanceof Expr.Apply apply && apply.op() instanceof Operator op) {
      return op.precedence();
    }
    return e instanceof Expr.Cast c ? precedence(c.operand()) : ATOM;
  }

  private static String text(Expr e) {
    if (e instanceof Expr.Const constant) {
      return number((Number) constant.value());
    } else if (e instanceof Expr.Read read) {
      return read.var().name();
    } else if (e instanceof Expr.Cast cast) {
      return text(cast.operand());
    } else if (e instanceof Expr.Conditional choice) {
      return atLeast(choice.test(), 4)
          + " ? "
          + atLeast(choice.then(), 4)
          + " : "
          + text(choice.otherwise());
    }
    Expr.Apply apply = (Expr.Apply) e;
    return apply.op() instanceof MathOp op
        ? call(op, apply.args())
        : operator((Operator) apply.op(), apply.args());
  }

  private static String operator(Operator op, List<Expr> args) {
    if (op == Operator.NEG) {
      return "-" + atLeast(args.get(0), 15);
    } else if (op == Operator.GUARDED_DIVIDE || op == Operator.GUARDED_TIMES) {
      String symbol = op == Operator.GUARDED_TIMES ? " * " : " / ";
      return atLeast(args.get(0), 13) + symbol + atLeast(args.get(1), 14);
    }
    int precedence = op.precedence();
    return atLeast(args.get(0), precedence)
        + " "
        + op.symbol()
        + " "
        + atLeast(args.get(1), precedence + 1);
  }

  private static String call(MathOp op, List<Expr> args) {
    return op.name()
        + "("
        + args.stream().map(RuleText::text).collect(Collectors.joining(", "))
        + ")";
  }

  /** Constants that have a name are written by it. */
  private static String number(Number value) {
    double number = value.doubleValue();
    if (number == Math.PI / 180) {
      return "π / 180";
    } else if (number == 180 / Math.PI) {
      return "180 / π";
    } else if (number == Math.log(10)) {
      return "log(10)";
    } else if (number == 2 / Math.sqrt(Math.PI)) {
      return "2 / √π";
    }
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** The types for which a row stands. */
  static String types(Rule rule) {
    return rule.params().stream().map(Type::toString).collect(Collectors.joining(", "));
  }
}
