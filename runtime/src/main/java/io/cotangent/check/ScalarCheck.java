package io.cotangent.check;

import io.cotangent.ScalarFunction;
import java.util.Arrays;

/** The check of a scalar function's derivatives at one point. */
final class ScalarCheck {
  /** How much closer than finite differences two modes must agree. */
  static final double MODES = 1e-3;

  private static final double COTANGENT = -1.75;

  private final ScalarFunction function;
  private final double[] x;
  private final double[] kept;
  private final double tolerance;
  private final int n;

  ScalarCheck(ScalarFunction function, double[] x, double tolerance) {
    this.function = function;
    this.n = function.dimension();
    if (x.length != n) {
      throw new IllegalArgumentException(
          "x has " + x.length + " entries, the function's dimension is " + n);
    }
    this.x = x.clone();
    this.kept = x.clone();
    this.tolerance = tolerance;
  }

  void run() {
    double value = function.value(x);
    unchanged("value");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the function's value at x is " + value);
    }
    Reference reference =
        new Reference(point -> new double[] {function.value(point)}, x, 1, tolerance);
    double[] gradient = gradient(value);
    reference.compareGradient("gradient", " by reverse mode", gradient);
    double[] forward = forward();
    reference.compareGradient("gradient", " by forward mode", forward);
    double[][] jacobian = function.jacobian(x);
    unchanged("jacobian");
    Matrices.requireShape("jacobian", jacobian, 1, n);
    reference.compare("jacobian", "", jacobian);
    directional(gradient, reference);
    pullback(gradient, reference);
    if (function.order() >= 2) {
      secondOrder();
    }
  }

  private void unchanged(String call) {
    Matrices.requireUnchanged(call, x, kept);
  }

  private double[] gradient(double value) {
    double[] gradient = new double[n];
    // The gradient must be written, not added.
    Arrays.fill(gradient, 12345.678);
    double again = function.valueAndGradient(x, gradient);
    unchanged("valueAndGradient");
    Comparison comparison = new Comparison(" of valueAndGradient", "value gives");
    comparison.exact("value", again, value, 0);
    comparison.done();
    return gradient;
  }

  private double[] forward() {
    double[] forward = new double[n];
    for (int i = 0; i < n; i++) {
      forward[i] = function.jvp(x, Matrices.unit(n, i));
      unchanged("jvp");
    }
    return forward;
  }

  /** Forward against reverse mode along a direction. */
  private void directional(double[] gradient, Reference reference) {
    double[] direction = Matrices.direction(n, 0);
    double[] given = direction.clone();
    double tangent = function.jvp(x, given);
    unchanged("jvp");
    Matrices.requireUnchanged("jvp", given, direction);
    Comparison comparison =
        new Comparison(" along a direction", "the gradient times the direction is");
    comparison.exact(
        "jvp",
        tangent,
        Matrices.dot(gradient, direction),
        MODES * tolerance * Matrices.sizeOfDot(gradient, direction)
            + reference.noiseAlong(0, direction));
    comparison.done();
  }

  private void pullback(double[] gradient, Reference reference) {
    double[] bar = function.vjp(x, COTANGENT);
    double[] zero = function.vjp(x, 0);
    unchanged("vjp");
    Matrices.requireLength("vjp", bar, n);
    Matrices.requireLength("vjp", zero, n);
    Comparison comparison =
        new Comparison(" of cotangent " + COTANGENT, "the gradient times it is");
    Comparison nothing = new Comparison(" of cotangent 0", "it must be");
    for (int i = 0; i < n; i++) {
      double expected = COTANGENT * gradient[i];
      comparison.exact(
          "vjp[" + i + "]",
          bar[i],
          expected,
          MODES * tolerance * Math.abs(expected) + 2 * reference.noise(0, i));
      nothing.exact("vjp[" + i + "]", zero[i], 0, 0);
    }
    comparison.done();
    nothing.done();
  }

  private void secondOrder() {
    Reference reference = new Reference(this::gradientAt, x, n, tolerance);
    double[][] hessian = function.hessian(x);
    unchanged("hessian");
    Matrices.requireShape("hessian", hessian, n, n);
    reference.compare("hessian", "", hessian);
    double[][] products = new double[n][];
    for (int j = 0; j < n; j++) {
      products[j] = product(Matrices.unit(n, j));
    }
    reference.compare("hessian", " by hvp", Matrices.transpose(products, n));
    symmetry(hessian, reference);
    double[] direction = Matrices.direction(n, 1);
    double[] along = product(direction);
    Comparison comparison =
        new Comparison(" along a direction", "the Hessian times the direction is");
    for (int i = 0; i < n; i++) {
      comparison.exact(
          "hvp[" + i + "]",
          along[i],
          Matrices.dot(hessian[i], direction),
          MODES * tolerance * Matrices.sizeOfDot(hessian[i], direction)
              + reference.noiseAlong(i, direction));
    }
    comparison.done();
  }

  private double[] gradientAt(double[] point) {
    double[] gradient = new double[n];
    function.valueAndGradient(point, gradient);
    return gradient;
  }

  private double[] product(double[] direction) {
    double[] given = direction.clone();
    double[] product = function.hvp(x, given);
    unchanged("hvp");
    Matrices.requireUnchanged("hvp", given, direction);
    Matrices.requireLength("hvp", product, n);
    return product;
  }

  private void symmetry(double[][] hessian, Reference reference) {
    Comparison comparison = new Comparison("", "its mirror image is");
    for (int i = 0; i < n; i++) {
      double scale = Matrices.sizeOfDot(hessian[i], Matrices.direction(n, 1));
      for (int j = 0; j < i; j++) {
        comparison.exact(
            "hessian[" + i + "][" + j + "]",
            hessian[i][j],
            hessian[j][i],
            MODES * tolerance * scale + reference.noise(i, j) + reference.noise(j, i));
      }
    }
    comparison.done();
  }
}
