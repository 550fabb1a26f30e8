/** Logistic regression, after JAX's autodiff cookbook. */
package io.cotangent.samples.logistic;
