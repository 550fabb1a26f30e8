package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.FiniteDifferences;
import io.cotangent.SpecialMath;
import io.cotangent.linalg.Linalg;
import java.util.List;

/** Programs of the runtime's operations, whose rules come from its class files. */
final class LinalgPrograms {
  private LinalgPrograms() {}

  static List<Point> points() {
    double[][] a = {{3, 0.5}, {-0.25, 2}};
    double[][] singular = {{1, 2}, {2, 4}};
    double[][] b = {{0.5, -1.25}, {2, 0.75}};
    double[] v = {0.5, -1.25};
    double[] samples = {0.5, -1.25, 2, 0.25, 1};
    double[] grid = {0, 0.5, 0.75, 1.5, 2};
    return List.of(
        at("products", a, b),
        at("productWithVector", a, v),
        at("systems", a, b),
        at("system", a, v),
        at("inverses", (Object) a),
        at("determinants", (Object) a),
        at("determinants", (Object) singular),
        at("logDeterminants", (Object) a),
        at("factors", (Object) a),
        at("spectra", (Object) a),
        at("singularValues", (Object) b),
        at("normalDensity", v, a),
        at("slopes", samples, 0.5),
        at("slopesOnGrid", samples, grid),
        at("roughness", samples, 0.5),
        at("roughnessOnGrid", samples, grid),
        at("mixed", new double[][] {samples, grid, {1, -1, 0.5, 2, 0}}, 0.5, grid),
        at("marcum", 2, 1.0, 2.0));
  }

  private static Point at(String program, Object... args) {
    return Point.of(LinalgPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double products(double[][] a, double[][] b) {
    double[][] c = Linalg.matmul(Linalg.matmul(a, b), Linalg.transpose(a));
    return c[0][0] * c[1][1] + c[0][1];
  }

  @Differentiable(order = 2)
  static double productWithVector(double[][] a, double[] x) {
    double[] y = Linalg.matmul(a, x);
    return y[0] * y[0] + Math.sin(y[1]);
  }

  @Differentiable(order = 2)
  static double systems(double[][] a, double[][] b) {
    double[][] x = Linalg.solve(a, b);
    return x[0][0] * x[1][1] + Math.sin(x[0][1]) * x[1][0];
  }

  @Differentiable(order = 2)
  static double system(double[][] a, double[] b) {
    double[] x = Linalg.solve(a, b);
    return x[0] * x[1] + Math.sin(x[0]);
  }

  @Differentiable(order = 2)
  static double inverses(double[][] a) {
    double[][] c = Linalg.inverse(a);
    return c[0][0] * c[1][0] + a[0][1] * c[0][1];
  }

  @Differentiable(order = 2)
  static double determinants(double[][] a) {
    return Linalg.determinant(a) * a[0][1] + a[1][0];
  }

  @Differentiable(order = 2)
  static double logDeterminants(double[][] a) {
    return Linalg.logDeterminant(a) * a[0][0];
  }

  @Differentiable(order = 2)
  static double factors(double[][] a) {
    double[][] l = Linalg.cholesky(a);
    return Math.sin(l[0][0]) * l[1][0] + l[1][1] * l[1][1];
  }

  @Differentiable(order = 2)
  static double spectra(double[][] a) {
    double[] values = Linalg.eigenvalues(a);
    return values[0] * values[0] + Math.sin(values[1]);
  }

  @Differentiable(order = 2)
  static double singularValues(double[][] a) {
    double[] s = Linalg.singularValues(a);
    return s[0] * s[0] * s[0] + Math.sin(s[1]);
  }

  @Differentiable(order = 2)
  static double normalDensity(double[] x, double[][] precision) {
    double[] y = Linalg.matmul(precision, x);
    double quadratic = 0;
    for (int i = 0; i < x.length; i++) {
      quadratic += x[i] * y[i];
    }
    return 0.5 * Linalg.logDeterminant(precision) - 0.5 * quadratic;
  }

  @Differentiable
  static double[] slopes(double[] samples, double spacing) {
    return FiniteDifferences.derivative(samples, spacing, 1, 2);
  }

  @Differentiable
  static double[] slopesOnGrid(double[] samples, double[] grid) {
    return FiniteDifferences.derivative(samples, grid, 1, 2);
  }

  private static double squares(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double roughness(double[] samples, double spacing) {
    return squares(FiniteDifferences.derivative(samples, spacing, 2, 2));
  }

  @Differentiable(order = 2)
  static double roughnessOnGrid(double[] samples, double[] grid) {
    return squares(FiniteDifferences.derivative(samples, grid, 2, 2));
  }

  @Differentiable(order = 2)
  static double mixed(double[][] samples, double spacing, double[] grid) {
    double[][] down = FiniteDifferences.derivative(samples, 0, spacing, 1, 2);
    double[][] across = FiniteDifferences.derivative(down, 1, grid, 1, 2);
    return squares(across[0]) + squares(across[2]);
  }

  @Differentiable(order = 2)
  static double marcum(int m, double a, double b) {
    return SpecialMath.marcumQ(m, a, b);
  }
}
