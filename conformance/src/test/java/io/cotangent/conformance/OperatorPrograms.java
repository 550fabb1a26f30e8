package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.operators.Curvature;
import io.cotangent.operators.Directional;
import io.cotangent.operators.Hutchinson;
import io.cotangent.operators.JacobianOperator;
import io.cotangent.operators.SparseHessian;
import io.cotangent.operators.Sparsity;
import io.cotangent.operators.VectorCalculus;
import java.util.List;

/** Operators of generated classes inside differentiable methods, in what they are taken of. */
final class OperatorPrograms {
  private OperatorPrograms() {}

  static List<Point> points() {
    double[] w = {0.3, -0.7, 1.1};
    double[] x = {0.4, -0.2};
    double[] space = {0.4, -0.2, 0.9};
    double[][] m = {{0.3, 0.5, -0.4}, {0.2, 0.1, 0.7}, {-0.6, 0.8, 0.2}};
    return List.of(
        at("u", x, w),
        at("field", space, m),
        at("swirl", (Object) space),
        at("loss", (Object) space),
        at("plane", 0.4, -0.2, w, 3),
        at("residual", x, w),
        at("residual", new double[0], w),
        at("laplacianInWeights", (Object) w),
        at("divergence", space, m),
        at("curl", space, m),
        at("along", x, w),
        at("bracket", space, m),
        at("jet", x, w),
        at("taylor", 0.3, 0.4),
        at("gaussNewton", space, m, new double[] {1, 0.5, -2}),
        at("generalised", space, m, new double[] {1, 0.5, -2}),
        at("fisher", space, m, new double[] {1, 0.5, -2}),
        at("asOperator", space, m),
        at("hessianOperator", x, w),
        at("estimate", x, w),
        at("coloured", x, w),
        at("jacobian", space, m),
        at("numbers", 0.4, -0.2, w, 3),
        at("handedOn", x, w, true),
        at("handedOn", x, w, false),
        at("ownObject", x, w),
        at("atShape", x, w));
  }

  private static Point at(String program, Object... args) {
    return Point.of(OperatorPrograms.class, program, args);
  }

  /** A network of one layer. */
  @Differentiable(wrt = "x", order = 2)
  static double u(double[] x, double[] w) {
    double s = 0;
    for (int k = 0; k < w.length; k++) {
      double z = w[k];
      for (int i = 0; i < x.length; i++) {
        z += w[(k + i + 1) % w.length] * x[i];
      }
      s += w[k] * Math.tanh(z);
    }
    return s;
  }

  @Differentiable(wrt = "x")
  static double[] field(double[] x, double[][] m) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        out[i] += m[i][j] * Math.sin(x[j]) * x[i];
      }
    }
    return out;
  }

  @Differentiable(wrt = "y")
  static double[] swirl(double[] y) {
    return new double[] {y[1] * y[2], -y[0] * y[0], Math.exp(y[1])};
  }

  @Differentiable(order = 2)
  static double loss(double[] r) {
    double s = 0;
    for (double e : r) {
      s += Math.cosh(e) + e * r[0];
    }
    return s;
  }

  /** Poisson's equation as a physics-informed fit has it. */
  @Differentiable(order = 2)
  static double residual(double[] x, double[] w) {
    double r = VectorCalculus.laplacian(OperatorProgramsUDerivatives.function(x, w), x);
    double f = u(x, w) - 0.5;
    return r * r + f * f;
  }

  @Differentiable
  static double laplacianInWeights(double[] w) {
    ScalarFunction f = OperatorProgramsUDerivatives.function(new double[2], w);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double[] x = {0.1 * i, 1 - 0.2 * i};
      sum += VectorCalculus.laplacian(f, x) * f.value(x);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double divergence(double[] x, double[][] m) {
    VectorFunction f = OperatorProgramsFieldDerivatives.function(x, m);
    return VectorCalculus.divergence(f, x) * x[0];
  }

  @Differentiable
  static double[] curl(double[] x, double[][] m) {
    return VectorCalculus.curl(OperatorProgramsFieldDerivatives.function(x, m), x);
  }

  @Differentiable(order = 2)
  static double along(double[] x, double[] w) {
    VectorFunction swirl = OperatorProgramsSwirlDerivatives.function(new double[3]);
    double[] y = {x[0], x[1], x[0] * x[1]};
    ScalarFunction u = OperatorProgramsUDerivatives.function(y, w);
    return VectorCalculus.lieDerivative(swirl, u, y);
  }

  @Differentiable
  static double[] bracket(double[] x, double[][] m) {
    VectorFunction f = OperatorProgramsFieldDerivatives.function(x, m);
    return VectorCalculus.lieBracket(f, OperatorProgramsSwirlDerivatives.function(x), x);
  }

  @Differentiable(order = 2)
  static double jet(double[] x, double[] w) {
    double[] v = {w[0] * x[1], 1};
    double[] jet = Directional.derivatives(OperatorProgramsUDerivatives.function(x, w), x, v, 2);
    return jet[0] * jet[1] + jet[2];
  }

  @Differentiable(order = 2)
  static double taylor(double a, double b) {
    double[] jet =
        Directional.derivatives(
            x -> x[0].times(x[1]).sin().divide(x[0].plus(3).exp()).plus(x[1].times(b)),
            new double[] {a, b},
            new double[] {b, a * a},
            3);
    return jet[3] + jet[1] * jet[2];
  }

  @Differentiable(order = 2)
  static double gaussNewton(double[] x, double[][] m, double[] v) {
    VectorFunction f = OperatorProgramsFieldDerivatives.function(x, m);
    double[] product = Curvature.gaussNewtonProduct(f, x, v);
    return product[0] * v[0] + product[1] * product[2];
  }

  @Differentiable
  static double[] generalised(double[] x, double[][] m, double[] v) {
    VectorFunction f = OperatorProgramsFieldDerivatives.function(x, m);
    ScalarFunction loss = OperatorProgramsLossDerivatives.function(new double[x.length]);
    return Curvature.gaussNewtonProduct(loss, f, x, v);
  }

  @Differentiable
  static double[] fisher(double[] x, double[][] m, double[] v) {
    return Curvature.fisherProduct(OperatorProgramsFieldDerivatives.function(x, m), x, v);
  }

  @Differentiable
  static double asOperator(double[] x, double[][] m) {
    double[] out = new double[x.length];
    Curvature.gaussNewton(OperatorProgramsFieldDerivatives.function(x, m), x).apply(x, out);
    return out[0] * out[1] + out[2];
  }

  @Differentiable
  static double hessianOperator(double[] x, double[] w) {
    double[][] h = Curvature.hessian(OperatorProgramsUDerivatives.function(x, w), x).toDense();
    return h[0][0] * h[1][1] - h[0][1] * h[1][0];
  }

  /** The signs are constants of their seed. */
  @Differentiable
  static double estimate(double[] x, double[] w) {
    Hutchinson.Estimate trace =
        Hutchinson.trace(Curvature.hessian(OperatorProgramsUDerivatives.function(x, w), x), 4, 7);
    Hutchinson.Estimates diagonal =
        Hutchinson.diagonal(
            Curvature.hessian(OperatorProgramsUDerivatives.function(x, w), x), 4, 8);
    return trace.value() + diagonal.values()[0] * trace.standardError();
  }

  @Differentiable
  static double coloured(double[] x, double[] w) {
    Sparsity full = new Sparsity(new int[][] {{1}, {0}});
    double[][] h = SparseHessian.of(OperatorProgramsUDerivatives.function(x, w), x, full);
    return h[0][0] * h[0][1] + h[1][1];
  }

  @Differentiable
  static double[] jacobian(double[] x, double[][] m) {
    JacobianOperator j = new JacobianOperator(OperatorProgramsFieldDerivatives.function(x, m), x);
    double[] there = j.times(x);
    double[] back = j.transposeTimes(there);
    double[] square = new double[j.columns()];
    j.square().applyTransposed(back, square);
    return square;
  }

  @Differentiable(
      wrt = {"a", "b"},
      order = 2)
  static double plane(double a, double b, double[] w, int power) {
    double s = Math.exp(a * w[0]) * b;
    for (int i = 0; i < power; i++) {
      s *= Math.cos(a + b * w[i % w.length]);
    }
    return s;
  }

  /** A function of two numbers, its gradient by vjp and by valueAndGradient. */
  @Differentiable(order = 2)
  static double numbers(double a, double b, double[] w, int power) {
    ScalarFunction f = OperatorProgramsPlaneDerivatives.function(0, 0, w, power);
    double[] at = {a, b};
    double[] grad = new double[f.dimension()];
    double value = f.valueAndGradient(at, grad);
    double[] scaled = f.vjp(grad, b);
    return value * VectorCalculus.laplacian(f, scaled) + f.hessian(at)[0][1] + f.jacobian(at)[0][0];
  }

  /** The objects go through methods of our own and through a choice. */
  @Differentiable
  static double handedOn(double[] x, double[] w, boolean first) {
    double[] other = {w[2], w[0] * w[1], 1};
    ScalarFunction f = OperatorProgramsUDerivatives.function(x, w);
    ScalarFunction g = OperatorProgramsUDerivatives.function(x, other);
    ScalarFunction h = OperatorProgramsPlaneDerivatives.function(0, 0, w, 2);
    return scaled(first ? f : h, x) + scaled(g, x);
  }

  private static double scaled(ScalarFunction f, double[] x) {
    return VectorCalculus.laplacian(f, x) * f.order() + f.jvp(x, x);
  }

  /** A function object that is written by hand. */
  record Bowl(double[] w) implements ScalarFunction {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double value(double[] x) {
      return w[0] * x[0] * x[0] + w[1] * x[1] * x[0];
    }

    @Override
    public double valueAndGradient(double[] x, double[] grad) {
      grad[0] = 2 * w[0] * x[0] + w[1] * x[1];
      grad[1] = w[1] * x[0];
      return value(x);
    }

    @Override
    public double jvp(double[] x, double[] xDot) {
      return (2 * w[0] * x[0] + w[1] * x[1]) * xDot[0] + w[1] * x[0] * xDot[1];
    }

    @Override
    public double[] hvp(double[] x, double[] v) {
      return new double[] {2 * w[0] * v[0] + w[1] * v[1], w[1] * v[0]};
    }
  }

  @Differentiable
  static double ownObject(double[] x, double[] w) {
    ScalarFunction f = new Bowl(w);
    return VectorCalculus.laplacian(f, x) * f.jvp(x, f.vjp(x, w[2]));
  }

  /** What is differentiated tells its shape alone: its values have no derivative. */
  @Differentiable
  static double atShape(double[] x, double[] w) {
    double[] at = {0.5, 0.25};
    return VectorCalculus.laplacian(OperatorProgramsUDerivatives.function(x, w), at) + x[0];
  }
}
