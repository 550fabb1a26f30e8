/**
 * Initial value problems of ordinary differential equations: systems, options, solutions with dense
 * output and events, the methods and their derivatives. {@link io.cotangent.Ode} is where to start.
 */
package io.cotangent.ode;
