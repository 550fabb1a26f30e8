package bad;

import io.cotangent.Complex;
import io.cotangent.Differentiable;

class Holomorphic {
  @Differentiable(holomorphic = true)
  static double real(Complex z) {
    return z.abs();
  }

  @Differentiable(holomorphic = true)
  static Complex mixed(Complex z, double a) {
    return z.times(a);
  }

  @Differentiable(holomorphic = true, wrt = "z")
  static Complex chosen(Complex z, double a) {
    return z.times(a);
  }
}

// error 8:17 holomorphic = true without complex numbers only is not supported: the result and the parameters in wrt have to be io.cotangent.Complex [cotangent:annotation]
// error 13:18 holomorphic = true without complex numbers only is not supported: the result and the parameters in wrt have to be io.cotangent.Complex [cotangent:annotation]
