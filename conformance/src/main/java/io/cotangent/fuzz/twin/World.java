package io.cotangent.fuzz.twin;

import java.util.ArrayList;
import java.util.List;

/** What a program declares: classes, methods, and the types of functions that it uses. */
final class World {
  /** How a class is written and made. */
  enum Kind {
    RECORD,
    CLASS,
    /** An interface or abstract class, made by its subclasses. */
    ABSTRACT,
    ENUM
  }

  /** A field, or a record's component. */
  record Field(String type, String name) {}

  /**
   * A class.
   *
   * @param parent the type that it extends or implements, or empty
   * @param fields those that its constructor takes, in order, then the others
   * @param made how many fields its constructor takes
   * @param plain whether it is a record whose constructor does nothing of its own
   */
  record Klass(
      String name, Kind kind, String parent, List<Field> fields, int made, boolean plain) {}

  /**
   * A method.
   *
   * @param owner its class, or empty for a static method of the program's class
   */
  record Sig(String owner, String name, List<String> params, String result) {}

  /** A type of functions, and how one is called. */
  record Fun(String type, String call, List<String> params, String result) {}

  final List<Klass> classes = new ArrayList<>();
  final List<Sig> methods = new ArrayList<>();
  final List<Fun> functions = new ArrayList<>();

  /** The class of a name, or null. */
  Klass klass(String name) {
    return classes.stream().filter(k -> k.name().equals(name)).findFirst().orElse(null);
  }

  /** The function type of a name, or null. */
  Fun function(String type) {
    return functions.stream().filter(f -> f.type().equals(type)).findFirst().orElse(null);
  }

  /** Whether values of a type may stand where another is wanted. */
  boolean fits(String type, String wanted) {
    if (type.equals(wanted)) {
      return true;
    }
    Klass k = klass(type);
    return k != null && !k.parent().isEmpty() && fits(k.parent(), wanted);
  }
}
