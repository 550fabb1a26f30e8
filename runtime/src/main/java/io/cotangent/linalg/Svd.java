package io.cotangent.linalg;

/**
 * A singular value decomposition {@code u diag(s) vᵀ}.
 *
 * @param u left singular vectors in columns
 * @param s singular values in descending order
 * @param v right singular vectors in columns; the entry of largest modulus of each (the first, if
 *     there are several) is positive
 */
public record Svd(double[][] u, double[] s, double[][] v) {}
