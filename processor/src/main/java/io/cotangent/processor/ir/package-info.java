/**
 * The structured intermediate representation: functions, statements and expressions that every
 * transform reads and writes. It knows neither Spoon nor JavaPoet.
 */
@NullMarked
package io.cotangent.processor.ir;

import org.jspecify.annotations.NullMarked;
