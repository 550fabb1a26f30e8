package io.cotangent.check;

import io.cotangent.VectorFunction;

/** The check of an array-valued function's derivatives at one point. */
final class VectorCheck {
  private final VectorFunction function;
  private final double[] x;
  private final double[] kept;
  private final double tolerance;
  private final int n;

  VectorCheck(VectorFunction function, double[] x, double tolerance) {
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
    double[] value = function.value(x);
    unchanged("value");
    for (int i = 0; i < value.length; i++) {
      if (!Double.isFinite(value[i])) {
        throw new IllegalArgumentException(
            "entry " + i + " of the function's value at x is " + value[i]);
      }
    }
    int m = value.length;
    Reference reference = new Reference(function::value, x, m, tolerance);
    double[][] reverse = reverse(m);
    reference.compare("jacobian", " by reverse mode", reverse);
    reference.compare("jacobian", " by forward mode", forward(m));
    double[][] jacobian = function.jacobian(x);
    unchanged("jacobian");
    Matrices.requireShape("jacobian", jacobian, m, n);
    reference.compare("jacobian", "", jacobian);
    dotProducts(jacobian, reference);
  }

  private void unchanged(String call) {
    Matrices.requireUnchanged(call, x, kept);
  }

  private double[][] reverse(int m) {
    double[][] rows = new double[m][];
    for (int i = 0; i < m; i++) {
      rows[i] = vjp(Matrices.unit(m, i));
    }
    return rows;
  }

  private double[][] forward(int m) {
    double[][] columns = new double[n][];
    for (int j = 0; j < n; j++) {
      columns[j] = jvp(Matrices.unit(n, j), m);
    }
    return Matrices.transpose(columns, m);
  }

  private double[] vjp(double[] cotangent) {
    double[] given = cotangent.clone();
    double[] bar = function.vjp(x, given);
    unchanged("vjp");
    Matrices.requireUnchanged("vjp", given, cotangent);
    Matrices.requireLength("vjp", bar, n);
    return bar;
  }

  private double[] jvp(double[] direction, int m) {
    double[] given = direction.clone();
    double[] tangent = function.jvp(x, given);
    unchanged("jvp");
    Matrices.requireUnchanged("jvp", given, direction);
    Matrices.requireLength("jvp", tangent, m);
    return tangent;
  }

  /** {@code <y, J v>} against {@code <J' y, v>}. */
  private void dotProducts(double[][] jacobian, Reference reference) {
    int m = jacobian.length;
    double[] direction = Matrices.direction(n, 0);
    double[] cotangent = Matrices.direction(m, 1);
    double[] tangent = jvp(direction, m);
    double[] bar = vjp(cotangent);
    double size = 0;
    double noise = 0;
    for (int i = 0; i < m; i++) {
      size += Math.abs(cotangent[i]) * Matrices.sizeOfDot(jacobian[i], direction);
      noise += Math.abs(cotangent[i]) * reference.noiseAlong(i, direction);
    }
    Comparison comparison =
        new Comparison(" along a direction, times a cotangent,", "vjp's dot product is");
    comparison.exact(
        "jvp",
        Matrices.dot(cotangent, tangent),
        Matrices.dot(bar, direction),
        ScalarCheck.MODES * tolerance * size + noise);
    comparison.done();
  }
}
