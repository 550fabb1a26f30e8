package bad;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.Root;
import io.cotangent.SpecialMath;

class BatchDevice {
  static double scale = 2;

  static int clamp(int k) {
    return Math.max(k, 0);
  }

  static double power(double x, int k) {
    return k == 0 ? 1 : x * power(x, k - 1);
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double matrix(double[][] a, double x) {
    return a[0][0] * x;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double local(double x) {
    double[][] a = new double[2][2];
    a[1][1] = x;
    return a[1][1];
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double field(double x) {
    double y = x * x;
    return y * scale;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double special(double x) {
    return SpecialMath.digamma(x);
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double call(double x, int k) {
    return x
        * clamp(k);
  }

  @Differentiable
  @Batched(over = "x")
  static double fine(double x, int k) {
    return x * clamp(k) * scale;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double text(double x, String name) {
    return x * name.length();
  }

  @Root(unknown = "x")
  @Batched(over = "x", gpu = true)
  static double solver(double x, double a) {
    return x * x - a;
  }

  @Root(unknown = "x")
  @Batched(over = "y")
  static double other(double x, double a) {
    return x * x - a;
  }

  @io.cotangent.Preaccumulate
  private static double stored(double[] a, double x) {
    return a[0] * x;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double marked(double x, double[] a) {
    return stored(a, x) * x;
  }
}

// error 21:17 parameter 'a' of type double[][] can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 22:5 an array of type double[][] can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 28:5 an array of type double[][] can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 29:5 an array of type double[][] can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 30:5 an array of type double[][] can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 37:5 a static field ('scale') can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 43:5 the call of 'digamma' can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 50:11 the call of 'clamp' can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 61:17 parameter 'name' of type java.lang.String can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 62:16 the call of 'length' can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 85:12 the stored Jacobian of 'stored' by an array can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 67:17 a solver can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu = true [cotangent:batch-device]
// error 73:17 over names 'y': name some of the parameters x, a [cotangent:batch-over]
