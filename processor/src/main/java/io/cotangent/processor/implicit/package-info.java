/** The functions whose derivatives a solution's derivative is made of. */
@NullMarked
package io.cotangent.processor.implicit;

import org.jspecify.annotations.NullMarked;
