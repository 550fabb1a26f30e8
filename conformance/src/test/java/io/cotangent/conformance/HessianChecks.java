package io.cotangent.conformance;

import io.cotangent.ScalarFunction;

/** What second-order derivatives must be at a point. */
final class HessianChecks {
  private final Trial trial;
  private final Subject subject;

  HessianChecks(Trial trial) {
    this.trial = trial;
    this.subject = trial.subject;
  }

  void run() {
    double[][] hessian = (double[][]) subject.call("hessian", trial.args).get();
    double[][] truth = trial.hessian();
    Close.check("hessian", truth, hessian, trial.tolerance(1e-6));
    double close = trial.isFloat() ? 1e-4 : 1e-11;
    Close.check("symmetry of the hessian", transposed(hessian), hessian, close);
    for (int seed = 0; seed < 2; seed++) {
      double[] direction = trial.direction(seed);
      Object[] dots = trial.tangents(direction);
      Object[] kept = Flat.copies(dots);
      double[] product = Trial.times(hessian, direction);
      Object hvp = subject.call("hvp", trial.args, dots).get();
      Close.check("hvp", product, subject.flatGradient(hvp), close * (1 + direction.length));
      Close.sameBits("tangents", kept, dots);
    }
    ScalarFunction function = (ScalarFunction) subject.call("function", trial.args).get();
    Close.check("function.hessian", hessian, function.hessian(trial.x), close);
    trial.argumentsUntouched("second order");
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] transposed = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }
}
