package io.cotangent.processor.frontend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.declaration.CtClass;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.reference.CtFieldReference;

/**
 * Static final fields that hold what can't change: functions, and records, lists and maps of such.
 * Where they are read, what they hold is made anew, which is as good.
 */
final class ConstantObjects {
  private static final Set<String> FIXED = Set.of("java.util.List", "java.util.Map");

  private ConstantObjects() {}

  /** What makes the object of a field that is read. */
  static Optional<CtExpression<?>> of(MethodLowering method, CtFieldRead<?> read) {
    CtFieldReference<?> field = read.getVariable();
    if (!field.isStatic() || !field.isFinal()) {
      return Optional.empty();
    }
    return method
        .sources
        .type(field.getDeclaringType())
        .map(type -> type.getField(field.getSimpleName()))
        .map(declaration -> declaration.getDefaultExpression())
        .filter(value -> value.getTypeCasts().isEmpty())
        .filter(
            value ->
                isFunction(value)
                    ? isUsedHere(method, read)
                    : !(value instanceof CtLiteral)
                        && method.shapes.of(field.getType()).isPresent()
                        && isFixed(method, value))
        .map(value -> value);
  }

  private static boolean isFunction(CtExpression<?> value) {
    return value instanceof CtLambda
        || (value instanceof CtNewClass<?> made && isStateless(made))
        || (value instanceof CtExecutableReferenceExpression<?, ?> reference
            && reference.getTarget() instanceof CtTypeAccess);
  }

  /** Whether another object of the class without a name would do the same. */
  private static boolean isStateless(CtNewClass<?> made) {
    CtClass<?> type = made.getAnonymousClass();
    return type != null
        && made.getArguments().isEmpty()
        && type.getSuperclass() == null
        && type.getAnonymousExecutables().isEmpty()
        && type.getFields().stream().allMatch(CtField::isStatic);
  }

  /** Whether the function is called, or handed on, in code that is lowered. */
  private static boolean isUsedHere(MethodLowering method, CtFieldRead<?> read) {
    return !(read.getParent() instanceof CtInvocation<?> call)
        || call.getTarget() == read
        || method.sources.source(call.getExecutable()).isPresent();
  }

  private static boolean isFixed(MethodLowering method, CtExpression<?> value) {
    if (value instanceof CtConstructorCall<?> made) {
      return method.sources.type(made.getType()).orElse(null) instanceof CtRecord
          && areFixed(method, made.getArguments());
    }
    if (value instanceof CtInvocation<?> call) {
      return call.getExecutable().isStatic()
          && call.getExecutable().getSimpleName().equals("of")
          && FIXED.contains(call.getExecutable().getDeclaringType().getQualifiedName())
          && areFixed(method, call.getArguments());
    }
    return value instanceof CtLiteral
        || isFunction(value)
        || (value instanceof CtUnaryOperator<?> operator && isFixed(method, operator.getOperand()))
        || (value instanceof CtFieldRead<?> field
            && method.sources.constant(field.getVariable()).isPresent());
  }

  private static boolean areFixed(MethodLowering method, List<CtExpression<?>> values) {
    return values.stream().allMatch(value -> isFixed(method, value));
  }
}
