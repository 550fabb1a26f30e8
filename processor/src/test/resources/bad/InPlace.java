package bad;

import io.cotangent.Differentiable;

class InPlace {
  static final class Body {
    double x;
  }

  @Differentiable
  static void nothing(double[] x, double[] y) {
    double sum = x[0] + y[0];
  }

  @Differentiable(wrt = "y")
  static void changes(Body body, double[] y) {
    body.x = y[0];
    y[0] = 2 * body.x;
  }

  @Differentiable
  static void chosen(Body body, double[] y) {
    y[0] = 2 * body.x;
  }

  @Differentiable(wrt = "y")
  static void read(Body body, double[] y) {
    y[0] *= body.x;
  }
}

// error 11:15 'nothing' returns nothing and writes to none of its arrays of double or float: return a result, or write to an array that is a parameter [cotangent:nothing-written]
// error 16:15 the numbers in 'body' can't be differentiated in a method that returns nothing: pass them as numbers and arrays, or leave 'body' out of wrt and don't change it [cotangent:object-in-place]
// error 22:15 the numbers in 'body' can't be differentiated in a method that returns nothing: pass them as numbers and arrays, or leave 'body' out of wrt and don't change it [cotangent:object-in-place]
