/** An Asian option by Monte Carlo: Greeks along each path, random numbers from counters. */
package io.cotangent.samples.asian;
