/**
 * A plate's conductivity from temperatures measured on it: a differential equation turned round.
 */
package io.cotangent.samples.heat;
