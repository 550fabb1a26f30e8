/** Nonlinear least squares on NIST's reference sets. */
package io.cotangent.samples.nist;
