package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Expressions of a loop over items as vectors: numbers as they are, tests as masks. */
final class VectorExpressions {
  static final ClassName VECTOR = ClassName.get("jdk.incubator.vector", "DoubleVector");
  static final ClassName MASK = ClassName.get("jdk.incubator.vector", "VectorMask");
  static final ClassName OPERATORS = ClassName.get("jdk.incubator.vector", "VectorOperators");

  private static final Set<String> MATHS = Set.of("java.lang.Math", "java.lang.StrictMath");
  private static final Set<String> OWN = Set.of("abs", "sqrt", "max", "min");
  private static final Set<String> LANEWISE =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "expm1",
          "log", "log10", "log1p", "cbrt", "atan2", "hypot");
  private final Names names;
  private final ExpressionEmitter scalars;
  private final Var lane;
  private final Set<Var> vectors;

  /** The helpers that were asked for. */
  final Set<String> helpers = new TreeSet<>();

  /**
   * Emits expressions of one loop.
   *
   * @param lane the loop's index
   * @param vectors the variables that are vectors or masks
   */
  VectorExpressions(Names names, Var lane, Set<Var> vectors) {
    this.names = names;
    this.lane = lane;
    this.vectors = vectors;
    scalars = new ExpressionEmitter(names, null);
  }

  /** Says that a loop can't be written with vectors. */
  static final class NoVector extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoVector() {
      super("", null, false, false);
    }
  }

  /** Whether the value differs from item to item. */
  boolean differs(Expr e) {
    if (e instanceof Expr.Read read) {
      return read.var() == lane || vectors.contains(read.var());
    }
    return Walk.children(e).stream().anyMatch(this::differs);
  }

  /** A value that all items share. */
  CodeBlock scalar(Expr e) {
    return scalars.emit(e);
  }

  /** A vector or a mask. */
  CodeBlock emit(Expr e) {
    if (!differs(e)) {
      if (e.type() == Type.BOOLEAN) {
        return CodeBlock.of("S.maskAll($L)", scalar(e));
      } else if (e.type() == Type.DOUBLE) {
        return CodeBlock.of("$T.broadcast(S, $L)", VECTOR, scalar(e));
      }
      throw new NoVector();
    } else if (e instanceof Expr.Read read && vectors.contains(read.var())) {
      return CodeBlock.of("$N", names.of(read.var()));
    } else if (e instanceof Expr.Load load) {
      return load(load);
    } else if (e instanceof Expr.Conditional c) {
      return conditional(c);
    } else if (e instanceof Expr.Apply apply) {
      return apply.op() instanceof MathOp math ? math(math, apply) : operator(apply);
    } else if (e instanceof Expr.Cast cast && cast.type().equals(cast.operand().type())) {
      return emit(cast.operand());
    }
    throw new NoVector();
  }

  private CodeBlock load(Expr.Load load) {
    if (differs(load.array())) {
      throw new NoVector();
    }
    CodeBlock from =
        CodeBlock.of("fromArray(S, $L, $L)", scalar(load.array()), index(load.index()));
    if (load.type() == Type.DOUBLE) {
      return CodeBlock.of("$T.$L", VECTOR, from);
    } else if (load.type() == Type.BOOLEAN) {
      return CodeBlock.of("$T.$L", MASK, from);
    }
    throw new NoVector();
  }

  /** An index that goes up with the item, one by one. */
  CodeBlock index(Expr index) {
    boolean plain = index instanceof Expr.Read read && read.var() == lane;
    boolean offset =
        index instanceof Expr.Apply sum
            && sum.op() == Operator.ADD
            && !differs(sum.args().get(0))
            && sum.args().get(1) instanceof Expr.Read read
            && read.var() == lane;
    if (!plain && !offset) {
      throw new NoVector();
    }
    return scalar(index);
  }

  private CodeBlock conditional(Expr.Conditional c) {
    if (c.type() != Type.DOUBLE) {
      throw new NoVector();
    } else if (!differs(c.test())) {
      return CodeBlock.of("($L ? $L : $L)", scalar(c.test()), emit(c.then()), emit(c.otherwise()));
    }
    return CodeBlock.of("$L.blend($L, $L)", emit(c.otherwise()), operand(c.then()), emit(c.test()));
  }

  /** A vector, or a number where that does as well. */
  private CodeBlock operand(Expr e) {
    return differs(e) ? emit(e) : scalar(e);
  }

  private CodeBlock operator(Expr.Apply apply) {
    List<Expr> args = apply.args();
    Operator op = (Operator) apply.op();
    Type type = args.get(0).type();
    if (type == Type.BOOLEAN) {
      return switch (op) {
        case AND -> CodeBlock.of("$L.and($L)", emit(args.get(0)), emit(args.get(1)));
        case OR -> CodeBlock.of("$L.or($L)", emit(args.get(0)), emit(args.get(1)));
        case NOT -> CodeBlock.of("$L.not()", emit(args.get(0)));
        default -> throw new NoVector();
      };
    } else if (type != Type.DOUBLE) {
      throw new NoVector();
    }
    return switch (op) {
      case ADD -> commuting("add", args);
      case MUL -> commuting("mul", args);
      case SUB -> method("sub", args);
      case DIV -> method("div", args);
      case NEG -> CodeBlock.of("$L.neg()", emit(args.get(0)));
      case LT, LE, GT, GE, EQ, NE ->
          CodeBlock.of(
              "$L.compare($T.$L, $L)",
              emit(args.get(0)),
              OPERATORS,
              op.name(),
              operand(args.get(1)));
      case GUARDED_TIMES -> guarded("guardedTimes", "mul", args);
      case GUARDED_DIVIDE -> guarded("guardedDivide", "div", args);
      default -> throw new NoVector();
    };
  }

  /** Nothing has to be guarded against ordinary constants. */
  private CodeBlock guarded(String helper, String plain, List<Expr> args) {
    if (args.get(1) instanceof Expr.Const constant
        && constant.value() instanceof Number number
        && Double.isFinite(number.doubleValue())
        && number.doubleValue() != 0) {
      return method(plain, args);
    }
    helpers.add(helper);
    return CodeBlock.of("$L($L, $L)", helper, emit(args.get(0)), emit(args.get(1)));
  }

  /** The bits are the same whichever operand comes first, but those of a NaN. */
  private CodeBlock commuting(String method, List<Expr> args) {
    return differs(args.get(0)) ? method(method, args) : method(method, swapped(args));
  }

  private static List<Expr> swapped(List<Expr> args) {
    return List.of(args.get(1), args.get(0));
  }

  private CodeBlock method(String method, List<Expr> args) {
    return CodeBlock.of("$L.$L($L)", emit(args.get(0)), method, operand(args.get(1)));
  }

  private CodeBlock math(MathOp math, Expr.Apply apply) {
    List<Expr> args = apply.args();
    if (apply.type() != Type.DOUBLE || args.stream().anyMatch(a -> a.type() != Type.DOUBLE)) {
      throw new NoVector();
    } else if (MATHS.contains(math.owner())) {
      if (OWN.contains(math.name())) {
        return args.size() == 1
            ? CodeBlock.of("$L.$L()", emit(args.get(0)), math.name())
            : method(math.name(), args);
      } else if (LANEWISE.contains(math.name()) && math.owner().equals("java.lang.Math")) {
        String constant = math.name().toUpperCase(java.util.Locale.ROOT);
        return args.size() == 1
            ? CodeBlock.of("$L.lanewise($T.$L)", emit(args.get(0)), OPERATORS, constant)
            : CodeBlock.of(
                "$L.lanewise($T.$L, $L)",
                emit(args.get(0)),
                OPERATORS,
                constant,
                operand(args.get(1)));
      } else if (math.name().equals("pow") && math.owner().equals("java.lang.Math")) {
        helpers.add("pow");
        return CodeBlock.of("pow($L, $L)", emit(args.get(0)), emit(args.get(1)));
      }
    } else if (math.owner().equals("io.cotangent.Cotangent")
        && (math.name().equals("stopGradient") || math.name().equals("straightThrough"))) {
      return emit(args.get(0));
    }
    throw new NoVector();
  }
}
