package bad;

import io.cotangent.Differentiable;
import java.util.List;

class Boxed {
  @Differentiable
  static double f(Double x) {
    return x * x;
  }

  @Differentiable
  static double g(List<Double> x) {
    return x.get(0);
  }
}

// error 8:17 no parameter of 'f' carries a derivative: it needs one of type double, float, or an array of them [cotangent:nothing-to-differentiate]
// error 13:17 no parameter of 'g' carries a derivative: it needs one of type double, float, or an array of them [cotangent:nothing-to-differentiate]
