package bad;

import io.cotangent.Differentiable;

class InverseLoss {
  @Differentiable(inverse = true)
  static double[] sum(double x, double y) {
    double a = x + y;
    return new double[] {a, 2 * a};
  }

  @Differentiable(inverse = true)
  static double[] unused(double x, double y) {
    return new double[] {x, 3 * x};
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] overwritten(double[] x, double c) {
    double[] z = x.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] = c * i;
    }
    return z;
  }

  @Differentiable(inverse = true, wrt = {"x", "y"})
  static double[] inOneBranch(double x, double y, boolean b) {
    double a = x;
    if (b) {
      a = 2 * y;
    } else {
      a = a * y;
    }
    return new double[] {a, y};
  }

  @Differentiable(inverse = true)
  static double[] inHelper(double[] x) {
    return new double[] {lose(x[0], x[1]), x[1]};
  }

  private static double lose(double a, double b) {
    return b * b;
  }
}

// error 8:5 the last copy of 'x' and 'y' dies here and no value takes its place, so that the Jacobian is singular: keep it in the result, or leave inverse = true out [cotangent:inverse-loss]
// error 13:19 the last copy of 'y' dies here and no value takes its place, so that the Jacobian is singular: keep it in the result, or leave inverse = true out [cotangent:inverse-loss]
// warning 13:43 the derivative with respect to 'y' is zero everywhere: leave it out of wrt [cotangent:unused-wrt]
// error 21:7 the last copy of 'z' dies here and no value takes its place, so that the Jacobian is singular: keep it in the result, or leave inverse = true out [cotangent:inverse-loss]
// error 30:7 the last copy of 'a' dies here and no value takes its place, so that the Jacobian is singular: keep it in the result, or leave inverse = true out [cotangent:inverse-loss]
// error 38:19 the last copy of 'x[0]' dies here and no value takes its place, so that the Jacobian is singular: keep it in the result, or leave inverse = true out [cotangent:inverse-loss]
