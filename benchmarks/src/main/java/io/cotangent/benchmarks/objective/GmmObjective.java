package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** The log posterior of a Gaussian mixture with full covariances and a Wishart prior on each. */
public final class GmmObjective {
  private GmmObjective() {}

  /**
   * Returns the log likelihood of the points plus the log prior of the covariances.
   *
   * <p>The mixture's weights are the softmax of {@code alphas}. Component {@code c} has the inverse
   * covariance {@code QᵀQ}, where {@code Q} is lower triangular and stored in {@code icf[c]}: the
   * logarithms of its {@code d} diagonal entries, then the strict lower triangle column by column.
   *
   * @param alphas unnormalised log weights, {@code [k]}
   * @param means the components' means, {@code [k][d]}
   * @param icf the inverse covariance factors, {@code [k][d(d+1)/2]}
   * @param x the points, {@code [n][d]}
   * @param gamma the Wishart prior's inverse scale
   * @param m the Wishart prior's degrees of freedom beyond {@code d + 1}
   */
  @Differentiable(
      wrt = {"alphas", "means", "icf"},
      name = "GmmObjectiveDerivatives")
  public static double logPosterior(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
    int k = alphas.length;
    int d = means[0].length;
    int n = x.length;
    double[][] qDiagonal = new double[k][d];
    double[] logDeterminant = new double[k];
    factors(icf, qDiagonal, logDeterminant);

    double[] centred = new double[d];
    double[] mapped = new double[d];
    double[] logWeight = new double[k];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        centre(x[i], means[c], centred);
        multiply(qDiagonal[c], icf[c], centred, mapped);
        logWeight[c] = alphas[c] + logDeterminant[c] - 0.5 * squaredNorm(mapped);
      }
      sum += logSumExp(logWeight);
    }
    double constant = -n * d * 0.5 * Math.log(2 * Math.PI);
    return constant
        + sum
        - n * logSumExp(alphas)
        + logPrior(qDiagonal, logDeterminant, icf, gamma, m);
  }

  /** Takes the factors' diagonals and log determinants out of their packed form. */
  private static void factors(double[][] icf, double[][] qDiagonal, double[] logDeterminant) {
    for (int c = 0; c < icf.length; c++) {
      double sum = 0;
      for (int j = 0; j < qDiagonal[c].length; j++) {
        sum += icf[c][j];
        qDiagonal[c][j] = Math.exp(icf[c][j]);
      }
      logDeterminant[c] = sum;
    }
  }

  private static void centre(double[] point, double[] mean, double[] centred) {
    for (int j = 0; j < centred.length; j++) {
      centred[j] = point[j] - mean[j];
    }
  }

  /** Multiplies {@code v} by the lower triangular factor. */
  private static void multiply(double[] diagonal, double[] packed, double[] v, double[] out) {
    int d = v.length;
    for (int j = 0; j < d; j++) {
      out[j] = diagonal[j] * v[j];
    }
    int offset = d;
    for (int column = 0; column < d - 1; column++) {
      double vc = v[column];
      for (int row = column + 1; row < d; row++) {
        out[row] += packed[offset + row - column - 1] * vc;
      }
      offset += d - 1 - column;
    }
  }

  private static double squaredNorm(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j] * v[j];
    }
    return sum;
  }

  private static double logSumExp(double[] v) {
    double max = v[0];
    for (int j = 1; j < v.length; j++) {
      max = Math.max(max, v[j]);
    }
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += Math.exp(v[j] - max);
    }
    return max + Math.log(sum);
  }

  private static double logPrior(
      double[][] qDiagonal, double[] logDeterminant, double[][] icf, double gamma, int m) {
    int k = icf.length;
    int d = qDiagonal[0].length;
    double sum = 0;
    for (int c = 0; c < k; c++) {
      double frobenius = squaredNorm(qDiagonal[c]);
      for (int j = d; j < icf[c].length; j++) {
        frobenius += icf[c][j] * icf[c][j];
      }
      sum += 0.5 * gamma * gamma * frobenius - m * logDeterminant[c];
    }
    return sum - k * logNormaliser(d, gamma, m);
  }

  /** The Wishart density's normalising constant, which depends on the prior's parameters alone. */
  public static double logNormaliser(int d, double gamma, int m) {
    int n = d + m + 1;
    double logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 1; j <= d; j++) {
      logGamma += SpecialMath.lgamma(0.5 * n + 0.5 * (1 - j));
    }
    return n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
  }
}
