/** A regression trained on a cluster. */
package io.cotangent.samples.spark;
