package bad;

import io.cotangent.Differentiable;

class Identity {
  record Point(double x) {}

  @Differentiable
  static double f(Point p, Point q) {
    return p == q ? p.x() : p.x() * q.x();
  }
}

// error 9:17 '==' of objects, some of them parameters, can't be differentiated: compare what they hold [cotangent:unsupported-construct]
