/**
 * Derivatives of Java methods, written at compile time.
 *
 * <p>{@link io.cotangent.Differentiable} on a method asks the annotation processor for a class with
 * its derivatives; {@link io.cotangent.Cotangent} holds what a method may say about its own
 * derivative; {@link io.cotangent.SpecialMath} holds functions that {@link java.lang.Math} lacks;
 * {@link io.cotangent.Complex} is a complex number; {@link io.cotangent.ScalarFunction} and {@link
 * io.cotangent.VectorFunction} are differentiated methods as objects.
 */
package io.cotangent;
