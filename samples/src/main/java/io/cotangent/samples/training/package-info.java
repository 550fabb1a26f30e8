/** A regression and a small network, trained by gradients of mini-batches. */
package io.cotangent.samples.training;
