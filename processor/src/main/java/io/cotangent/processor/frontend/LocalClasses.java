package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Var;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnumValue;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.reference.CtTypeReference;
import spoon.reflect.visitor.filter.TypeFilter;

/** Classes inside of methods, with and without a name. */
final class LocalClasses {
  private LocalClasses() {}

  /** Whether a method is around the class, so that it may use variables of it. */
  static boolean isInCode(CtType<?> type) {
    return type.isLocalType()
        || type.isAnonymous()
        || (type.getDeclaringType() != null && isInCode(type.getDeclaringType()));
  }

  /** The class of the object that is made, which has no name where it gets members at once. */
  static CtTypeReference<?> made(CtConstructorCall<?> call) {
    return call instanceof CtNewClass<?> unnamed && unnamed.getAnonymousClass() != null
        ? unnamed.getAnonymousClass().getReference()
        : call.getType();
  }

  /** The class with what is told of an enum's constant alone. */
  static @Nullable CtType<?> body(CtEnumValue<?> constant) {
    return constant.getDefaultExpression() instanceof CtNewClass<?> made
        ? made.getAnonymousClass()
        : null;
  }

  /** The enum of whose constant this is the class; null for other classes. */
  static @Nullable CtType<?> ofConstant(CtType<?> type) {
    return type.isAnonymous()
            && type.isParentInitialized()
            && type.getParent() instanceof CtNewClass<?> made
            && made.isParentInitialized()
            && made.getParent() instanceof CtEnumValue<?> constant
        ? constant.getDeclaringType()
        : null;
  }

  /** Whether there is no object around the code in which a class stands. */
  static boolean isInStaticCode(CtType<?> type) {
    for (CtElement each = type; each.isParentInitialized(); each = each.getParent()) {
      if (each != type && each.getParent() instanceof CtType<?> owner) {
        boolean constant = each instanceof CtField && owner.isInterface();
        return constant || (each instanceof CtModifiable member && member.isStatic());
      }
    }
    return true;
  }

  /**
   * Whether the name of a variable, which code around the classes around {@code site} declares, may
   * mean another one there.
   */
  static boolean mayBeHidden(CtVariable<?> variable, CtElement site) {
    CtType<?> around = site.getParent(CtType.class);
    while (around != null && !variable.hasParent(around)) {
      for (CtVariable<?> other : around.getElements(new TypeFilter<>(CtVariable.class))) {
        if (!(other instanceof CtField) && other.getSimpleName().equals(variable.getSimpleName())) {
          return true;
        }
      }
      around = around.getParent(CtType.class);
    }
    return false;
  }

  /** Lets a method of such a class know the variables around the class that it uses. */
  static void bindCaptured(CtExecutable<?> executable, MethodLowering method) {
    Var self = method.self;
    Map<String, CtVariable<?>> held = method.shapes.captured(method.owner);
    if (self == null || held.isEmpty()) {
      return;
    }
    Set<String> used = Captures.variables(method.sources, executable).keySet();
    held.forEach(
        (field, variable) -> {
          String name = variable.getSimpleName();
          if (used.contains(name) && method.frame.lookup(name) == null) {
            Expr value = new Expr.Field(self.read(), field, Types.of(variable.getType()));
            method.frame.bind(name, method.frame.declare(name, value));
          }
        });
  }
}
