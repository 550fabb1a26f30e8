/** Writes random programs, and arguments for them. */
package io.cotangent.fuzz.gen;
