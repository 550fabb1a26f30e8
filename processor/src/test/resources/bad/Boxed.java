package bad;

import io.cotangent.Differentiable;

class Boxed {
  @Differentiable
  static double f(double x) {
    Double y = x;
    Float z = 2f;
    return y + z;
  }
}

// error 8:16 a boxed number of type Double can't be differentiated: use the primitive type 'double' [cotangent:boxed]
// error 9:15 a boxed number of type Float can't be differentiated: use the primitive type 'float' [cotangent:boxed]
// error 10:12 a boxed number of type Double can't be differentiated: use the primitive type 'double' [cotangent:boxed]
// error 10:12 a boxed number of type Float can't be differentiated: use the primitive type 'float' [cotangent:boxed]
