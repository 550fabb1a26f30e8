/**
 * Objective functions as a user of Cotangent would write them: static methods of doubles and
 * arrays.
 */
package io.cotangent.benchmarks.objective;
