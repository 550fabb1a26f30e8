package io.cotangent.processor.frontend;

import java.util.LinkedHashMap;
import java.util.Map;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtFieldAccess;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.visitor.filter.TypeFilter;

/** What a lambda or a class inside of a method uses of the variables and the object around it. */
final class Captures {
  private final Sources sources;
  private final CtElement scope;
  private final Map<String, CtVariable<?>> variables = new LinkedHashMap<>();

  private Captures(Sources sources, CtElement scope) {
    this.sources = sources;
    this.scope = scope;
  }

  /** The variables declared outside that it reads, by name. */
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
      if (declaration != null && !declaration.hasParent(scope)) {
        variables.putIfAbsent(declaration.getSimpleName(), declaration);
      }
    }
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
          && sources.type(call.getType()).filter(Shapes::isInner).isPresent();
    }
    return element instanceof CtThisAccess || element instanceof CtSuperAccess;
  }
}
