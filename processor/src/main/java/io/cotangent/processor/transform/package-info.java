/** The passes: each a pure function from one form of a program to the next. */
@NullMarked
package io.cotangent.processor.transform;

import org.jspecify.annotations.NullMarked;
