package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Type;
import java.util.Optional;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.reference.CtFieldReference;

/** Lowers reads of fields. */
final class FieldLowering {
  private final MethodLowering method;

  FieldLowering(MethodLowering method) {
    this.method = method;
  }

  /** The value of a field, an array's length, a constant or a class literal. */
  Expr read(CtFieldRead<?> read) {
    CtFieldReference<?> field = read.getVariable();
    String name = field.getSimpleName();
    Type type = Types.of(read.getType());
    if (name.equals("class") && read.getTarget() instanceof CtTypeAccess<?> access) {
      String owner = Types.of(access.getAccessedType()).toString();
      return new Expr.StaticField(owner, name, new Type.Ref("java.lang.Class"));
    }
    if (name.equals("length") && isArray(read.getTarget())) {
      return new Expr.Length(method.expressions.value(read.getTarget()));
    }
    Optional<Object> constant = method.sources.constant(field);
    if (constant.isPresent()) {
      return new Expr.Const(constant.get(), Types.ofConstant(constant.get()));
    }
    if (read.getTarget() instanceof CtSuperAccess) {
      method.frame.problem(ProblemKind.SUPER, read);
      return Exprs.defaultValue(type);
    }
    if (!method.sources.accessible(field, method.packageName)) {
      method.frame.problem(ProblemKind.PRIVATE_FIELD, read, name);
      return Exprs.defaultValue(type);
    }
    return field.isStatic()
        ? new Expr.StaticField(Types.canonicalName(field.getDeclaringType()), name, type)
        : instance(read, name, type);
  }

  private Expr instance(CtFieldRead<?> read, String name, Type type) {
    CtExpression<?> target = read.getTarget();
    Expr receiver = method.expressions.value(target);
    boolean generic =
        !(type instanceof Type.Primitive)
            && target.getType() != null
            && !target.getType().getActualTypeArguments().isEmpty();
    return generic
        ? new Expr.Cast(type, new Expr.Field(receiver, name, Types.OBJECT))
        : new Expr.Field(receiver, name, type);
  }

  static boolean isArray(CtExpression<?> target) {
    Type type =
        target.getTypeCasts().isEmpty()
            ? Types.of(target.getType())
            : Types.of(target.getTypeCasts().get(0));
    return type.isArray();
  }
}
