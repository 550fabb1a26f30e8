package io.cotangent.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What vector loops call, written into each class of them. */
final class VectorHelpers {
  private static final String[] TOTAL = {
    "DoubleVector s = v;",
    "if (S.length() >= 8) {",
    "  s = s.add(s.rearrange(BY_FOUR));",
    "}",
    "if (S.length() >= 4) {",
    "  s = s.add(s.rearrange(BY_TWO));",
    "}",
    "return s.add(s.rearrange(BY_ONE)).lane(0);"
  };

  private VectorHelpers() {}

  static void addTo(TypeSpec.Builder type, Set<String> wanted) {
    boolean normal = wanted.contains("normalCdf") || wanted.contains("normalPdf");
    for (String name : wanted) {
      switch (name) {
        case "total" -> {
          shuffles(type);
          type.addMethod(
              method(name, TypeName.DOUBLE, "v", String.join("\n", TOTAL) + "\n")
                  .addJavadoc("The sum of all lanes, in an order of our own.\n")
                  .build());
        }
        case "guardedTimes" -> two(type, name, GUARDED_TIMES);
        case "guardedDivide" -> two(type, name, GUARDED_DIVIDE);
        case "pow" -> two(type, name, POW);
        case "normalCdf" -> all(type, name, TypeName.VOID, VectorSpecial.NORMAL_CDF);
        case "normalPdf" -> all(type, name, TypeName.VOID, VectorSpecial.NORMAL_PDF);
        default -> throw new IllegalStateException("no helper " + name);
      }
    }
    if (normal) {
      TypeName array = ArrayTypeName.of(TypeName.DOUBLE);
      all(type, "expMinusHalfSquare", array, VectorSpecial.EXP_MINUS_HALF_SQUARE);
    }
  }

  /** As {@code Guards} has it, to the sign of zero. */
  private static final String GUARDED_TIMES =
      "var product = g.mul(p);\n"
          + "return product.blend(\n"
          + "    0.0, product.compare($T.NE, product).and(g.eq(0.0).or(p.eq(0.0))));\n";

  private static final String GUARDED_DIVIDE =
      "var quotient = g.div(p);\n"
          + "return quotient.blend(0.0, quotient.compare($T.NE, quotient).and(g.eq(0.0)));\n";

  /** Where C's pow is one and Java's is not a number. */
  private static final String POW =
      "return g.lanewise($T.POW, p)\n"
          + "    .blend(Double.NaN, p.compare($T.NE, p)\n"
          + "        .or(g.abs().eq(1.0).and(p.abs().eq(Double.POSITIVE_INFINITY))));\n";

  private static void shuffles(TypeSpec.Builder type) {
    String[] names = {"BY_FOUR", "BY_TWO", "BY_ONE"};
    for (int i = 0; i < names.length; i++) {
      type.addField(
          com.palantir.javapoet.FieldSpec.builder(
                  com.palantir.javapoet.ParameterizedTypeName.get(
                      com.palantir.javapoet.ClassName.get("jdk.incubator.vector", "VectorShuffle"),
                      TypeName.DOUBLE.box()),
                  names[i],
                  Modifier.PRIVATE,
                  Modifier.STATIC,
                  Modifier.FINAL)
              .initializer(
                  "$T.fromOp(S, i -> i ^ $L)",
                  com.palantir.javapoet.ClassName.get("jdk.incubator.vector", "VectorShuffle"),
                  4 >> i)
              .build());
    }
  }

  private static void two(TypeSpec.Builder type, String name, String body) {
    type.addMethod(
        method(name, VectorExpressions.VECTOR, "g", body)
            .addParameter(VectorExpressions.VECTOR, "p")
            .build());
  }

  /** A function of {@code count} numbers of an array. */
  private static void all(TypeSpec.Builder type, String name, TypeName returns, String body) {
    type.addMethod(
        plain(name, returns, body)
            .addParameter(ArrayTypeName.of(TypeName.DOUBLE), "x")
            .addParameter(TypeName.INT, "at")
            .addParameter(TypeName.INT, "count")
            .build());
  }

  private static MethodSpec.Builder method(
      String name, TypeName returns, String param, String body) {
    return plain(name, returns, body).addParameter(VectorExpressions.VECTOR, param);
  }

  private static MethodSpec.Builder plain(String name, TypeName returns, String body) {
    int types = body.split("\\$T", -1).length - 1;
    Object[] args = new Object[types];
    java.util.Arrays.fill(args, VectorExpressions.OPERATORS);
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(returns)
        .addCode(CodeBlock.of(body, args));
  }
}
