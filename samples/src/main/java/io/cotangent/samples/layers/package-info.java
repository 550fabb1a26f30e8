/** Layers of networks that are solutions: of a fixed point, of a root, of a constrained minimum. */
package io.cotangent.samples.layers;
