package bad;

import io.cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

class MethodReference {
  @Differentiable
  static double f(double x) {
    DoubleUnaryOperator sine = Math::sin;
    return x + sine.hashCode();
  }
}

// error 9:32 a method reference can't be differentiated: call the method itself [cotangent:method-reference]
