/**
 * Dense linear algebra on arrays of rows, differentiable: {@link io.cotangent.linalg.Linalg} holds
 * the operations, the classes named {@code …Rules} their derivatives.
 *
 * <p>A matrix is an array of rows of one length. Every operation leaves its arguments as they are
 * and returns arrays of the caller's own. A matrix that is ragged or of the wrong shape is an
 * {@link IllegalArgumentException} that gives the shapes; one that has no result (singular, not
 * positive definite), or whose result has no derivative, an {@link ArithmeticException} that says
 * where. Entries that are not finite are the caller's: they may come out as NaN.
 */
package io.cotangent.linalg;
