/** Penalties tuned by their gradients, on real data. */
package io.cotangent.samples.tuning;
