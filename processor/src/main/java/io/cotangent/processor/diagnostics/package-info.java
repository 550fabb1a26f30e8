/** Places in source files, the problems found there, and how they reach the user. */
@NullMarked
package io.cotangent.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
