/** Compiles random programs, calls their derivatives and compares. */
package io.cotangent.fuzz.run;
