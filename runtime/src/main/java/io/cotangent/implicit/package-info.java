/** Solvers for fixed points, roots and minima, and the derivatives of what they find. */
package io.cotangent.implicit;
