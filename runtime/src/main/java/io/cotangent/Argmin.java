package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a class that minimises a method's result over one parameter, with or without
 * constraints, and gives the minimiser's derivatives with respect to the other parameters.
 *
 * <pre>{@code
 * @Argmin(unknown = "w")
 * static double ridge(double[] w, double[][] x, double[] y, double lambda) { ... }
 * }</pre>
 *
 * <p>The unknown's argument is where the search starts; the solution's derivative with respect to
 * it is zero. The residual is the gradient, with constraints that of the Karush-Kuhn-Tucker system
 * of the Lagrangian {@code f + λ·h + μ·g}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Argmin {
  /**
   * The parameter to minimise over.
   *
   * @return its name
   */
  String unknown();

  /**
   * A method {@code h} of the same class with the objective's parameters that returns {@code
   * double} or {@code double[]}: the solution satisfies {@code h = 0}.
   *
   * @return its name, or an empty string
   */
  String equality() default "";

  /**
   * A method {@code g} of the same class with the objective's parameters that returns {@code
   * double} or {@code double[]}: the solution satisfies {@code g <= 0}.
   *
   * @return its name, or an empty string
   */
  String inequality() default "";

  /**
   * A method of the same class with the objective's parameters that returns the unknown's type: the
   * Euclidean projection of the unknown's argument onto the set to minimise over, as those of
   * {@code io.cotangent.implicit.Projections}.
   *
   * @return its name, or an empty string
   */
  String projection() default "";

  /**
   * A method of the same class with the objective's parameters and a last one, {@code double step},
   * that returns the unknown's type: the minimiser of {@code ½|z - x|² + step·g(z)}, with the
   * unknown's argument for {@code x}. What is minimised is the annotated method's result plus
   * {@code g}.
   *
   * @return its name, or an empty string
   */
  String proximal() default "";

  /**
   * The parameter that holds the lower bounds, of the unknown's type: together with {@link #upper}
   * it stands for the projection onto the box. The solution's derivative with respect to a bound
   * that holds it is 1.
   *
   * @return its name, or an empty string
   */
  String lower() default "";

  /**
   * The parameter that holds the upper bounds, of the unknown's type.
   *
   * @return its name, or an empty string
   */
  String upper() default "";

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
   * A number that is added to the diagonal of the derivative's matrix, the objective's second
   * derivatives, where that is singular or nearly so. The derivative is then no longer exact: the
   * bound on the error that {@code adjoint} gives says how far it is off.
   *
   * @return the number
   */
  double ridge() default 0;

  /**
   * A method of the same class with the method's parameters and a last one, {@code double[] v},
   * that returns {@code double[]}: something near the inverse of the derivative's matrix, the
   * objective's second derivatives, times {@code v}. It is linear in {@code v}; adjoints take its
   * transpose, which is generated. It is asked for where that matrix is not factored: above 200
   * unknowns, or where {@link #adjoint} names an iterative solver.
   *
   * @return its name, or an empty string
   */
  String preconditioner() default "";

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
   * The simple name of the generated class; by default {@code <Outer><Inner><Method>Argmin}.
   *
   * @return a simple class name, or an empty string for the default
   */
  String name() default "";
}
