package bad;

import io.cotangent.Differentiable;
import io.cotangent.operators.Curvature;

class IterativeOperator {
  @Differentiable(wrt = "x")
  static double[] residuals(double[] x, double[] w) {
    return new double[] {w[0] * x[0], x[1] * x[0]};
  }

  @Differentiable
  static double step(double[] x, double[] w) {
    double[] d =
        Curvature.naturalGradient(
            Curvature.gaussNewton(IterativeOperatorResidualsDerivatives.function(x, w), x),
            x,
            0.1,
            1e-10,
            50);
    return d[0];
  }
}

// error 15:9 'naturalGradient' iterates and has no derivative: write its equations as a @Root and call the solution [cotangent:iterative-operator]
