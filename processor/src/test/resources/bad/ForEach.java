package bad;

import io.cotangent.Differentiable;
import java.util.List;

class ForEach {
  @Differentiable
  static double f(double x, List<Integer> weights) {
    double y = 0;
    for (int w : weights) {
      y += w * x;
    }
    return y;
  }
}

// error 10:5 'for' over a java.util.List can't be differentiated: copy the numbers into an array and loop over that [cotangent:for-each]
