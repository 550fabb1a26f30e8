/**
 * Devices that run the operations of generated {@code …Batch} classes: this thread, a pool of
 * threads, or an OpenCL device.
 */
package io.cotangent.batch;
