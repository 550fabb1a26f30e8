package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a class that runs a {@link Differentiable} method and its derivatives over many items at
 * once, on a {@link io.cotangent.batch.Device}.
 *
 * <pre>{@code
 * @Differentiable
 * @Batched(over = {"spot", "strike"})
 * static double call(double spot, double strike, double rate, double vol, double t) { ... }
 * }</pre>
 *
 * <p>The generated class is final, lies in the same package and is named {@code
 * <Outer><Inner><Method>Batch}. A parameter in {@code over} gets a leading batch dimension, stored
 * flat and row-major: {@code double} becomes {@code double[n]}, {@code double[d]} becomes {@code
 * double[n * d]}. A record becomes a structure of arrays: one such array for each number, boolean
 * and array that it holds, those of records in it in their places, named {@code optionSpot} for the
 * component {@code spot} of the parameter {@code option}. All others are shared by the items, and
 * their cotangents are summed over them. Items stand on their own: batched arrays are separate
 * arrays in every item, each item takes its own branches and trips.
 *
 * <p>On a method with {@link FixedPoint}, {@link Root} or {@link Argmin} the class is named after
 * the one with the solution, such as {@code ModelStepFixedPointBatch}, and holds {@code solve} and
 * {@code vjp}. Each item is solved on its own and has its own {@link Status}: one that fails harms
 * no other.
 *
 * <p>Operations of a differentiable method: {@code value}, {@code gradient}, {@code jvp}, {@code
 * vjp}, {@code jacobian}, and {@code hvp}, {@code hessian} where the method has second derivatives.
 * Each takes the device, the batch size, the arguments, and output arrays of the caller's.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Batched {
  /**
   * The names of the parameters that differ from item to item: numbers, booleans, arrays of them of
   * rank one, which have the same length in every item, and records of these. {@code option.spot}
   * names a component alone; the others are then shared.
   *
   * @return names of parameters or of what they hold, in any order
   */
  String[] over();

  /**
   * Whether to write kernels for OpenCL devices too. What such a device can't run is then a compile
   * error at its line.
   *
   * @return whether the batch runs on {@link io.cotangent.batch.Device#openCl()}
   */
  boolean gpu() default false;

  /**
   * The simple name of the generated class; by default {@code <Outer><Inner><Method>Batch}.
   * Annotated overloads need a name each.
   *
   * @return a simple class name, or an empty string for the default
   */
  String name() default "";
}
