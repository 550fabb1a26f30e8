package io.cotangent.processor.ir;

/**
 * A pure static method of numbers that has a rule, such as {@code java.lang.Math.exp}.
 *
 * @param owner the canonical name of the declaring class
 * @param name the method's name
 */
public record MathOp(String owner, String name) implements Op {
  @Override
  public String toString() {
    return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
  }
}
