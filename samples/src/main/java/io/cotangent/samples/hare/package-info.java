/** Lotka and Volterra's equations fitted to the pelts of hare and lynx, and their picture. */
package io.cotangent.samples.hare;
