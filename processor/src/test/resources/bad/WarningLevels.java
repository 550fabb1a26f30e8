package bad;

import io.cotangent.Differentiable;

class WarningLevels {
  @Differentiable
  static double unused(double x, double y) {
    return x == 0 ? 1 : x;
  }
}

// option -Acotangent.warnings=none,unused-wrt=error
// error 7:41 the derivative with respect to 'y' is zero everywhere: leave it out of wrt [cotangent:unused-wrt]
