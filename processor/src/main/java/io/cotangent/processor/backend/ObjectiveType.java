package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method as a function object of its wrt parameters, flattened to one array. */
final class ObjectiveType {
  private static final TypeName VECTOR = JavaTypes.of(Type.arrayOf(Type.DOUBLE));
  private static final TypeName MATRIX = JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));

  private final Layout layout;
  private final ObjectiveFields fields;
  private final Names names;

  ObjectiveType(Layout layout) {
    this.layout = layout;
    names = layout.locals();
    fields = new ObjectiveFields(layout, names);
  }

  /** The static method {@code function}. */
  MethodSpec factory() {
    return MethodSpec.methodBuilder("function")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(interfaceType())
        .addParameters(layout.publicMethod("function", interfaceType()).build().parameters())
        .addJavadoc(Javadoc.function(layout))
        .addStatement("return new Objective($L)", layout.paramList())
        .build();
  }

  private ClassName interfaceType() {
    return layout.isScalar()
        ? RunTime.SCALAR_FUNCTION
        : layout.plan.hasProducts() ? RunTime.UNKNOWNS_MAP : RunTime.VECTOR_FUNCTION;
  }

  /** The class. */
  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Objective")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(interfaceType());
    fields.addTo(type);
    type.addMethod(
        override("dimension", TypeName.INT).addStatement("return $L", layout.wrtSize()).build());
    if (layout.isScalar()) {
      scalarMethods(type);
    } else {
      vectorMethods(type);
    }
    return type.build();
  }

  private void scalarMethods(TypeSpec.Builder type) {
    String x = names.fresh("point");
    String other = names.fresh("direction");
    String grad = names.fresh("grad");
    CodeBlock one = Layout.number(1.0, layout.plan.resultType());
    type.addMethod(method("value", TypeName.DOUBLE, x).addCode(at(x, value(one))).build());
    type.addMethod(valueAndGradient(x, grad, one));
    type.addMethod(
        method("jvp", TypeName.DOUBLE, x, other)
            .addCode(atAlong(x, other, returned(outer("jvp", layout.dotList()))))
            .build());
    String cotangent = names.fresh("cotangent");
    boolean narrow = layout.plan.resultType() == Type.FLOAT;
    CodeBlock seed = CodeBlock.of(narrow ? "(float) $N" : "$N", cotangent);
    type.addMethod(
        method("vjp", VECTOR, x)
            .addParameter(TypeName.DOUBLE, cotangent)
            .addCode(
                at(
                    x,
                    CodeBlock.builder()
                        .addStatement(sweep(seed))
                        .add(returned(layout.flat(fields.bars(layout.bars))))
                        .build()))
            .build());
    type.addMethod(
        method("jacobian", MATRIX, x).addCode(at(x, returned(outer("jacobian")))).build());
    if (layout.hasSecondOrder()) {
      secondOrder(type, x, other);
    }
  }

  private void secondOrder(TypeSpec.Builder type, String x, String other) {
    type.addMethod(override("order", TypeName.INT).addStatement("return 2").build());
    CodeBlock run =
        CodeBlock.of(
            "$N($L$L, $N)",
            layout.secondOrder,
            ReverseMethods.comma(layout.paramList()),
            layout.dotList(),
            fields.workspace);
    CodeBlock product =
        CodeBlock.builder()
            .addStatement(run)
            .add(returned(layout.flat(fields.bars(layout.barDots))))
            .build();
    type.addMethod(method("hvp", VECTOR, x, other).addCode(atAlong(x, other, product)).build());
    if (layout.plan.isSolver()) {
      names.open();
      String out = names.fresh("out");
      CodeBlock written =
          CodeBlock.builder()
              .addStatement(run)
              .add(written(fields.bars(layout.barDots), out))
              .build();
      type.addMethod(
          method("hvp", TypeName.VOID, x, other, out).addCode(atAlong(x, other, written)).build());
      names.close();
    }
    type.addMethod(method("hessian", MATRIX, x).addCode(at(x, returned(outer("hessian")))).build());
  }

  private MethodSpec valueAndGradient(String x, String grad, CodeBlock one) {
    names.open();
    String value = names.fresh("value");
    CodeBlock.Builder body = CodeBlock.builder();
    body.addStatement("$T $N = $L", layout.resultType, value, sweep(one));
    body.add(written(fields.bars(layout.bars), grad));
    body.addStatement("return $N", value);
    names.close();
    return method("valueAndGradient", TypeName.DOUBLE, x, grad)
        .addStatement("$T.requireLength($S, dimension(), $N)", RunTime.TREES, "grad", grad)
        .addCode(at(x, body.build()))
        .build();
  }

  /** Writes these one after another into an array. */
  private CodeBlock written(List<CodeBlock> parts, String into) {
    CodeBlock.Builder body = CodeBlock.builder();
    CodeBlock position = CodeBlock.of("0");
    String next = names.fresh("next");
    for (int i = 0; i < parts.size(); i++) {
      CodeBlock write =
          CodeBlock.of("$T.flatten($L, $N, $L)", RunTime.TREES, parts.get(i), into, position);
      String form =
          i == parts.size() - 1 ? "$L" : i == 0 ? "int " + next + " = $L" : next + " = $L";
      body.addStatement(form, write);
      position = CodeBlock.of("$N", next);
    }
    return body.build();
  }

  private void vectorMethods(TypeSpec.Builder type) {
    String x = names.fresh("point");
    String other = names.fresh("direction");
    CodeBlock one = CodeBlock.of("");
    type.addMethod(method("value", VECTOR, x).addCode(at(x, value(one))).build());
    CodeBlock jvp = layout.flatResult(outer("jvp", layout.dotList()));
    type.addMethod(
        method("jvp", VECTOR, x, other).addCode(atAlong(x, other, returned(jvp))).build());
    type.addMethod(vectorVjp(x));
    if (layout.plan.hasProducts()) {
      products(type, x);
    }
    type.addMethod(
        method("jacobian", MATRIX, x).addCode(at(x, returned(outer("jacobian")))).build());
  }

  /** What a solver calls in every iteration. */
  private void products(TypeSpec.Builder type, String x) {
    String out = names.fresh("out");
    String value = names.fresh("result");
    CodeBlock.Builder body = CodeBlock.builder();
    if (layout.plan.sourceAccessible()) {
      body.addStatement("$T $N = $L", layout.resultType, value, source());
    } else {
      body.addStatement("$T $N = $L.value()", layout.resultType, value, outer("pullback"));
    }
    body.addStatement(
            "$1T.requireLength($2S, $1T.size($3N), $4N)", RunTime.TREES, "the unknowns", value, out)
        .addStatement("$T.flatten($N, $N, 0)", RunTime.TREES, value, out);
    type.addMethod(method("value", TypeName.VOID, x, out).addCode(at(x, body.build())).build());
    for (String product : new String[] {"pullback", "pushforward"}) {
      type.addMethod(
          method(product, RunTime.VECTOR_MAP, x).addCode(at(x, returned(outer(product)))).build());
    }
  }

  private MethodSpec vectorVjp(String x) {
    names.open();
    String cotangent = names.fresh("cotangent");
    String pullback = names.fresh("pullback");
    String seed = names.fresh("seed");
    String gradient = names.fresh("gradient");
    CodeBlock body =
        CodeBlock.builder()
            .addStatement("Pullback $N = $L", pullback, outer("pullback"))
            .addStatement(
                "$T $N = $T.zerosLike($N.value())",
                layout.resultType,
                seed,
                RunTime.TREES,
                pullback)
            .addStatement(
                "$1T.requireLength($2S, $1T.size($3N), $4N)",
                RunTime.TREES,
                "cotangent",
                seed,
                cotangent)
            .addStatement("$T.unflatten($N, 0, $N)", RunTime.TREES, cotangent, seed)
            .addStatement("$T $N = $N.apply($N)", layout.gradientType(), gradient, pullback, seed)
            .add(returned(layout.flat(layout.partsOf(gradient))))
            .build();
    names.close();
    return method("vjp", VECTOR, x, cotangent).addCode(at(x, body)).build();
  }

  /** The value: by the method itself where that can be called, else by its derivative's class. */
  private CodeBlock value(CodeBlock one) {
    if (layout.plan.sourceAccessible()) {
      return returned(layout.isScalar() ? source() : layout.flatResult(source()));
    }
    return returned(
        layout.isScalar()
            ? sweep(one)
            : layout.flatResult(CodeBlock.of("$L.value()", outer("pullback"))));
  }

  private CodeBlock source() {
    DerivativeClass plan = layout.plan;
    List<CodeBlock> args = new ArrayList<>();
    for (int i = plan.hasReceiver() ? 1 : 0; i < layout.params.size(); i++) {
      String name = layout.params.get(i);
      boolean refilled = plan.wrt().contains(i) && layout.param(i).type().rank() == 1;
      args.add(
          layout.param(i).written() && !refilled
              ? CodeBlock.of("$T.copy($N)", RunTime.TREES, name)
              : CodeBlock.of("$N", name));
    }
    CodeBlock target =
        plan.hasReceiver()
            ? CodeBlock.of("$N", layout.params.get(0))
            : CodeBlock.of("$T", JavaTypes.className(plan.sourceClass()));
    return CodeBlock.of("$L.$N($L)", target, plan.sourceMethod(), CodeBlock.join(args, ", "));
  }

  private CodeBlock sweep(CodeBlock seed) {
    return CodeBlock.of(
        "$N($L$L, $N)",
        layout.sweep,
        ReverseMethods.comma(layout.paramList()),
        seed,
        fields.workspace);
  }

  /** A call of the enclosing class's method, whose name this class uses too. */
  private CodeBlock outer(String method, CodeBlock... further) {
    CodeBlock.Builder args = CodeBlock.builder().add(layout.paramList());
    for (CodeBlock arg : further) {
      args.add(layout.params.isEmpty() ? "$L" : ", $L", arg);
    }
    return CodeBlock.of("$T.$N($L)", layout.type, method, args.build());
  }

  private static CodeBlock returned(CodeBlock value) {
    return CodeBlock.builder().addStatement("return $L", value).build();
  }

  private CodeBlock at(String x, CodeBlock body) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$N($N)", fields.moveTo, x);
    return code.add(Quiet.of(layout, names, body)).build();
  }

  private CodeBlock atAlong(String x, String other, CodeBlock body) {
    CodeBlock code = CodeBlock.builder().addStatement("$N($N)", fields.lookAlong, other).build();
    return at(x, code.toBuilder().add(body).build());
  }

  private static MethodSpec.Builder method(String name, TypeName returns, String... vectors) {
    MethodSpec.Builder method = override(name, returns);
    for (String vector : vectors) {
      method.addParameter(VECTOR, vector);
    }
    return method;
  }

  private static MethodSpec.Builder override(String name, TypeName returns) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returns);
  }
}
