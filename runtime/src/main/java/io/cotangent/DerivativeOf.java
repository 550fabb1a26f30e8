package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a static method as the derivative of another one, whose source can't be read or should
 * not be differentiated through.
 *
 * <pre>{@code
 * @DerivativeOf(type = Special.class, method = "erf")
 * static double erfJvp(double x, double xDot) { ... }
 *
 * @DerivativeOf(type = Special.class, method = "erf", mode = Mode.VJP)
 * static double erfVjp(double x, double resultBar) { ... }
 * }</pre>
 *
 * <p>A rule takes the method's parameters as they are declared, the receiver of an instance method
 * before them. {@link Mode#JVP} takes then a tangent for each parameter that carries a derivative
 * and returns the tangent of the result; {@link Mode#VJP} takes the cotangent of the result and
 * returns that of the one parameter which carries a derivative, or a record of those of several, in
 * their order. One mode suffices if its source is in the compilation: the other is its transpose.
 * Second derivatives come from differentiating the rule itself, or from a rule for the rule.
 *
 * <p>The method must have no effects: it must not write to its arguments or to anything that is
 * seen elsewhere. A rule is found if it is in the compilation, in a class of the class path that
 * was compiled with Cotangent, or in the class of the method itself. It is used wherever a
 * differentiable method calls the method, also where that has source.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface DerivativeOf {
  /**
   * The class that declares the method.
   *
   * @return a class or interface
   */
  Class<?> type();

  /**
   * The method's name.
   *
   * @return a simple name
   */
  String method();

  /**
   * Which derivative this is.
   *
   * @return forward or reverse mode
   */
  Mode mode() default Mode.JVP;

  /**
   * The method's parameter types, which pick one of several overloads where the rule's own
   * signature leaves a choice.
   *
   * @return erased types in their order; by default whatever fits
   */
  Class<?>[] parameters() default {};
}
