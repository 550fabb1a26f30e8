package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Differentiable methods that call classes which are generated in the same compilation. */
final class CompositionPrograms {
  private CompositionPrograms() {}

  static List<Point> points() {
    double[] q = {0.3, 0.7};
    return List.of(
        at("energy", (Object) q),
        at("hyperbolic", 0.4),
        at("slope", 0.4),
        at("step", q, 0.1),
        at("afterTwoSteps", q, 0.1),
        at("otherFile", (Object) new double[] {0.5, -1.25, 2}));
  }

  private static Point at(String program, Object... args) {
    return Point.of(CompositionPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double energy(double[] q) {
    return Math.sin(q[0]) * q[1] * q[1] + q[0] * q[0] * q[0];
  }

  @Differentiable(order = 2)
  static double hyperbolic(double x) {
    return Math.tanh(x);
  }

  @Differentiable
  static double slope(double x) {
    return CompositionProgramsHyperbolicDerivatives.gradient(x * x) * x;
  }

  /** An inner step along the gradient, as in meta-learning. */
  @Differentiable
  static double[] step(double[] q, double h) {
    double[] gradient = CompositionProgramsEnergyDerivatives.gradient(q);
    double[] next = new double[q.length];
    for (int i = 0; i < q.length; i++) {
      next[i] = q[i] - h * gradient[i];
    }
    return next;
  }

  @Differentiable
  static double afterTwoSteps(double[] q, double h) {
    return energy(step(step(q, h), h));
  }

  @Differentiable
  static double otherFile(double[] x) {
    double[] g = CallProgramsReturnsArrayDerivatives.gradient(x);
    return g[0] * g[1] + g[2];
  }
}
