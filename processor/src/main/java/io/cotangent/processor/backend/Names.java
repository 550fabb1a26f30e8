package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Legal Java identifiers, unique in their scope and the same on every run: the name that was asked
 * for where it can be had, else with a number behind it.
 */
final class Names {
  private final Set<String> reserved;
  private final Set<String> wanted;
  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final Map<Var, String> names = new HashMap<>();

  /**
   * Names for one method or class.
   *
   * @param reserved names that nothing gets
   * @param wanted names that only those get who ask for exactly them
   */
  Names(Set<String> reserved, Set<String> wanted) {
    this.reserved = Set.copyOf(reserved);
    this.wanted = Set.copyOf(wanted);
    open();
  }

  /** Begins a nested scope. */
  void open() {
    scopes.push(new HashSet<>());
  }

  /** Ends the innermost scope: its names are free again. */
  void close() {
    scopes.pop();
  }

  /** Gives a variable its name in the innermost scope. */
  String declare(Var var) {
    String name = claim(var.name());
    names.put(var, name);
    return name;
  }

  /** The name of a declared variable. */
  String of(Var var) {
    String name = names.get(var);
    if (name == null) {
      throw new IllegalStateException(
          "variable '" + var.name() + "' is used before it is declared");
    }
    return name;
  }

  /** A name for something that the source names. */
  String claim(String name) {
    String base = legal(name);
    return take(isTaken(base) ? numbered(base) : base);
  }

  /** A name for something that the source does not know; it gives way to all that is wanted. */
  String fresh(String name) {
    String base = legal(name);
    return take(isTaken(base) || wanted.contains(base) ? numbered(base) : base);
  }

  private String numbered(String base) {
    String stem = Character.isDigit(base.charAt(base.length() - 1)) ? base + "_" : base;
    int number = 2;
    while (isTaken(stem + number) || wanted.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }

  private String take(String name) {
    scopes.element().add(name);
    return name;
  }

  private boolean isTaken(String name) {
    return reserved.contains(name) || scopes.stream().anyMatch(scope -> scope.contains(name));
  }

  /** The nearest legal identifier. */
  static String legal(String name) {
    StringBuilder legal = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (legal.isEmpty() && !Character.isJavaIdentifierStart(c)) {
        legal.append('_');
      }
      legal.append(Character.isJavaIdentifierPart(c) ? c : '_');
    }
    boolean isIdentifier = SourceVersion.isName(legal, SourceVersion.RELEASE_17);
    return isIdentifier ? legal.toString() : legal.append('_').toString();
  }

  /** The name with its first letter large. */
  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The name with its first letter small. */
  static String decapitalized(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
