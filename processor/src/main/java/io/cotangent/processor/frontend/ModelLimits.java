package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/** Where the models of the JDK's collections would not do what the JDK's own classes do. */
final class ModelLimits {
  /** What is called on these is all that they have. */
  private static final Set<String> OPEN =
      Set.of(
          "java.lang.Comparable",
          "java.lang.Iterable",
          "java.util.Comparator",
          "java.util.Iterator");

  private static final Set<String> KEYED =
      Set.of(
          "java.util.Map",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.Set",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet");

  private ModelLimits() {}

  /**
   * Whether a class of the user's extends a collection: which of its methods the others call is
   * nowhere told, and what it overrides would be called in other places than in the JDK.
   */
  static boolean extendsCollection(CtType<?> type) {
    if (Models.isModelled(type.getTopLevelType().getQualifiedName())) {
      return false;
    }
    CtTypeReference<?> parent = type.getSuperclass();
    return (parent != null && isClosed(parent))
        || type.getSuperInterfaces().stream().anyMatch(ModelLimits::isClosed);
  }

  private static boolean isClosed(CtTypeReference<?> parent) {
    String name = parent.getQualifiedName();
    return Models.isCollection(name) && !OPEN.contains(name);
  }

  /** Refuses maps and sets of keys that are taken apart: the JDK could not compare them. */
  static void checkKeys(MethodLowering method, CtTypeReference<?> type, CtElement at) {
    if (type instanceof CtArrayTypeReference<?> array) {
      checkKeys(method, array.getComponentType(), at);
      return;
    }
    List<CtTypeReference<?>> arguments = type.getActualTypeArguments();
    if (KEYED.contains(type.getQualifiedName())
        && !arguments.isEmpty()
        && !(arguments.get(0) instanceof CtTypeParameterReference)
        && !arguments.get(0).getQualifiedName().equals("java.util.Map$Entry")
        && method.shapes.of(type).isPresent()
        && method.shapes.of(arguments.get(0)).isPresent()) {
      method.frame.problem(ProblemKind.MAP_KEY, at, arguments.get(0).getSimpleName());
    }
    arguments.forEach(argument -> checkKeys(method, argument, at));
  }

  /** Notes a call; refuses an operator whose value is found by iteration. */
  static void called(MethodLowering method, CtInvocation<?> call) {
    Models models = method.sources.models();
    models.called(call);
    CtExecutableReference<?> callee = call.getExecutable();
    if (models.uses(Models.Group.OPERATORS) && Operators.iterates(callee)) {
      method.frame.problem(ProblemKind.ITERATIVE_OPERATOR, call, callee.getSimpleName());
    }
  }

  /** Refuses a collection or a box that a library's method gives back: that is not of a model. */
  static void checkGiven(MethodLowering method, CtInvocation<?> call) {
    CtExecutableReference<?> callee = call.getExecutable();
    Optional<CtTypeReference<?>> type = Optional.ofNullable(call.getType());
    CtTypeReference<?> owner = callee.getDeclaringType();
    boolean same = owner.getQualifiedName().equals("java.util.Objects");
    boolean told = !callee.isStatic() && method.shapes.of(owner).isPresent();
    type.filter(each -> !same && !told && Models.isCollection(each.getQualifiedName()))
        .filter(each -> method.shapes.of(each).isPresent())
        .ifPresent(
            each ->
                method.frame.problem(
                    ProblemKind.LIBRARY_CLASS,
                    call,
                    owner.getSimpleName() + "." + callee.getSimpleName()));
  }
}
