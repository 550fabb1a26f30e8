package io.cotangent.samples.mixture;

import io.cotangent.ScalarFunction;
import java.util.Arrays;
import org.ddogleg.optimization.FactoryOptimization;
import org.ddogleg.optimization.UnconstrainedMinimization;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;

/**
 * Fits a mixture of two Gaussians by DDogleg's trust-region optimiser with the generated gradient.
 */
final class MixtureFit {

  private static final int MAX_ITERATIONS = 500;
  private static final double FUNCTION_TOLERANCE = 1e-14;
  private static final double GRADIENT_TOLERANCE = 1e-9;

  /** Told of every iteration: where it left the fit. */
  interface Progress {
    void at(int iteration, double logLikelihood, double gradientNorm);
  }

  /**
   * Where the fit ended.
   *
   * @param mixture the fitted mixture, in the points' own units
   * @param logLikelihood its log-likelihood
   * @param iterations the optimiser's iterations
   * @param evaluations how often value and gradient were evaluated
   * @param gradientNorm the length of the gradient at the end
   */
  record Result(
      Mixture mixture,
      double logLikelihood,
      int iterations,
      int evaluations,
      double gradientNorm) {}

  private MixtureFit() {}

  /** Fits two components to points in the plane. */
  static Result of(double[][] points, Progress progress) {
    double[] centre = new double[2];
    double[] scale = new double[2];
    double[][] scaled = standardise(points, centre, scale);
    double unitsLog = points.length * Math.log(scale[0] * scale[1]);

    double[] logits = {0, 0};
    double[][] means = {{-1, -1}, {1, 1}};
    double[][] factors = {{0, 0, 0}, {0, 0, 0}};
    Objective objective =
        new Objective(GaussianMixtureLossDerivatives.function(logits, means, factors, scaled));

    UnconstrainedMinimization optimizer = FactoryOptimization.doglegBFGS(null);
    optimizer.setFunction(objective, objective.gradient(), Double.NEGATIVE_INFINITY);
    optimizer.initialize(flatten(logits, means, factors), FUNCTION_TOLERANCE, GRADIENT_TOLERANCE);
    double loss = objective.process(optimizer.getParameters());
    double gradientNorm = objective.gradientNorm();
    int iterations = 0;
    boolean done = false;
    while (!done && iterations < MAX_ITERATIONS) {
      done = optimizer.iterate();
      iterations++;
      if (optimizer.isUpdated()) {
        loss = objective.process(optimizer.getParameters());
        gradientNorm = objective.gradientNorm();
      }
      progress.at(iterations, -points.length * loss - unitsLog, gradientNorm);
    }

    double[] end = optimizer.getParameters();
    Mixture mixture =
        Mixture.of(
            new double[] {end[0], end[1]},
            new double[][] {{end[2], end[3]}, {end[4], end[5]}},
            new double[][] {{end[6], end[7], end[8]}, {end[9], end[10], end[11]}},
            centre,
            scale);
    return new Result(
        mixture, -points.length * loss - unitsLog, iterations, objective.evaluations, gradientNorm);
  }

  private static double[][] standardise(double[][] points, double[] centre, double[] scale) {
    double[][] scaled = new double[points.length][2];
    for (int i = 0; i < 2; i++) {
      for (double[] point : points) {
        centre[i] += point[i] / points.length;
      }
      for (double[] point : points) {
        scale[i] += (point[i] - centre[i]) * (point[i] - centre[i]) / points.length;
      }
      scale[i] = Math.sqrt(scale[i]);
      for (int row = 0; row < points.length; row++) {
        scaled[row][i] = (points[row][i] - centre[i]) / scale[i];
      }
    }
    return scaled;
  }

  private static double[] flatten(double[] logits, double[][] means, double[][] factors) {
    double[] flat = Arrays.copyOf(logits, 12);
    for (int k = 0; k < 2; k++) {
      System.arraycopy(means[k], 0, flat, 2 + 2 * k, 2);
      System.arraycopy(factors[k], 0, flat, 6 + 3 * k, 3);
    }
    return flat;
  }

  /** The generated function as the optimiser wants it: value and gradient asked for apart. */
  private static final class Objective implements FunctionNtoS {

    private final ScalarFunction function;
    private final double[] gradient;
    private double[] last;
    private double value;
    private int evaluations;

    Objective(ScalarFunction function) {
      this.function = function;
      this.gradient = new double[function.dimension()];
      this.last = new double[0];
    }

    @Override
    public int getNumOfInputsN() {
      return function.dimension();
    }

    @Override
    public double process(double[] x) {
      if (!Arrays.equals(x, last)) {
        value = function.valueAndGradient(x, gradient);
        last = x.clone();
        evaluations++;
      }
      return value;
    }

    FunctionNtoN gradient() {
      return new FunctionNtoN() {
        @Override
        public int getN() {
          return function.dimension();
        }

        @Override
        public void process(double[] x, double[] output) {
          Objective.this.process(x);
          System.arraycopy(gradient, 0, output, 0, output.length);
        }
      };
    }

    double gradientNorm() {
      double norm = 0;
      for (double entry : gradient) {
        norm = Math.hypot(norm, entry);
      }
      return norm;
    }
  }
}
