package bad;

import io.cotangent.Differentiable;
import java.util.concurrent.atomic.DoubleAdder;

class LostInHelper {
  interface Law {
    double of(double t);
  }

  @Differentiable
  static double f(double x, Law law) {
    return through(law, x) + text(x) + hidden(x);
  }

  static double through(Law law, double t) {
    return law.of(t);
  }

  static double text(double t) {
    return Double.parseDouble("" + t);
  }

  static double hidden(double t) {
    DoubleAdder sum = new DoubleAdder();
    sum.add(t);
    return sum.doubleValue();
  }
}

// error 17:12 nothing tells the derivative of 'Law.of': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 21:12 nothing tells the derivative of 'Double.parseDouble': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 27:12 nothing tells the derivative of 'DoubleAdder.doubleValue': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
