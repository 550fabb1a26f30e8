/** Writes functions of the IR, and what users call around them, as Java; only it knows JavaPoet. */
@NullMarked
package io.cotangent.processor.backend;

import org.jspecify.annotations.NullMarked;
