/** Writes functions of the IR as OpenCL C, and says what an OpenCL device can't run. */
@NullMarked
package io.cotangent.processor.batch;

import org.jspecify.annotations.NullMarked;
