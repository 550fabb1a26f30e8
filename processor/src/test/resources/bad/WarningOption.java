package bad;

import io.cotangent.Differentiable;

class WarningOption {
  @Differentiable
  static double unused(double x, double y) {
    return x;
  }
}

// option -Acotangent.warnings=none,unused=error
// error -1:-1 -Acotangent.warnings does not know 'unused=error': write none, all or error, or one of these after '=' for some of float-equality, zero-derivative, unused-wrt [cotangent:option]
