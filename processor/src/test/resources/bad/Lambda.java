package bad;

import io.cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

class Lambda {
  @Differentiable
  static double f(double x) {
    DoubleUnaryOperator square = t -> t * t;
    return square.applyAsDouble(x);
  }
}

// error 9:34 a lambda can't be differentiated: write its body in place, or as a static method [cotangent:lambda]
