package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtBinaryOperator;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtFieldWrite;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtVariableRead;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtEnumValue;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.visitor.filter.TypeFilter;

/**
 * What a final field holds in each constant of an enum, in their order, where the only constructor
 * puts an argument into it that may as well be evaluated where the field is read.
 */
record EnumValues(List<CtExpression<?>> values) {
  EnumValues {
    values = List.copyOf(values);
  }

  static Optional<EnumValues> of(@Nullable CtField<?> field) {
    if (field == null
        || !field.isFinal()
        || field.isStatic()
        || !(field.getDeclaringType() instanceof CtEnum<?> of)
        || of.getConstructors().size() != 1) {
      return Optional.empty();
    }
    CtConstructor<?> constructor = of.getConstructors().iterator().next();
    int index = parameter(field, constructor);
    List<CtExpression<?>> values = new ArrayList<>();
    for (CtEnumValue<?> each : of.getEnumValues()) {
      if (index < 0
          || !(each.getDefaultExpression() instanceof CtConstructorCall<?> made)
          || made.getArguments().size() != constructor.getParameters().size()
          || !isConstant(made.getArguments().get(index))) {
        return Optional.empty();
      }
      values.add(made.getArguments().get(index));
    }
    return Optional.of(new EnumValues(values));
  }

  /** The parameter that the constructor puts into the field as it is. */
  private static int parameter(CtField<?> field, CtConstructor<?> constructor) {
    int found = -1;
    for (CtAssignment<?, ?> each : constructor.getElements(new TypeFilter<>(CtAssignment.class))) {
      boolean ours =
          each.getAssigned() instanceof CtFieldWrite<?> write
              && write.getVariable().getSimpleName().equals(field.getSimpleName());
      List<CtParameter<?>> params = constructor.getParameters();
      for (int i = 0; i < params.size(); i++) {
        if (each.getAssigned().toString().equals(params.get(i).getSimpleName())
            && !(each.getAssigned() instanceof CtFieldWrite)) {
          return -1;
        }
        boolean whole =
            each.getAssignment() instanceof CtVariableRead<?> read
                && !(read instanceof CtFieldRead)
                && read.getTypeCasts().isEmpty()
                && read.getVariable().getSimpleName().equals(params.get(i).getSimpleName());
        if (ours && whole && params.get(i).getType().equals(field.getType())) {
          found = i;
        }
      }
    }
    return found;
  }

  private static boolean isConstant(CtExpression<?> value) {
    if (value instanceof CtUnaryOperator<?> operator) {
      return isConstant(operator.getOperand());
    }
    if (value instanceof CtBinaryOperator<?> operator) {
      return isConstant(operator.getLeftHandOperand())
          && isConstant(operator.getRightHandOperand());
    }
    return value instanceof CtLiteral
        || value instanceof CtLambda
        || (value instanceof CtExecutableReferenceExpression<?, ?> reference
            && reference.getTarget() instanceof CtTypeAccess);
  }
}
