package bad;

import io.cotangent.Differentiable;

class InverseObjects {
  record Point(double x, double y) {}

  @Differentiable(inverse = true)
  static double[] polar(Point p) {
    return new double[] {p.x() * p.y(), p.x()};
  }

  @Differentiable(inverse = true)
  static void nothing(double[] x) {
    x[0] = 2 * x[0];
  }
}

// error 9:19 the inverse mode of a method that takes objects apart or gives one is not supported: take and give numbers and arrays of them [cotangent:inverse-objects]
// error 14:15 inverse = true on a method that returns nothing is not supported: return what it computes [cotangent:annotation]
