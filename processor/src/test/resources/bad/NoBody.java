package bad;

import io.cotangent.Differentiable;

abstract class NoBody {
  @Differentiable
  abstract double f(double x);

  @Differentiable
  static native double g(double x);
}

// error 6:3 method 'f' has no body to differentiate: annotate a method that is neither abstract nor native [cotangent:no-body]
// error 9:3 method 'g' has no body to differentiate: annotate a method that is neither abstract nor native [cotangent:no-body]
