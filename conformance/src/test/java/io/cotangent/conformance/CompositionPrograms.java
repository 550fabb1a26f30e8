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
        at("otherFile", (Object) new double[] {0.5, -1.25, 2}),
        at("tanhOnce", 0.4),
        at("tanhTwice", 0.4),
        at("momentum", 0.3, -0.4, 1.7),
        at("momentumSquared", 0.3, -0.4, 1.7),
        at("innerStep", new double[] {0.3, -0.2, 0.9}, new double[] {0.5, 0.1, -0.7}, 0.1),
        at("innerStep", new double[0], new double[0], 0.1),
        at("sharpness", new double[] {0.3, -0.2, 0.9}, new double[] {0.5, 0.1, -0.7}),
        at("throughInnerSteps", 0.3, -0.4, 0.7),
        at("bracket", q, 1.3),
        at("pulledBack", q, 1.3),
        at("curvature", new double[] {0.1, 0.2}, 0.3),
        at("lagrangian", 0.3, -0.4, 1.7),
        at("misfit", new double[] {0.3, -0.2}, new double[] {0.5, 0.1}),
        at("field", q, 1.3),
        at("otherField", (Object) q),
        at("ofMatrix", 0.5, new double[][] {{0.3, 0.5}, {}, {-0.4}}),
        at("constant", 0.5),
        at("matrixGradient", 0.5, new double[][] {{0.3, 0.5}, {}, {-0.4}}),
        at("unused", 0.5),
        at("newtonStep", q, 1.3),
        at("spread", 0.4, new double[] {0.1, -0.3}, 0.2),
        at("newtonStep", new double[0], 1.3),
        at("laplace", 0.4, new double[] {0.1, -0.3}, 0.2),
        at("laplace", 0.4, new double[0], 0.2),
        at("rates", q, 1.3),
        at("rates", new double[0], 1.3),
        at("normal", q, 1.3),
        at("normal", new double[0], 1.3),
        at("gains", q, 0.7));
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

  /** One order of {@link #tanhTwice}'s four. */
  @Differentiable(order = 2)
  static double tanhOnce(double x) {
    return CookbookProgramsTanhDerivatives.gradient(x);
  }

  @Differentiable(order = 2)
  static double tanhTwice(double x) {
    return CompositionProgramsTanhOnceDerivatives.gradient(x);
  }

  @Differentiable
  static double lagrangian(double q, double v, double m) {
    return 0.5 * m * v * v * (1 + q * q) - Math.cos(q);
  }

  @Differentiable(order = 2)
  static double momentum(double q, double v, double m) {
    return CompositionProgramsLagrangianDerivatives.gradient(q, v, m).v();
  }

  @Differentiable(order = 2)
  static double momentumSquared(double q, double v, double m) {
    var both = CompositionProgramsLagrangianDerivatives.valueAndGradient(q, v, m);
    double p = both.gradient().v();
    return p * p * both.value() + CompositionProgramsMomentumDerivatives.jvp(q, v, m, v, p, 1);
  }

  @Differentiable(wrt = "w")
  static double misfit(double[] w, double[] x) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      double d = Math.sin(w[i]) - x[i] * w[0];
      sum += d * d;
    }
    return sum;
  }

  /** The class differentiates by {@code w} alone, this method by all. */
  @Differentiable(order = 2)
  static double innerStep(double[] w, double[] x, double rate) {
    double[] gradient = CompositionProgramsMisfitDerivatives.gradient(w, x);
    double[] next = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      next[i] = w[i] - rate * gradient[i];
    }
    return misfit(next, x);
  }

  @Differentiable(order = 2)
  static double sharpness(double[] w, double[] x) {
    double sum = CompositionProgramsMisfitDerivatives.jvp(w, x, x);
    for (double g : CompositionProgramsMisfitDerivatives.gradient(w, x)) {
      sum += g * g;
    }
    return sum;
  }

  /** Third and fourth derivatives of {@code misfit}. */
  @Differentiable(order = 2)
  static double throughInnerSteps(double q, double v, double m) {
    double slope =
        CompositionProgramsInnerStepDerivatives.jvp(
            new double[] {q, v},
            new double[] {m, q},
            v,
            new double[] {1, m},
            new double[] {q, v},
            q);
    return slope * CompositionProgramsTanhOnceDerivatives.valueAndGradient(q).gradient();
  }

  @Differentiable
  static double[] field(double[] x, double a) {
    return new double[] {x[0] * x[1] * a, Math.sin(x[0]) + a * a * x[1]};
  }

  @Differentiable(wrt = "x")
  static double[] otherField(double[] x) {
    double[] y = x.clone();
    y[0] = x[1] * x[1];
    y[1] = Math.exp(x[0]);
    return y;
  }

  /** The Lie bracket of two vector fields. */
  @Differentiable
  static double[] bracket(double[] x, double a) {
    double[] f = field(x, a);
    double[] g = otherField(x);
    double[] along = CompositionProgramsOtherFieldDerivatives.jvp(x, f);
    double[] against = CompositionProgramsFieldDerivatives.jvp(x, a, g, 0);
    return new double[] {along[0] - against[0], along[1] - against[1]};
  }

  @Differentiable(order = 2)
  static double pulledBack(double[] x, double a) {
    double[] bracket = CompositionProgramsBracketDerivatives.jvp(x, a, x, a);
    double[] back = CompositionProgramsFieldDerivatives.vjp(x, a, bracket).x();
    return back[0] * x[1] + CompositionProgramsFieldDerivatives.vjp(x, a, back).a();
  }

  @Differentiable
  static double curvature(double[] x, double a) {
    double[] product = CompositionProgramsPulledBackDerivatives.hvp(x, a, x, a).x();
    double scaled = CompositionProgramsPulledBackDerivatives.vjp(x, a, x[0]).a();
    return product[0] * product[1] + scaled;
  }

  @Differentiable
  static double ofMatrix(double x, double[][] m) {
    double s = x;
    for (double[] row : m) {
      for (double e : row) {
        s = s * e + Math.cos(s);
      }
    }
    return s;
  }

  @Differentiable(order = 2)
  static double matrixGradient(double x, double[][] m) {
    CompositionProgramsOfMatrixDerivatives.Gradient gradient =
        CompositionProgramsOfMatrixDerivatives.gradient(x, m);
    double s = gradient.x();
    for (double[] row : gradient.m()) {
      for (double e : row) {
        s += e * e * x;
      }
    }
    return s;
  }

  @Differentiable
  static double constant(double x) {
    return 2;
  }

  @Differentiable(order = 2)
  static double unused(double x) {
    return x * x + CompositionProgramsConstantDerivatives.gradient(x * x);
  }

  /** Gradient and Hessian of one more method, as a step of Newton's method needs them. */
  @Differentiable(order = 2)
  static double newtonStep(double[] q, double scale) {
    double[] gradient = CompositionProgramsEnergyDerivatives.gradient(padded(q));
    double[][] hessian = CompositionProgramsEnergyDerivatives.hessian(padded(q));
    double step = 0;
    for (int i = 0; i < hessian.length; i++) {
      for (int j = 0; j < hessian[i].length; j++) {
        step += gradient[i] * hessian[i][j] * gradient[j] * (i + 2);
      }
    }
    return scale * step;
  }

  private static double[] padded(double[] q) {
    return q.length == 0 ? new double[] {0.25, 0.5} : q;
  }

  @Differentiable(order = 2)
  static double spread(double a, double[] x, double b) {
    double s = a * b * b;
    for (double e : x) {
      s += a * e * e * Math.exp(b * e);
    }
    return s;
  }

  /** All entries of a Hessian by numbers and an array, and the same method's Jacobians. */
  @Differentiable(order = 2)
  static double laplace(double a, double[] x, double b) {
    double[][] hessian = CompositionProgramsSpreadDerivatives.hessian(a, x, b);
    double s = 0;
    for (int i = 0; i < hessian.length; i++) {
      for (int j = 0; j < hessian.length; j++) {
        s += hessian[i][j] * (i + 2 * j * j + 1);
      }
    }
    double[] row = CompositionProgramsSpreadDerivatives.jacobian(a, x, b)[0];
    double[] forward = CompositionProgramsSpreadDerivatives.jacobianForward(a, x, b)[0];
    double[] reverse = CompositionProgramsSpreadDerivatives.jacobianReverse(a, x, b)[0];
    return s + row[0] * forward[row.length - 1] * reverse[row.length - 1];
  }

  @Differentiable
  static double[] rates(double[] x, double a) {
    double[] r = new double[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      r[i] += x[i] * x[0] * a;
      r[i + 1] = Math.sin(x[i]);
    }
    return r;
  }

  /** The trace of a Gauss-Newton matrix. */
  @Differentiable(order = 2)
  static double normal(double[] x, double a) {
    double s = a;
    for (double[] row : CompositionProgramsRatesDerivatives.jacobianForward(x, a)) {
      for (int j = 0; j < row.length; j++) {
        s += row[j] * row[j] * (j + 1);
      }
    }
    return s;
  }

  /** A Jacobian that is the result, of a method that is called with something else. */
  @Differentiable
  static double[][] gains(double[] x, double a) {
    double[] moved = {x[0] * a, x[1] - a};
    return CompositionProgramsRatesDerivatives.jacobianForward(moved, a * a);
  }
}
