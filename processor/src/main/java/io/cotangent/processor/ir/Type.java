package io.cotangent.processor.ir;

/** The type of a value in the IR. */
public sealed interface Type {

  /** Java's primitive types and {@code void}. */
  enum Primitive implements Type {
    VOID,
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** An array; rank two and above is an array of arrays, as in Java. */
  record Array(Type element) implements Type {
    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /** Any other class or interface by its canonical, erased name; it carries no derivative. */
  record Ref(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * An object of a class whose source is known, so that derivatives can flow through its fields; a
   * {@link ClassShape} of that name says what it holds.
   */
  record Struct(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  Type VOID = Primitive.VOID;
  Type BOOLEAN = Primitive.BOOLEAN;
  Type INT = Primitive.INT;
  Type LONG = Primitive.LONG;
  Type FLOAT = Primitive.FLOAT;
  Type DOUBLE = Primitive.DOUBLE;
  Type STRING = new Ref("java.lang.String");
  Type THROWABLE = new Ref("java.lang.Throwable");

  /** Whether this is {@code float} or {@code double}. */
  default boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether this is a numeric primitive type. */
  default boolean isNumeric() {
    return this instanceof Primitive && this != VOID && this != BOOLEAN;
  }

  /** Whether values of this type can carry a derivative: floating, or arrays of such. */
  default boolean carriesDerivative() {
    return leaf().isFloating();
  }

  /** Whether values of this type are references: objects and arrays. */
  default boolean isReference() {
    return !(this instanceof Primitive);
  }

  /** Whether this is an array type. */
  default boolean isArray() {
    return this instanceof Array;
  }

  /** The type at the bottom of an array type; other types are their own leaf. */
  default Type leaf() {
    Type type = this;
    while (type instanceof Array array) {
      type = array.element();
    }
    return type;
  }

  /** The number of array dimensions; 0 for everything that is not an array. */
  default int rank() {
    int rank = 0;
    for (Type type = this; type instanceof Array array; type = array.element()) {
      rank++;
    }
    return rank;
  }

  /** An array type over {@code element}. */
  static Array arrayOf(Type element) {
    return new Array(element);
  }
}
