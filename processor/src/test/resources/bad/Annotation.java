package bad;

import io.cotangent.Differentiable;

class Annotation {
  @Differentiable(order = 3)
  static double f(double x) {
    return x;
  }

  @Differentiable
  static double same(double x) {
    return x;
  }

  @Differentiable
  static double same(double[] x) {
    return x[0];
  }

  @Differentiable(wrt = {"y", "n"})
  static double named(double x, int n) {
    return x;
  }

  @Differentiable
  static double passive(int n) {
    return n;
  }

  @Differentiable
  static String text(double x) {
    return "";
  }
}

// error 7:17 order = 3 is not supported: 1 or 2 are [cotangent:annotation]
// error 12:17 two @Differentiable methods would both generate 'AnnotationSameDerivatives': give each a name, as in @Differentiable(name = "...") [cotangent:overloads]
// error 17:17 two @Differentiable methods would both generate 'AnnotationSameDerivatives': give each a name, as in @Differentiable(name = "...") [cotangent:overloads]
// error 22:17 wrt names 'n', whose type int carries no derivative: name parameters of type double, float, or arrays of them [cotangent:passive-wrt]
// error 22:17 wrt names 'y', which is no parameter: there are x, n [cotangent:unknown-wrt]
// error 27:17 no parameter of 'passive' carries a derivative: it needs a double, a float, or an array, list, map or object of them [cotangent:nothing-to-differentiate]
// error 32:17 a result of type java.lang.String carries no derivative: return a number, or what holds some [cotangent:passive-result]
