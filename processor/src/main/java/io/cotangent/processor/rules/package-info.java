/** The rule table: one row per operation, with its partial derivatives and its sample points. */
@NullMarked
package io.cotangent.processor.rules;

import org.jspecify.annotations.NullMarked;
