package io.cotangent.conformance;

import java.util.Arrays;

/**
 * A row of the table: a program, its arguments, and what is known beforehand about the derivatives.
 *
 * @param holder the class with the annotated method
 * @param program the method's name
 * @param args its arguments
 * @param jacobian the derivative in closed form; null where finite differences have to do
 * @param hessian the second derivative in closed form; null where differences of gradients have to
 * @param tolerance relative to the largest entry; NaN for the default
 * @param twin a program with the same derivatives, or null
 * @param note what the point is about, or empty
 */
record Point(
    Class<?> holder,
    String program,
    Object[] args,
    double[][] jacobian,
    double[][] hessian,
    double tolerance,
    String twin,
    String note) {

  static Point of(Class<?> holder, String program, Object... args) {
    return new Point(holder, program, args, null, null, Double.NaN, null, "");
  }

  /** The gradient (or the Jacobian's only row) is exactly this, infinities included. */
  Point exactly(double... gradient) {
    return new Point(holder, program, args, new double[][] {gradient}, hessian, 0, twin, note);
  }

  /** The gradient is this up to a few roundings. */
  Point gradient(double... gradient) {
    return jacobianIs(gradient);
  }

  /** The Jacobian is this up to a few roundings. */
  Point jacobianIs(double[]... rows) {
    return new Point(holder, program, args, rows, hessian, 1e-13, twin, note);
  }

  /** The Hessian is this. */
  Point hessian(double[]... rows) {
    return new Point(holder, program, args, jacobian, rows, tolerance, twin, note);
  }

  /** Differences agree only so well here. */
  Point within(double relative) {
    return new Point(holder, program, args, jacobian, hessian, relative, twin, note);
  }

  /** Another method of the class has the same derivatives at these arguments. */
  Point as(String other) {
    return new Point(holder, program, args, jacobian, hessian, tolerance, other, note);
  }

  /** Says what the point is about. */
  Point note(String text) {
    return new Point(holder, program, args, jacobian, hessian, tolerance, twin, text);
  }

  String title() {
    String arguments = Flat.text(args);
    String shown = arguments.length() > 60 ? arguments.substring(0, 57) + "..." : arguments;
    return program + "(" + shown + ")" + (note.isEmpty() ? "" : " " + note);
  }

  boolean hasFloats() {
    return Arrays.stream(args).anyMatch(a -> a != null && leaf(a.getClass()) == Float.class);
  }

  private static Class<?> leaf(Class<?> type) {
    Class<?> leaf = type;
    while (leaf.isArray()) {
      leaf = leaf.getComponentType();
    }
    return leaf == float.class ? Float.class : leaf;
  }
}
