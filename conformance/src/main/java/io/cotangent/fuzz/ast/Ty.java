package io.cotangent.fuzz.ast;

/**
 * A type: a primitive, or an array of one.
 *
 * @param base the primitive at the bottom
 * @param rank the number of array dimensions, 0 for the primitive itself
 */
public record Ty(Base base, int rank) {
  public static final Ty VOID = new Ty(Base.BOOLEAN, -1);
  public static final Ty BOOLEAN = new Ty(Base.BOOLEAN, 0);
  public static final Ty BYTE = new Ty(Base.BYTE, 0);
  public static final Ty SHORT = new Ty(Base.SHORT, 0);
  public static final Ty CHAR = new Ty(Base.CHAR, 0);
  public static final Ty INT = new Ty(Base.INT, 0);
  public static final Ty LONG = new Ty(Base.LONG, 0);
  public static final Ty FLOAT = new Ty(Base.FLOAT, 0);
  public static final Ty DOUBLE = new Ty(Base.DOUBLE, 0);
  public static final Ty DOUBLES = new Ty(Base.DOUBLE, 1);
  public static final Ty FLOATS = new Ty(Base.FLOAT, 1);
  public static final Ty INTS = new Ty(Base.INT, 1);
  public static final Ty MATRIX = new Ty(Base.DOUBLE, 2);

  /** The array type whose elements have this type. */
  public Ty array() {
    return new Ty(base, rank + 1);
  }

  /** The type of this array type's elements. */
  public Ty element() {
    return new Ty(base, rank - 1);
  }

  public boolean isArray() {
    return rank > 0;
  }

  /** Whether this is a scalar floating-point type. */
  public boolean isFloating() {
    return rank == 0 && base.isFloating();
  }

  /** Whether this is a scalar integer type. */
  public boolean isIntegral() {
    return rank == 0 && base.isIntegral();
  }

  /** Whether values of this type hold data that carries derivatives. */
  public boolean carries() {
    return rank >= 0 && base.isFloating();
  }

  /** Unary numeric promotion (JLS 5.6). */
  public Ty promoted() {
    return rank == 0 && base.ordinal() < Base.INT.ordinal() && base != Base.BOOLEAN ? INT : this;
  }

  /** Binary numeric promotion (JLS 5.6). */
  public static Ty promote(Ty left, Ty right) {
    Ty l = left.promoted();
    Ty r = right.promoted();
    return l.base.ordinal() >= r.base.ordinal() ? l : r;
  }

  /** The type as Java source. */
  @Override
  public String toString() {
    return rank < 0 ? "void" : base.javaName() + "[]".repeat(rank);
  }
}
