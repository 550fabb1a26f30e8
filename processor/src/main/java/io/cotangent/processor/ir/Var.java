package io.cotangent.processor.ir;

/**
 * A local variable or parameter; two variables are the same only if they are the same object, so
 * names need not be unique until the backend writes them.
 */
public final class Var {
  private final String name;
  private final Type type;

  /** A new variable that differs from every other. */
  public Var(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  /** The name that the backend should use, made unique there. */
  public String name() {
    return name;
  }

  /** The variable's type. */
  public Type type() {
    return type;
  }

  /** A read of this variable. */
  public Expr.Read read() {
    return new Expr.Read(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
