/**
 * JMH benchmarks: the same objectives' values, hand-written derivatives and generated ones.
 *
 * <p>Methods of one name do the same in every benchmark, so that {@link
 * io.cotangent.benchmarks.jmh.RatioTable} can set them against each other: {@code primal}, {@code
 * manual}, {@code generated} (with a workspace), {@code generatedAllocating}, {@code jvp}, {@code
 * centralDifferences} and a few of single benchmarks.
 */
package io.cotangent.benchmarks.jmh;
