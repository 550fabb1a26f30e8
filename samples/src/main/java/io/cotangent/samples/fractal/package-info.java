/** The Mandelbrot set, coloured by the derivative of its potential. */
package io.cotangent.samples.fractal;
