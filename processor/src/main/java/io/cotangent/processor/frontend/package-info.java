/** From javac's round to the IR: Spoon models of the user's source, and their lowering. */
@NullMarked
package io.cotangent.processor.frontend;

import org.jspecify.annotations.NullMarked;
