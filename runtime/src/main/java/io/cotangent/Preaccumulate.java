package io.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose local Jacobian is to be stored instead of its tape where a differentiable
 * method calls it: Jacobian pre-accumulation.
 *
 * <pre>{@code
 * @Preaccumulate
 * static double friction(double roughness, double reynolds) { ... a long formula, a loop ... }
 * }</pre>
 *
 * <p>In reverse mode a call then computes, already in the forward sweep, the value together with
 * its partial derivatives by the method's arguments: with a reverse sweep of the method's own where
 * it gives a number; with its tangent for each number that goes in where it gives an array. Only
 * the partials are kept, one for each number that goes in and each that comes out, however much the
 * method computes; the caller's reverse sweep multiplies by them. This saves memory, and often
 * time, where few numbers go in and much is done with them, above all when the call stands in a
 * loop. It costs where the reverse sweep of a call would never have run, and where arrays that go
 * in are long.
 *
 * <p>Values are the same, bit for bit; derivatives agree to rounding, since their factors are
 * multiplied in another order. In forward mode ({@code jvp}, {@code pushforward}) the mark changes
 * nothing; in second order the partials' own tangents are kept.
 *
 * <p>The result is a {@code double}, a {@code float}, or an array of them. Arguments that carry
 * derivatives are numbers and arrays of them, of any length, that the method does not write to. The
 * method may be recursive and may throw; one that gives an array takes no arrays of arrays, gives a
 * new array, and has no effects, since it runs more than once. All else is a compile error. One
 * that is called by its generated class (from another compilation) keeps its mark where it gives a
 * number.
 *
 * @see <a href="https://epubs.siam.org/doi/book/10.1137/1.9780898717761">A. Griewank, A. Walther,
 *     Evaluating Derivatives, 2nd edition, SIAM 2008, chapter 10 (Jacobian accumulation)</a>
 * @see <a href="https://doi.org/10.1145/1377603.1377609">J. Utke et al., OpenAD/F: a modular
 *     open-source tool for automatic differentiation of Fortran codes, ACM TOMS 34 (2008)</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Preaccumulate {}
