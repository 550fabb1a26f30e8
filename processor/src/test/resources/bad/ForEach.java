package bad;

import io.cotangent.Differentiable;
import java.util.LinkedList;

class ForEach {
  @Differentiable
  static double f(double x, LinkedList<Double> weights) {
    double y = 0;
    for (double w : weights) {
      y += w * x;
    }
    return y;
  }
}

// error 10:5 'for' over a java.util.LinkedList can't be differentiated: copy the numbers into an array and loop over that [cotangent:for-each]
