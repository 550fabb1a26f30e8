package io.cotangent.processor.batch;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations that an OpenCL device has: C's own, or functions of the prelude. */
final class COperations {
  private static final Set<String> MATHS = Set.of("java.lang.Math", "java.lang.StrictMath");

  /** C's own functions of the same name and meaning, corners included. */
  private static final Set<String> SAME =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "sqrt", "cbrt", "hypot", "floor", "ceil", "rint",
          "fma");

  /** Functions of the prelude: C's own differ at corners, or C has none. */
  private static final Map<String, String> OWN =
      Map.of(
          "pow", "pow_j",
          "signum", "signum_j",
          "toRadians", "radians_j",
          "toDegrees", "degrees_j",
          "copySign", "copysign");

  private static final Map<String, String> SPECIAL =
      Map.of(
          "erf", "erf",
          "erfc", "erfc",
          "normalCdf", "normal_cdf",
          "normalPdf", "normal_pdf",
          "sigmoid", "sigmoid_j",
          "log1pexp", "log1pexp_j");

  private COperations() {}

  /** The C function for a method with a rule; {@code type} is the type of its arguments. */
  static Optional<String> function(MathOp op, Type type) {
    String letter = letter(type);
    if (op.owner().equals("io.cotangent.Cotangent")) {
      return switch (op.name()) {
        case "stopGradient" -> Optional.of("");
        case "straightThrough" -> Optional.of("first_" + letter);
        default -> Optional.empty();
      };
    }
    if (op.owner().equals("io.cotangent.SpecialMath")) {
      return Optional.ofNullable(SPECIAL.get(op.name()));
    }
    if (!MATHS.contains(op.owner())) {
      return Optional.empty();
    }
    return switch (op.name()) {
      case "abs" -> Optional.of(type.isFloating() ? "fabs" : "abs_" + letter);
      case "max", "min" -> Optional.of(op.name() + "_" + letter);
      case "round" -> Optional.of("round_" + letter);
      case "incrementExact" -> Optional.of("increment_" + letter);
      case "signum" -> Optional.of("signum_" + letter);
      default ->
          SAME.contains(op.name())
              ? Optional.of(op.name())
              : Optional.ofNullable(OWN.get(op.name()));
    };
  }

  /** The prelude's function for an operator that C leaves undefined somewhere, if it does. */
  static Optional<String> function(Operator op, Type type) {
    String letter = letter(type);
    if (op == Operator.GUARDED_TIMES) {
      return Optional.of("guarded_times_" + letter);
    } else if (op == Operator.GUARDED_DIVIDE) {
      return Optional.of("guarded_divide_" + letter);
    } else if (op == Operator.REM && type.isFloating()) {
      return Optional.of("fmod");
    }
    if (type != Type.INT && type != Type.LONG) {
      return Optional.empty();
    }
    return switch (op) {
      case ADD -> Optional.of("add_" + letter);
      case SUB -> Optional.of("sub_" + letter);
      case MUL -> Optional.of("mul_" + letter);
      case NEG -> Optional.of("neg_" + letter);
      case SHL -> Optional.of("shl_" + letter);
      case SHR -> Optional.of("shr_" + letter);
      case USHR -> Optional.of("ushr_" + letter);
      case DIV -> Optional.of("div_" + letter);
      case REM -> Optional.of("rem_" + letter);
      default -> Optional.empty();
    };
  }

  /** The prelude's function for a method of whole numbers that fails for some. */
  static Optional<String> checked(MathOp op, List<Expr> args, Type type) {
    boolean whole = type == Type.INT || type == Type.LONG;
    if (!MATHS.contains(op.owner()) || !whole || args.stream().anyMatch(a -> a.type() != type)) {
      return Optional.empty();
    }
    return switch (op.name()) {
      case "floorMod" -> Optional.of("floor_mod_" + letter(type));
      case "floorDiv" -> Optional.of("floor_div_" + letter(type));
      default -> Optional.empty();
    };
  }

  static String letter(Type type) {
    if (type == Type.DOUBLE) {
      return "d";
    } else if (type == Type.FLOAT) {
      return "f";
    }
    return type == Type.LONG ? "l" : "i";
  }
}
