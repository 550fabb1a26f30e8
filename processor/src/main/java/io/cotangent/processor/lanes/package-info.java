/**
 * Rewrites the functions of one item so that they work on a block of items at once, the items
 * innermost.
 */
@NullMarked
package io.cotangent.processor.lanes;

import org.jspecify.annotations.NullMarked;
