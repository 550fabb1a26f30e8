package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import java.util.Locale;

/** Constants as Java writes them, to the last bit. */
final class Literals {
  private Literals() {}

  /** The literal of a constant. */
  static CodeBlock of(Expr.Const constant) {
    Object value = constant.value();
    if (value == null) {
      return CodeBlock.of("null");
    } else if (value instanceof String text) {
      return CodeBlock.of("$L", '"' + escaped(text) + '"');
    } else if (value instanceof Character c) {
      return CodeBlock.of("$L", "'" + escaped(c.toString()) + "'");
    } else if (value instanceof Boolean) {
      return CodeBlock.of("$L", value);
    } else if (value instanceof Number number) {
      return number(number, constant.type());
    }
    throw new IllegalStateException("no literal for a constant of " + value.getClass());
  }

  private static CodeBlock number(Number value, Type type) {
    return switch ((Type.Primitive) type) {
      case DOUBLE ->
          floating(value.doubleValue(), Double.class, Double.toString(value.doubleValue()));
      case FLOAT -> floating(value.floatValue(), Float.class, value.floatValue() + "f");
      case LONG -> CodeBlock.of("$L", value.longValue() + "L");
      case INT -> CodeBlock.of("$L", value.intValue());
      case BYTE, SHORT -> CodeBlock.of("($T) $L", JavaTypes.of(type), value.intValue());
      default -> throw new IllegalStateException("no number of type " + type);
    };
  }

  private static CodeBlock floating(double value, Class<?> box, String finite) {
    if (Double.isNaN(value)) {
      return CodeBlock.of("$T.NaN", box);
    } else if (Double.isInfinite(value)) {
      return CodeBlock.of("$T.$L", box, value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
    }
    return CodeBlock.of("$L", finite);
  }

  /** How tightly the literal binds: one with a sign or a cast is a unary expression. */
  static int precedence(Expr.Const constant) {
    if (!(constant.value() instanceof Number number)) {
      return ExpressionEmitter.PRIMARY;
    }
    double value = number.doubleValue();
    boolean cast =
        constant.type() == Type.Primitive.BYTE || constant.type() == Type.Primitive.SHORT;
    boolean sign = !Double.isInfinite(value) && (value < 0 || 1 / value < 0);
    return cast || sign ? ExpressionEmitter.UNARY : ExpressionEmitter.PRIMARY;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '"' -> escaped.append("\\\"");
        case '\'' -> escaped.append("\\'");
        case '\\' -> escaped.append("\\\\");
        default ->
            escaped.append(
                c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c + "");
      }
    }
    return escaped.toString();
  }
}
