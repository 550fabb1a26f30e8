package bad;

import io.cotangent.Differentiable;
import java.util.concurrent.atomic.DoubleAdder;

class ActiveObject {
  record Point(double x, double y) {}

  @Differentiable
  static double f(double x) {
    Point p = new Point(x, 2 * x);
    return p.x() * p.y();
  }

  @Differentiable
  static double g(double x) {
    DoubleAdder total = new DoubleAdder();
    total.add(x);
    return total.sum();
  }
}

// error 19:12 nothing tells the derivative of 'DoubleAdder.sum': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
