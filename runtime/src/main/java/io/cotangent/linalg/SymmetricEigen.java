package io.cotangent.linalg;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param values the eigenvalues in ascending order
 * @param vectors the unit eigenvectors in columns, in the values' order; the entry of largest
 *     modulus of each (the first, if there are several) is positive
 */
public record SymmetricEigen(double[] values, double[][] vectors) {}
