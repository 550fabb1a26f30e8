package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a class with the derivatives of a method, written by the annotation processor.
 *
 * <pre>{@code
 * @Differentiable
 * static double loss(double[] w, double b, double[][] x, double[] y) { ... }
 * }</pre>
 *
 * <p>The method may be static or not and of any visibility. The generated class is final, lies in
 * the same package and is named {@code <Outer><Inner><Method>Derivatives} ({@code
 * ModelLossDerivatives} for {@code Model.loss}). It holds {@code gradient}, {@code
 * valueAndGradient}, {@code jvp}, {@code vjp}, {@code pullback}, {@code pushforward}, {@code
 * jacobian} and {@code function} as far as they exist for the method's result.
 *
 * <p>What cannot be differentiated correctly is a compile error at its line and column.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Differentiable {
  /**
   * The names of the parameters to differentiate with respect to; {@code "this"} names the
   * receiver. By default every parameter that carries floating-point data.
   *
   * @return names of parameters, in any order; the generated methods keep the parameters' order
   */
  String[] wrt() default {};

  /**
   * The highest order of derivatives: 1 or 2, where 2 adds {@code hvp} and {@code hessian} to a
   * method with a scalar result.
   *
   * @return the order
   */
  int order() default 1;

  /**
   * Whether to add the inverse mode ({@code ijvp}, {@code ivjp}, {@code inverse} and {@code
   * logAbsDetJacobian}) to a method whose result has as many entries as its differentiated
   * parameters.
   *
   * @return whether inverse mode is generated
   */
  boolean inverse() default false;

  /**
   * Whether a complex method's gradient is its complex derivative.
   *
   * @return whether the method is holomorphic
   */
  boolean holomorphic() default false;

  /**
   * The simple name of the generated class; by default {@code <Outer><Inner><Method>Derivatives}.
   * Annotated overloads need a name each.
   *
   * @return a simple class name, or an empty string for the default
   */
  String name() default "";
}
