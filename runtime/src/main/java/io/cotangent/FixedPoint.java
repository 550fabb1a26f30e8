package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a class that finds the fixed point {@code x = f(x, θ)} of a method and its derivatives
 * with respect to {@code θ}.
 *
 * <pre>{@code
 * @FixedPoint(state = "b")
 * static double[] powerStep(double[] b, double[][] a) { ... }
 * }</pre>
 *
 * <p>The state's argument is where the search starts; the solution's derivative with respect to it
 * is zero. The residual is {@code f(x) - x}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface FixedPoint {
  /**
   * The parameter that is the state; the method returns its type.
   *
   * @return its name
   */
  String state();

  /**
   * The solution is accepted when the residual's Euclidean norm is at most this times one plus the
   * solution's norm.
   *
   * @return the tolerance
   */
  double tolerance() default 1e-12;

  /**
   * The same for the linear system of the derivative, relative to the cotangent.
   *
   * @return the tolerance, or 0 for that of the solution
   */
  double adjointTolerance() default 0;

  /**
   * How many iterations a solver may make.
   *
   * @return the limit
   */
  int maxIterations() default 1000;

  /**
   * How the solution is found.
   *
   * @return the solver
   */
  Solver solver() default Solver.AUTO;

  /**
   * How the linear system of the derivative is solved.
   *
   * @return the solver
   */
  Adjoint adjoint() default Adjoint.AUTO;

  /**
   * What is taken for the solution's derivative.
   *
   * @return the kind of derivative
   */
  Derivative derivative() default Derivative.IMPLICIT;

  /**
   * How many terms of the Neumann series {@link Derivative#TRUNCATED} sums after the first.
   *
   * @return their number
   */
  int terms() default 10;

  /**
   * The simple name of the generated class; by default {@code <Outer><Inner><Method>FixedPoint}.
   *
   * @return a simple class name, or an empty string for the default
   */
  String name() default "";
}
