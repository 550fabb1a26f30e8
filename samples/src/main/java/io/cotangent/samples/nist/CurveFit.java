package io.cotangent.samples.nist;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * What Hipparchus' Levenberg–Marquardt makes of a curve and data, polished by Gauss–Newton steps.
 *
 * <p>Levenberg–Marquardt stops where rounding hides whether the sum of squares still falls, which
 * is half of the digits short of what the Jacobian knows; full steps from there do not ask.
 *
 * @param unpolished the parameters at which Levenberg–Marquardt stopped; empty where it gave up
 * @param parameters the fitted parameters; empty where it gave up
 * @param deviations their standard deviations; empty where it gave up
 * @param rss the residual sum of squares; NaN where it gave up
 * @param iterations the iterations that Levenberg–Marquardt took
 * @param failure the optimiser's own words where it gave up, else empty
 */
record CurveFit(
    double[] unpolished,
    double[] parameters,
    double[] deviations,
    double rss,
    int iterations,
    String failure) {

  private static final double TOLERANCE = 1e-15;
  private static final double SAME = 1e-13;
  private static final int MAX_ITERATIONS = 5000;
  private static final int POLISHING_STEPS = 40;

  /** Fits {@code curve} to {@code (x, y)} from {@code start} with the Jacobian given. */
  static CurveFit of(
      Curve.Values curve, Curve.Jacobian jacobian, double[][] x, double[] y, double[] start) {
    LeastSquaresBuilder problem =
        new LeastSquaresBuilder()
            .target(y)
            .model(b -> curve.at(b, x), b -> jacobian.at(b, x))
            .maxEvaluations(10 * MAX_ITERATIONS)
            .maxIterations(MAX_ITERATIONS);
    Optimum found;
    try {
      found =
          new LevenbergMarquardtOptimizer()
              .withCostRelativeTolerance(TOLERANCE)
              .withParameterRelativeTolerance(TOLERANCE)
              .withOrthoTolerance(TOLERANCE)
              .optimize(problem.start(start).build());
    } catch (MathRuntimeException e) {
      double[] none = new double[0];
      return new CurveFit(none, none, none, Double.NaN, 0, e.getMessage());
    }
    Optimum polished = polished(problem, found);
    double[] b = polished.getPoint().toArray();
    double rss = polished.getResiduals().dotProduct(polished.getResiduals());
    return new CurveFit(
        found.getPoint().toArray(),
        b,
        deviations(jacobian.at(b, x), rss / (y.length - b.length)),
        rss,
        found.getIterations(),
        "");
  }

  /** Where full steps from {@code found} end; {@code found} itself if they lead away from it. */
  private static Optimum polished(LeastSquaresBuilder problem, Optimum found) {
    try {
      Optimum end =
          new GaussNewtonOptimizer(new QRDecomposer(0), false)
              .optimize(
                  problem
                      .start(found.getPoint())
                      .checker(
                          (step, last, next) ->
                              step > POLISHING_STEPS || same(last.getPoint(), next.getPoint()))
                      .build());
      return end.getCost() <= found.getCost() * (1 + 1e-6) ? end : found;
    } catch (MathRuntimeException e) {
      return found;
    }
  }

  private static boolean same(RealVector a, RealVector b) {
    for (int k = 0; k < a.getDimension(); k++) {
      if (Math.abs(a.getEntry(k) - b.getEntry(k)) > SAME * Math.abs(b.getEntry(k))) {
        return false;
      }
    }
    return true;
  }

  /** Square roots of the diagonal of {@code variance (JᵀJ)⁻¹}, from J = QR, never from JᵀJ. */
  private static double[] deviations(double[][] jacobian, double variance) {
    int n = jacobian[0].length;
    double[] scale = new double[n];
    double[][] scaled = new double[jacobian.length][n];
    for (int k = 0; k < n; k++) {
      for (double[] row : jacobian) {
        scale[k] = Math.hypot(scale[k], row[k]);
      }
      for (int i = 0; i < jacobian.length; i++) {
        scaled[i][k] = jacobian[i][k] / scale[k];
      }
    }
    RealMatrix r =
        new QRDecomposition(MatrixUtils.createRealMatrix(scaled))
            .getR()
            .getSubMatrix(0, n - 1, 0, n - 1);
    double[] deviations = new double[n];
    for (int k = 0; k < n; k++) {
      double[] column = inverseColumn(r, k);
      for (int i = 0; i < n; i++) {
        deviations[i] = Math.hypot(deviations[i], column[i]);
      }
    }
    for (int k = 0; k < n; k++) {
      deviations[k] *= Math.sqrt(variance) / scale[k];
    }
    return deviations;
  }

  /** Column {@code k} of the inverse of an upper triangular matrix. */
  private static double[] inverseColumn(RealMatrix r, int k) {
    double[] z = new double[r.getColumnDimension()];
    z[k] = 1;
    for (int i = k; i >= 0; i--) {
      for (int j = i + 1; j <= k; j++) {
        z[i] -= r.getEntry(i, j) * z[j];
      }
      z[i] /= r.getEntry(i, i);
    }
    return z;
  }

  boolean failed() {
    return !failure.isEmpty();
  }
}
