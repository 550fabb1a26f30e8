/**
 * Random programs with objects, functions and collections, each written twice: on doubles for the
 * processor, and on dual numbers, which the JVM then runs as the independent differentiator.
 */
package io.cotangent.fuzz.twin;
