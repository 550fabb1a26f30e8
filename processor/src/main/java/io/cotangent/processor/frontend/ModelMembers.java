package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtAbstractInvocation;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtTypeMember;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtTypeReference;

/**
 * What Spoon's elements tell about members where javac's do not: in models of the JDK's classes.
 */
final class ModelMembers {
  private ModelMembers() {}

  /** Whether the reference stands in a model of the JDK's and means a class that is modelled. */
  static boolean isInModel(@Nullable CtTypeReference<?> owner) {
    return owner != null
        && owner.getDeclaration() != null
        && Models.isModelled(topLevelName(owner));
  }

  private static String topLevelName(CtTypeReference<?> type) {
    CtTypeReference<?> outer = type.getDeclaringType();
    return outer == null ? type.getQualifiedName() : topLevelName(outer);
  }

  /** A type's members; in a model also those that it inherits. */
  static List<CtTypeMember> of(CtType<?> type) {
    List<CtTypeMember> members = new ArrayList<>(type.getTypeMembers());
    if (Models.isModelled(type.getQualifiedName())) {
      Stream.concat(Stream.ofNullable(type.getSuperclass()), type.getSuperInterfaces().stream())
          .flatMap(parent -> Stream.ofNullable(parent.getDeclaration()))
          .flatMap(parent -> of(parent).stream())
          .filter(member -> !(member instanceof CtConstructor))
          .forEach(members::add);
    }
    return members;
  }

  /** For a call that fits no method Spoon shows the nearest one. */
  static boolean argumentsFit(CtExecutableReference<?> reference, SpoonModel model) {
    if (!reference.isParentInitialized()
        || !(reference.getParent() instanceof CtAbstractInvocation<?> call)) {
      return true;
    }
    int given = call.getArguments().size();
    List<CtTypeReference<?>> declared = reference.getParameters();
    boolean variable =
        !declared.isEmpty() && declared.get(declared.size() - 1) instanceof CtArrayTypeReference;
    return (given == declared.size() || (variable && given >= declared.size() - 1))
        && call.getArguments().stream().allMatch(argument -> model.resolved(argument.getType()));
  }
}
