/** Causes found from what they lead to: places of points, a model's parameters, rewards. */
package io.cotangent.samples.inverse;
