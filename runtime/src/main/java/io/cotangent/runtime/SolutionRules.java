package io.cotangent.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class with a solution, whose nested class {@code Rules} holds what a
 * differentiable method that calls it needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface SolutionRules {
  /**
   * The index of the parameter to solve for, the receiver counted.
   *
   * @return the index
   */
  int unknown();

  /**
   * Whether the derivative is that of the iterations, so that the search has to be run again.
   *
   * @return whether it is
   */
  boolean unrolled() default false;

  /**
   * The objective that the solution minimises, where a call of it at the solution is the optimal
   * value.
   *
   * @return class and method with a {@code #} between, or nothing
   */
  String of() default "";
}
