package bad;

import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import io.cotangent.Mode;

class RuleOrder {
  interface Model {
    double at(double x);

    double slopeAt(double x);
  }

  @DerivativeOf(type = Model.class, method = "at")
  static double atJvp(Model self, double x, double xDot) {
    return self.slopeAt(x) * xDot;
  }

  @DerivativeOf(type = Model.class, method = "at", mode = Mode.VJP)
  static double atVjp(Model self, double x, double resultBar) {
    return self.slopeAt(x) * resultBar;
  }

  @Differentiable
  static double once(Model model, double x) {
    return model.at(x) * x;
  }

  @Differentiable(order = 2)
  static double twice(Model model, double x) {
    return model.at(x) * x;
  }
}

// error 21:12 second derivatives need that of 'Model.slopeAt' in a rule, and nothing tells it: declare a rule for it, or leave order = 2 out [cotangent:rule-order]
