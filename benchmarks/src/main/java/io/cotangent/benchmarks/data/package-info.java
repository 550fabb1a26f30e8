/** Inputs of the objectives: readers of ADBench's files and seeded inputs of the same shapes. */
package io.cotangent.benchmarks.data;
