/** An orbit's state transition matrix, and how it spreads what isn't known of the start. */
package io.cotangent.samples.orbit;
