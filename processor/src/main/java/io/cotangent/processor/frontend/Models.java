package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;
import spoon.reflect.reference.CtWildcardReference;

/**
 * Classes of the JDK that are lowered from sources of our own writing, where a program needs them:
 * boxes, collections and streams that hold active numbers, and functions that are composed.
 */
final class Models {
  /** What is modelled together. */
  enum Group {
    FUNCTIONS,
    COLLECTIONS,
    OPERATORS
  }

  private static final Map<String, Group> TYPES = new LinkedHashMap<>();

  static {
    for (String name :
        List.of(
            "Function",
            "BiFunction",
            "UnaryOperator",
            "BinaryOperator",
            "DoubleUnaryOperator",
            "DoubleBinaryOperator",
            "DoublePredicate",
            "Predicate",
            "Consumer",
            "DoubleConsumer")) {
      TYPES.put("java.util.function." + name, Group.FUNCTIONS);
    }
    for (String name :
        List.of(
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Comparable",
            "java.lang.Iterable",
            "java.util.Iterator",
            "java.util.Collection",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Map",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.Set",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.Comparator",
            "java.util.Collections",
            "java.util.Queue",
            "java.util.Deque",
            "java.util.ArrayDeque",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.stream.DoubleStream",
            "java.util.stream.IntStream",
            "java.util.stream.Stream",
            "java.util.stream.Collectors",
            "java.util.stream.Collector")) {
      TYPES.put(name, Group.COLLECTIONS);
    }
  }

  private static final Set<String> NEEDED =
      Set.of("java.lang.Double", "java.lang.Float", "java.lang.Iterable", "java.util.Iterator");

  /** Classes that only the models know. */
  private static final List<String> PARTS =
      List.of(
          "java.util.GivenModel",
          "java.util.MapModel",
          "java.util.SetModel",
          "java.util.Orders",
          "java.util.stream.Elements",
          "java.util.stream.Pull",
          "java.util.stream.PulledElements",
          "java.util.stream.Source",
          "java.util.stream.Stage");

  private final Set<Group> used;
  private final Set<Group> wanted;
  private boolean makesFunction;
  private boolean usesOperator;

  private Models(Set<Group> used) {
    this.used = used;
    this.wanted = EnumSet.noneOf(Group.class);
  }

  /** Nothing is modelled until it turns out that it must be. */
  static Models none() {
    return new Models(EnumSet.noneOf(Group.class));
  }

  /** The models for another attempt; empty if this one had all that it needed. */
  Optional<Models> next() {
    if (used.containsAll(wanted)) {
      return Optional.empty();
    }
    wanted.addAll(used);
    return Optional.of(new Models(wanted));
  }

  /** Notes that the program can only be differentiated with these models. */
  void want(Group group) {
    wanted.add(group);
  }

  /** Whether these are the others and the operators. */
  boolean addsOperatorsTo(Models others) {
    Set<Group> added = EnumSet.copyOf(used);
    added.removeAll(others.used);
    return added.equals(EnumSet.of(Group.OPERATORS));
  }

  boolean uses(Group group) {
    return used.contains(group);
  }

  /** Whether the type, which is part of the JDK, is to be read in its model. */
  boolean hides(String topLevelName) {
    Group group = Operators.has(topLevelName) ? Group.OPERATORS : TYPES.get(topLevelName);
    return group != null && !used.contains(group);
  }

  /** Notes the type of a variable or a value: numbers in it may carry derivatives. */
  void mention(@Nullable CtTypeReference<?> type) {
    if (type != null && (isBox(type) || holdsNumbers(type))) {
      want(Group.COLLECTIONS);
    }
  }

  private static boolean isBox(CtTypeReference<?> type) {
    String name = type.getQualifiedName();
    return name.equals("java.lang.Double") || name.equals("java.lang.Float");
  }

  private static boolean holdsNumbers(CtTypeReference<?> type) {
    if (type instanceof CtArrayTypeReference<?> array) {
      return holdsNumbers(array.getComponentType());
    }
    String name = type.getQualifiedName();
    if (TYPES.get(name) != Group.COLLECTIONS) {
      return false;
    }
    return name.equals("java.util.stream.DoubleStream")
        || name.equals("java.util.stream.IntStream")
        || name.equals("java.util.OptionalDouble")
        || type.getActualTypeArguments().stream().anyMatch(Models::mayCarry);
  }

  /** Whether what has this type may hold numbers that carry derivatives. */
  static boolean mayCarry(CtTypeReference<?> argument) {
    if (argument instanceof CtWildcardReference wildcard) {
      return mayCarry(wildcard.getBoundingType());
    }
    if (argument instanceof CtTypeParameterReference) {
      // What it stands for is mentioned where it is told: here it may be List's own.
      return false;
    }
    String name = argument.getQualifiedName();
    boolean plain = name.startsWith("java.") && !holdsNumbers(argument) && !isBox(argument);
    return argument instanceof CtArrayTypeReference<?> array
        ? array.getArrayType().isPrimitive() ? Types.of(array).carriesDerivative() : mayCarry(array)
        : !plain;
  }

  /** Whether a modelled class may be left as it is: neither boxing nor a loop needs its model. */
  static boolean mayBeLeft(String topLevelName) {
    return TYPES.containsKey(topLevelName) && !NEEDED.contains(topLevelName);
  }

  /** Whether the class is modelled, or part of a model. */
  static boolean isModelled(String topLevelName) {
    return TYPES.containsKey(topLevelName) || PARTS.contains(topLevelName);
  }

  /** Notes a call that is not that of a functional interface's own method. */
  void called(CtInvocation<?> call) {
    CtTypeReference<?> owner = call.getExecutable().getDeclaringType();
    operatorUsed(owner);
    Group group = owner == null ? null : TYPES.get(owner.getQualifiedName());
    boolean takesFunction = call.getArguments().stream().anyMatch(Models::isFunction);
    if (group == Group.FUNCTIONS || (group != null && takesFunction)) {
      want(group);
    }
  }

  /** Notes that an object is made on which operators may work. */
  void functionMade() {
    makesFunction = true;
    wantOperators();
  }

  /** Notes that an object of a class is made. */
  void made(ClassShape shape) {
    if (shape.interfaces().stream().anyMatch(Operators::has)) {
      functionMade();
    }
  }

  /** Notes that a function of this type is made. */
  void functionMade(@Nullable CtTypeReference<?> type) {
    if (Operators.has(type)) {
      functionMade();
    }
  }

  private void operatorUsed(@Nullable CtTypeReference<?> owner) {
    usesOperator = usesOperator || Operators.has(owner);
    wantOperators();
  }

  private void wantOperators() {
    if (makesFunction && usesOperator) {
      want(Group.OPERATORS);
    }
  }

  private static boolean isFunction(CtExpression<?> argument) {
    return argument instanceof CtLambda || argument instanceof CtExecutableReferenceExpression;
  }

  /** Whether the class is one of collections and streams, or part of their models. */
  static boolean isCollection(String name) {
    return TYPES.get(name) == Group.COLLECTIONS || PARTS.contains(name);
  }

  /** The names of all classes that are read together with this one of the JDK or the runtime. */
  static Collection<String> together(String name) {
    if (!isModelled(name)) {
      return Operators.has(name) ? Operators.TYPES : List.of();
    }
    Group group = TYPES.getOrDefault(name, Group.COLLECTIONS);
    List<String> all =
        new ArrayList<>(
            TYPES.entrySet().stream()
                .filter(e -> e.getValue() == group)
                .map(Map.Entry::getKey)
                .toList());
    if (group == Group.COLLECTIONS) {
      all.addAll(PARTS);
    }
    return all;
  }

  /** All classes that are modelled, and the parts of models. */
  static List<String> all() {
    List<String> all = new ArrayList<>(TYPES.keySet());
    all.addAll(PARTS);
    return all;
  }

  /** The source of a class's model. */
  static Optional<String> source(String name) {
    if (!isModelled(name)) {
      return Optional.empty();
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    try (InputStream in = Models.class.getResourceAsStream("models/" + simple + ".java.txt")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
