package bad;

import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import java.math.BigDecimal;

class RuleParameter {
  static double scaled(BigDecimal scale, double x) {
    return scale.doubleValue() * x;
  }

  @DerivativeOf(type = RuleParameter.class, method = "scaled")
  static double scaledJvp(BigDecimal scale, double x, double xDot) {
    return scale.doubleValue() * xDot;
  }

  @Differentiable
  static double f(double x) {
    return scaled(new BigDecimal(x), x);
  }
}

// error 19:12 the rule of 'scaled' has no tangent or cotangent for parameter 'scale', which is given a value that carries a derivative: add it to the rule, or pass Cotangent.stopGradient(...) [cotangent:rule-parameter]
