package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.CtBinaryOperator;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.declaration.CtAnnotation;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtTypeReference;
import spoon.reflect.visitor.filter.TypeFilter;

/**
 * A comparison of floating-point numbers for equality, as the user wrote it.
 *
 * @param span where it stands
 * @param suppressed what {@code @SuppressWarnings} around it name
 */
public record Comparisons(Span span, Set<String> suppressed) {

  /**
   * Those in the statement at {@code statement}, blocks in it left out, in order; none in what the
   * processor brings along.
   */
  public static List<Comparisons> in(SpoonModel model, Span statement) {
    List<Comparisons> found = new ArrayList<>();
    if (LibrarySources.isFile(statement.file())) {
      return found;
    }
    for (CtType<?> type : model.types()) {
      if (type.isTopLevel() && model.span(type).file().equals(statement.file())) {
        type.getElements(new TypeFilter<>(CtBinaryOperator.class)).stream()
            .filter(Comparisons::isEquality)
            .filter(operator -> isIn(model, operator, statement))
            .map(operator -> new Comparisons(model.span(operator), suppressed(operator)))
            .forEach(found::add);
      }
    }
    found.sort(Comparator.comparingInt(each -> each.span().start()));
    return found;
  }

  /** Where a parameter's name stands; the method's for the receiver, whose index is below zero. */
  public static Span parameter(SpoonModel model, ExecutableElement method, int index) {
    CtMethod<?> source = model.method(method);
    return model.nameSpan(index < 0 ? source : source.getParameters().get(index));
  }

  private static boolean isEquality(CtBinaryOperator<?> operator) {
    return (operator.getKind() == BinaryOperatorKind.EQ
            || operator.getKind() == BinaryOperatorKind.NE)
        && (isFloating(operator.getLeftHandOperand())
            || isFloating(operator.getRightHandOperand()));
  }

  private static boolean isFloating(CtExpression<?> operand) {
    CtTypeReference<?> type =
        operand.getTypeCasts().isEmpty() ? operand.getType() : operand.getTypeCasts().get(0);
    return Optional.ofNullable(type)
        .map(CtTypeReference::getSimpleName)
        .filter(Set.of("double", "float", "Double", "Float")::contains)
        .isPresent();
  }

  private static boolean isIn(SpoonModel model, CtElement element, Span statement) {
    for (CtElement at = element;
        !(at instanceof CtBlock) && at.isParentInitialized();
        at = at.getParent()) {
      if (model.span(at).equals(statement)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> suppressed(CtElement element) {
    Set<String> names = new LinkedHashSet<>();
    for (CtElement at = element; at.isParentInitialized(); at = at.getParent()) {
      for (CtAnnotation<?> annotation : at.getAnnotations()) {
        if (annotation.getAnnotationType().getSimpleName().equals("SuppressWarnings")) {
          annotation.getValues().values().forEach(value -> collect(value, names));
        }
      }
    }
    return names;
  }

  private static void collect(CtExpression<?> value, Set<String> names) {
    if (value instanceof CtNewArray<?> array) {
      array.getElements().forEach(each -> collect(each, names));
    } else if (value instanceof CtLiteral<?> literal) {
      names.add(String.valueOf(literal.getValue()));
    }
  }
}
