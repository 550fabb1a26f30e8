package bad;

import io.cotangent.Argmin;
import io.cotangent.FixedPoint;
import io.cotangent.Root;

class DoubtfulEquations {
  @FixedPoint(state = "x")
  static double step(double x, double a) {
    return a == 1 ? 0.5 * x : 0.5 * a * Math.cos(x);
  }

  @Root(unknown = "x")
  static double equation(double x, double a) {
    return x != 0 ? Math.sin(x) / x - a : 1 - a;
  }

  @Argmin(unknown = "x")
  static double cost(double[] x, double a) {
    return a == x[0] ? x[0] * x[0] : (x[0] - a) * (x[0] - a);
  }

  @SuppressWarnings("cotangent")
  @Root(unknown = "x")
  static double known(double x, double a) {
    return a == 0 ? x - a : x * x - a;
  }
}

// warning 10:12 numbers that carry derivatives are compared for equality: the branch taken at that single point decides the derivative there; test a range instead, or suppress this if the branches' derivatives agree [cotangent:float-equality]
// warning 15:12 numbers that carry derivatives are compared for equality: the branch taken at that single point decides the derivative there; test a range instead, or suppress this if the branches' derivatives agree [cotangent:float-equality]
// warning 20:12 numbers that carry derivatives are compared for equality: the branch taken at that single point decides the derivative there; test a range instead, or suppress this if the branches' derivatives agree [cotangent:float-equality]
