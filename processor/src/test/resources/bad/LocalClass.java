package bad;

import io.cotangent.Differentiable;

class LocalClass {
  @Differentiable
  static double f(double x) {
    class Failure extends RuntimeException {
      double of(double t) {
        return t * t;
      }
    }
    return x;
  }

  @Differentiable
  static double g(double x) {
    Object o = new Thread() {};
    return x;
  }

  @Differentiable
  static double h(double x) {
    double z = x * x;
    class Square {
      double of(double z) {
        return z * new Square().own();
      }

      double own() {
        return z;
      }
    }
    return new Square().of(x);
  }
}

// error 8:5 class 'Failure' is declared inside a differentiable method: declare it outside [cotangent:local-class]
// error 18:16 class 'anonymous Thread' is declared inside a differentiable method: declare it outside [cotangent:local-class]
// error 27:20 class 'Square' is declared inside a differentiable method: declare it outside [cotangent:local-class]
