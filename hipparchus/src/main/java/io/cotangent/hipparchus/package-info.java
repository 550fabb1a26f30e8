/**
 * Differentiated functions as Hipparchus' optimisers and integrators take them: {@link
 * io.cotangent.hipparchus.Functions} for objectives, residuals and constraints, {@link
 * io.cotangent.hipparchus.Equations} for differential equations.
 */
package io.cotangent.hipparchus;
