/**
 * Operators on differentiated functions, matrix-free: they take the function objects that generated
 * classes make ({@link io.cotangent.ScalarFunction}, {@link io.cotangent.VectorFunction}) and need
 * nothing but their derivative products.
 *
 * <p>{@link io.cotangent.operators.Curvature} has Gauss-Newton, Fisher and Hessian products and the
 * natural gradient; {@link io.cotangent.operators.Hutchinson} estimates traces and diagonals;
 * {@link io.cotangent.operators.VectorCalculus} has Laplacian, divergence, curl and Lie
 * derivatives; {@link io.cotangent.operators.Directional} derivatives of any order along a line;
 * {@link io.cotangent.operators.SparseHessian} sparse Hessians from few products; {@link
 * io.cotangent.operators.JacobianOperator} a Jacobian with its transpose.
 */
package io.cotangent.operators;
