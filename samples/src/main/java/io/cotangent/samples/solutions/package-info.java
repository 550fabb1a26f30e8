/** Derivatives of solutions: of roots, fixed points and minima. */
package io.cotangent.samples.solutions;
