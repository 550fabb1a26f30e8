/** Facts about a program as immutable results beside it, never marks on its nodes. */
@NullMarked
package io.cotangent.processor.analysis;

import org.jspecify.annotations.NullMarked;
