/** Adjoints written by hand, against which the generated ones are measured and checked. */
package io.cotangent.benchmarks.manual;
