package bad;

import io.cotangent.Differentiable;
import io.cotangent.Preaccumulate;

class Preaccumulation {
  record Pair(double a, double b) {}

  interface Shape {
    @Preaccumulate
    double area(double x);
  }

  @Preaccumulate
  static double[][] both(double x) {
    return new double[][] {{x}, {x * x}};
  }

  @Preaccumulate
  static void fill(double[] a, double x) {
    a[0] = x;
  }

  @Preaccumulate
  static double ofPair(Pair p, double x) {
    return p.a() * p.b() * x;
  }

  @Preaccumulate
  static double writes(double[] a, double x) {
    a[0] = x * a[0];
    return a[0] + a[1];
  }

  @Differentiable
  static double f(double x) {
    Pair p = new Pair(x, 2);
    double[] a = {1, x};
    return ofPair(p, x) + writes(a, x);
  }

  /** What carries no derivatives may be an object, and arrays of its own may be written. */
  @Differentiable(wrt = "x")
  static double g(double x, Pair p) {
    try {
      return ofPair(p, x);
    } catch (IllegalStateException e) {
      return writes(new double[] {x, x}, x);
    }
  }

  @Preaccumulate
  static double[] same(double[] a, double x) {
    return x > 0 ? a : new double[] {x};
  }

  @Preaccumulate
  static double[] ofRows(double[][] rows, double x) {
    return new double[] {rows[0][0] * x};
  }

  @Preaccumulate
  static double[] prints(double x, int[] count) {
    System.out.println(x);
    return new double[] {x * x};
  }

  @Preaccumulate
  static double[] counts(double x, int[] count) {
    count[0]++;
    return new double[] {x * x};
  }

  @Differentiable(wrt = "x")
  static double h(double x, int[] n) {
    double[] a = {1, x};
    double[][] rows = {a, a};
    return same(a, x)[0]
        + ofRows(rows, x)[0]
        + prints(x, n)[0]
        + counts(x, n)[0];
  }
}

// error 11:12 the local Jacobian of 'area' can't be stored: it has no body here, mark what implements it; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 15:21 the local Jacobian of 'both' can't be stored: its result is of type double[][], not a number or an array of numbers; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 20:15 the local Jacobian of 'fill' can't be stored: its result is of type void, not a number or an array of numbers; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 39:12 the local Jacobian of 'ofPair' can't be stored: 'p' holds objects that carry derivatives, pass it their numbers; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 39:27 the local Jacobian of 'writes' can't be stored: it writes to 'a', let it work on a copy; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 48:14 the local Jacobian of 'writes' can't be stored: it writes to 'a', let it work on a copy; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 78:12 the local Jacobian of 'same' can't be stored: it may give back 'a', let it give back a copy; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 79:11 the local Jacobian of 'ofRows' can't be stored: 'rows' has rows, pass it one array; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 80:11 the local Jacobian of 'prints' can't be stored: it calls 'println', which would run once for each number that goes in; or leave out @Preaccumulate [cotangent:preaccumulate]
// error 81:11 the local Jacobian of 'counts' can't be stored: it writes to 'count', let it work on a copy; or leave out @Preaccumulate [cotangent:preaccumulate]
