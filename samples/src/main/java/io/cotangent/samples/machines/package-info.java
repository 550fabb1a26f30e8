/** The devices that batches run on. */
package io.cotangent.samples.machines;
