package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldAccess;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtRecord;
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
    Optional<CtExpression<?>> made = ConstantObjects.of(method, read);
    if (made.isPresent()) {
      return method.expressions.value(made.get());
    }
    if (!field.isStatic() && method.shapes.of(field.getDeclaringType()).isPresent()) {
      return ObjectLowering.converted(place(read), type);
    }
    Optional<Expr> ofEnum = method.enums.field(read);
    if (ofEnum.isPresent()) {
      return ofEnum.get();
    }
    if (read.getTarget() instanceof CtSuperAccess) {
      method.frame.problem(ProblemKind.SUPER, read);
      return Exprs.defaultValue(type);
    }
    if (isComponent(read)) {
      return component(read, name, type);
    }
    if (!method.sources.accessible(field, method.packageName)) {
      method.frame.problem(ProblemKind.PRIVATE_FIELD, read, name);
      return Exprs.defaultValue(type);
    }
    return field.isStatic()
        ? new Expr.StaticField(Types.canonicalName(field.getDeclaringType()), name, type)
        : instance(read, name, type);
  }

  /** A field of an object whose source is known. */
  Expr.Field place(CtFieldAccess<?> access) {
    CtFieldReference<?> field = access.getVariable();
    Type owner = Types.of(field.getDeclaringType());
    CtExpression<?> target = access.getTarget();
    boolean own = target == null || target instanceof CtSuperAccess;
    Expr receiver =
        own ? method.objects.enclosing(owner, access) : method.expressions.value(target);
    CtField<?> declaration = field.getFieldDeclaration();
    // A type variable of a class of another file is seen as what stands for it here.
    Type seen = Types.of(access.getType());
    Type declared =
        declaration == null
            ? method.shapes.fieldType(owner.toString(), field.getSimpleName()).orElse(seen)
            : Types.of(declaration.getType());
    String name = field.getSimpleName();
    return new Expr.Field(
        receiver,
        declaration == null ? name : method.shapes.fieldName(declaration.getDeclaringType(), name),
        declared);
  }

  /** Whether this is a component of a record whose accessor only reads it. */
  private static boolean isComponent(CtFieldRead<?> read) {
    return !read.getVariable().isStatic()
        && read.getVariable().getDeclaringType() != null
        && read.getVariable().getDeclaringType().getDeclaration() instanceof CtRecord record
        && record.getRecordComponents().stream()
            .anyMatch(each -> each.getSimpleName().equals(read.getVariable().getSimpleName()))
        && record.getMethods().stream()
            .noneMatch(
                each ->
                    !each.isImplicit()
                        && each.getParameters().isEmpty()
                        && each.getSimpleName().equals(read.getVariable().getSimpleName()));
  }

  private Expr component(CtFieldRead<?> read, String name, Type type) {
    Expr receiver = method.expressions.value(read.getTarget());
    return method.frame.settle(
        new Expr.Invoke(
            Expr.Invocation.VIRTUAL,
            receiver.type().toString(),
            name,
            List.of(receiver),
            type,
            method.sources.span(read)));
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
