/** Tests of the rewriting, by a class that does the same before and after it. */
@NullMarked
package io.cotangent.startup;

import org.jspecify.annotations.NullMarked;
