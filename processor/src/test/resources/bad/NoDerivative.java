package bad;

import io.cotangent.Differentiable;
import java.nio.DoubleBuffer;

class NoDerivative {
  interface Model {
    double at(double x);
  }

  @Differentiable
  static double f(double x, double[] a, Model model) {
    double y = model.at(x);
    return y + DoubleBuffer.wrap(a).get(0);
  }
}

// error 13:16 nothing tells the derivative of 'Model.at': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 14:16 nothing tells the derivative of 'DoubleBuffer.get': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
