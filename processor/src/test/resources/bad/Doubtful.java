package bad;

import io.cotangent.Differentiable;

class Doubtful {
  @Differentiable
  static double sinc(double x) {
    if (x == 0) {
      return 1;
    }
    return Math.sin(x) / x;
  }

  @Differentiable
  static double both(double[] x, double y, int n) {
    return n == 3 && y != x[0] ? x[0] * y : helper(x[1], y);
  }

  private static double helper(double a, double b) {
    return a == b ? a : 2 * b;
  }

  @Differentiable
  static double ranges(double x) {
    if (x == Double.POSITIVE_INFINITY || x != x) {
      return 0;
    }
    if (x == 5) {
      throw new IllegalArgumentException();
    }
    return x <= 0 ? 0 : x;
  }

  @Differentiable
  static double steps(double x, float y) {
    return (int) x + Math.floor(y);
  }

  @Differentiable
  static double unused(double x, double y) {
    return x * (int) y;
  }

  @Differentiable
  static void kernel(double t, double[] x, double[] out) {
    out[0] = x[0];
  }

  record Pair(double a, double b) {}

  @Differentiable
  static double object(Pair pair, double c) {
    return c;
  }

  @SuppressWarnings({"unused", "cotangent:float-equality", "cotangent:unused-wrt"})
  @Differentiable
  static double suppressed(double x, double y) {
    return x == 0 ? 1 : x;
  }

  @SuppressWarnings("cotangent:zero-derivative")
  static class Quiet {
    @Differentiable
    static double constant(double x) {
      return 1;
    }
  }

  @Differentiable
  static double local(double x, @SuppressWarnings("cotangent:unused-wrt") double y) {
    @SuppressWarnings("cotangent:float-equality")
    double z = x == 2 ? 3 : x;
    return z;
  }
}

// warning 8:9 numbers that carry derivatives are compared for equality: the branch taken at that single point decides the derivative there; test a range instead, or suppress this if the branches' derivatives agree [cotangent:float-equality]
// warning 16:22 numbers that carry derivatives are compared for equality: the branch taken at that single point decides the derivative there; test a range instead, or suppress this if the branches' derivatives agree [cotangent:float-equality]
// warning 20:12 numbers that carry derivatives are compared for equality: the branch taken at that single point decides the derivative there; test a range instead, or suppress this if the branches' derivatives agree [cotangent:float-equality]
// warning 35:17 the derivative of 'steps' is zero everywhere: its result depends on none of the parameters that it is differentiated by, but perhaps through steps such as casts to integers [cotangent:zero-derivative]
// warning 40:41 the derivative with respect to 'y' is zero everywhere: leave it out of wrt [cotangent:unused-wrt]
// warning 45:29 the derivative with respect to 't' is zero everywhere: leave it out of wrt [cotangent:unused-wrt]
// warning 52:29 the derivative with respect to 'pair' is zero everywhere: leave it out of wrt [cotangent:unused-wrt]
