package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtFieldAccess;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.reference.CtTypeReference;
import spoon.reflect.visitor.filter.TypeFilter;

/** What a lambda or a class inside of a method uses of the variables and the object around it. */
final class Captures {
  private final Sources sources;
  private final CtElement scope;
  private final Map<String, CtVariable<?>> variables = new LinkedHashMap<>();
  private final Set<CtType<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Captures(Sources sources, CtElement scope) {
    this.sources = sources;
    this.scope = scope;
  }

  /**
   * The variables declared outside that it reads, by name, and those that objects hold which it
   * makes.
   */
  static Map<String, CtVariable<?>> variables(Sources sources, CtElement scope) {
    Captures captures = new Captures(sources, scope);
    captures.collect(scope);
    return captures.variables;
  }

  private void collect(CtElement part) {
    for (CtVariableAccess<?> access : part.getElements(new TypeFilter<>(CtVariableAccess.class))) {
      CtVariable<?> declaration =
          access instanceof CtFieldAccess || access.getVariable() == null
              ? null
              : access.getVariable().getDeclaration();
      if (declaration != null && !isIn(declaration, scope) && !isIn(declaration, part)) {
        variables.putIfAbsent(declaration.getSimpleName(), declaration);
      }
    }
    List<CtTypeReference<?>> used = new ArrayList<>();
    for (CtConstructorCall<?> call : part.getElements(new TypeFilter<>(CtConstructorCall.class))) {
      used.add(LocalClasses.made(call));
    }
    for (CtExecutableReferenceExpression<?, ?> reference :
        part.getElements(new TypeFilter<>(CtExecutableReferenceExpression.class))) {
      if (reference.getExecutable().isConstructor()) {
        used.add(reference.getExecutable().getDeclaringType());
      }
    }
    for (CtType<?> type : part.getElements(new TypeFilter<>(CtType.class))) {
      used.add(type.getSuperclass());
    }
    for (CtTypeReference<?> reference : used) {
      if (reference != null && reference.getTypeDeclaration() != null) {
        follow(reference.getTypeDeclaration());
      }
    }
  }

  private void follow(CtType<?> type) {
    if (LocalClasses.isInCode(type) && !isIn(type, scope) && seen.add(type)) {
      collect(type);
    }
  }

  private static boolean isIn(CtElement element, CtElement around) {
    return element == around || element.hasParent(around);
  }

  /** Whether it reads the object around it, calls a method of it or makes an object of its. */
  static boolean useSelf(Sources sources, CtElement scope) {
    return !scope.getElements(each -> usesSelf(sources, each)).isEmpty();
  }

  /** Members that are inherited may have no target. */
  private static boolean usesSelf(Sources sources, CtElement element) {
    if (element instanceof CtFieldAccess<?> access) {
      return access.getTarget() == null && !access.getVariable().isStatic();
    }
    if (element instanceof CtInvocation<?> call) {
      return call.getTarget() == null && !call.getExecutable().isStatic();
    }
    if (element instanceof CtConstructorCall<?> call) {
      return call.getTarget() == null
          && sources.type(LocalClasses.made(call)).filter(Shapes::isInner).isPresent();
    }
    if (element instanceof CtExecutableReferenceExpression<?, ?> reference) {
      return reference.getExecutable().isConstructor()
          && sources
              .type(reference.getExecutable().getDeclaringType())
              .filter(Shapes::isInner)
              .isPresent();
    }
    return element instanceof CtThisAccess || element instanceof CtSuperAccess;
  }
}
