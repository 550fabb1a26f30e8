package bad;

import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;

class RuleMode {
  static double dot(double[] a, double[] b) {
    synchronized (a) {
      return a[0] * b[0];
    }
  }

  /** Linear in the tangents by calling the method itself: its transpose would call itself. */
  @DerivativeOf(type = RuleMode.class, method = "dot")
  static double dotJvp(double[] a, double[] b, double[] aDot, double[] bDot) {
    return dot(aDot, b) + dot(a, bDot);
  }

  @Differentiable
  static double f(double[] a) {
    return dot(a, a);
  }
}

// error 20:17 the rule of 'dot' tells one mode in code that can't be differentiated itself, so that the other can't be derived from it: declare the rule in both modes [cotangent:rule-mode]
