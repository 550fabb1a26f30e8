package bad;

import io.cotangent.Differentiable;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;

class LibraryFills {
  @Differentiable
  static double copied(double[] x) {
    double[] y = new double[x.length];
    Vectors.copy(x, y);
    return y[0] * y[0];
  }

  @Differentiable(wrt = "x")
  static double applied(LinearOperator a, double[] x, double s) {
    double[] y = new double[x.length];
    a.apply(x, y);
    return y[0] * s;
  }

  @Differentiable
  static double byNumber(double x) {
    double[] y = {1, 2};
    Vectors.scale(y, x);
    return y[0] + x;
  }
}

// error 11:5 nothing tells the derivative of 'Vectors.copy': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 18:5 nothing tells the derivative of 'LinearOperator.apply': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 25:5 nothing tells the derivative of 'Vectors.scale': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
