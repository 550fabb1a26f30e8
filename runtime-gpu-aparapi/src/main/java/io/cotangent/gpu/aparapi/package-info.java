/** Runs Cotangent's batches on OpenCL devices, through Aparapi; knows nothing about derivatives. */
package io.cotangent.gpu.aparapi;
