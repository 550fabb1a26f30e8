package io.cotangent.linalg;

/**
 * A QR factorisation.
 *
 * @param q orthonormal columns
 * @param r upper triangular, its diagonal not negative
 */
public record Qr(double[][] q, double[][] r) {}
