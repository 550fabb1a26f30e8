package io.cotangent.samples.fractal;

import io.cotangent.Batched;
import io.cotangent.Differentiable;

/** The electric potential around the Mandelbrot set. */
final class Potential {
  private static final double FAR = 1e6;

  private Potential() {}

  /** The potential at a point; zero where it does not get away within {@code most} steps. */
  @Differentiable(wrt = {"x", "y"})
  @Batched(
      over = {"x", "y"},
      gpu = true)
  static double at(double x, double y, int most) {
    double a = x;
    double b = y;
    double scale = 1;
    for (int step = 0; step < most; step++) {
      double size = a * a + b * b;
      if (size > FAR) {
        return 0.5 * Math.log(size) * scale;
      }
      double next = a * a - b * b + x;
      b = 2 * a * b + y;
      a = next;
      scale /= 2;
    }
    return 0;
  }
}
