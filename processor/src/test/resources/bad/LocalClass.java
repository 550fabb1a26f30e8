package bad;

import io.cotangent.Differentiable;

class LocalClass {
  @Differentiable
  static double f(double x) {
    class Square {
      double of(double t) {
        return t * t;
      }
    }
    return x;
  }

  @Differentiable
  static double g(double x) {
    Object o = new Object() {};
    return x;
  }
}

// error 8:5 class 'Square' is declared inside a differentiable method: declare it outside [cotangent:local-class]
// error 18:16 class 'anonymous Object' is declared inside a differentiable method: declare it outside [cotangent:local-class]
