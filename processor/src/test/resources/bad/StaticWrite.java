package bad;

import io.cotangent.Differentiable;

class StaticWrite {
  static double last;

  @Differentiable
  static double f(double x) {
    last += x;
    return StaticWrite.last = x;
  }
}

// error 10:5 static field 'last' is written in a differentiable method: use a local variable and return its value [cotangent:static-write]
// error 11:12 static field 'last' is written in a differentiable method: use a local variable and return its value [cotangent:static-write]
