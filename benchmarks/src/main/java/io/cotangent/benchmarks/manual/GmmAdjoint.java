package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.GmmObjective;
import java.util.Arrays;

/**
 * The adjoint of {@link GmmObjective#logPosterior}, fused: each point's reverse sweep runs right
 * after its forward sweep, so that no more than one point's intermediate values are kept.
 *
 * <p>There are two forms. The plain one is the adjoint of the program as it is written. The hoisted
 * one knows besides that every point's share of a mean's cotangent goes through the same matrix
 * {@code Qᵀ}, and applies it once to the points' sum.
 *
 * <p>An instance is the workspace: it allocates for one {@code (k, d)} and nothing after.
 */
public final class GmmAdjoint {
  private final boolean hoisted;
  private final double[] alphasBar;
  private final double[][] meansBar;
  private final double[][] icfBar;
  private final double[][] qDiagonal;
  private final double[][] qDiagonalBar;
  private final double[] logDeterminant;
  private final double[] logDeterminantBar;
  private final double[][] centred;
  private final double[][] mapped;
  private final double[] weight;
  private final double[] centredBar;

  /** Makes room for {@code k} components in {@code d} dimensions; the plain form. */
  public GmmAdjoint(int k, int d) {
    this(k, d, false);
  }

  /** Makes room for {@code k} components in {@code d} dimensions; either form. */
  public GmmAdjoint(int k, int d, boolean hoisted) {
    this.hoisted = hoisted;
    alphasBar = new double[k];
    meansBar = new double[k][d];
    icfBar = new double[k][d * (d + 1) / 2];
    qDiagonal = new double[k][d];
    qDiagonalBar = new double[k][d];
    logDeterminant = new double[k];
    logDeterminantBar = new double[k];
    centred = new double[k][d];
    mapped = new double[k][d];
    weight = new double[k];
    centredBar = new double[d];
  }

  /** The cotangent of {@code alphas}, {@code [k]}, of the last call. */
  public double[] alphas() {
    return alphasBar;
  }

  /** The cotangent of {@code means}, {@code [k][d]}, of the last call. */
  public double[][] means() {
    return meansBar;
  }

  /** The cotangent of {@code icf}, {@code [k][d(d+1)/2]}, of the last call. */
  public double[][] icf() {
    return icfBar;
  }

  /** Returns the log posterior and leaves its gradient in this workspace. */
  public double valueAndGradient(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
    int k = alphas.length;
    int d = means[0].length;
    int n = x.length;
    clear();
    prepare(icf, d);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] point = x[i];
      double max = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        double squares = forward(point, means[c], qDiagonal[c], icf[c], centred[c], mapped[c]);
        double log = alphas[c] + logDeterminant[c] - 0.5 * squares;
        weight[c] = log;
        max = Math.max(max, log);
      }
      sum += max + Math.log(softmax(weight, max));
      for (int c = 0; c < k; c++) {
        double w = weight[c];
        logDeterminantBar[c] += w;
        reverse(c, w, icf[c]);
      }
    }
    if (hoisted) {
      backThroughFactors(icf, d);
    }
    double logTotal = weightsOfAlphas(alphas, n);
    double prior = finish(icf, d, gamma, m);
    return -n * d * 0.5 * Math.log(2 * Math.PI) + sum - n * logTotal + prior;
  }

  private void clear() {
    Arrays.fill(logDeterminantBar, 0);
    for (int c = 0; c < meansBar.length; c++) {
      Arrays.fill(meansBar[c], 0);
      Arrays.fill(icfBar[c], 0);
      Arrays.fill(qDiagonalBar[c], 0);
    }
  }

  private void prepare(double[][] icf, int d) {
    for (int c = 0; c < icf.length; c++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        sum += icf[c][j];
        qDiagonal[c][j] = Math.exp(icf[c][j]);
      }
      logDeterminant[c] = sum;
    }
  }

  /** Keeps x − μ and Q(x − μ); returns the latter's squared norm. */
  private static double forward(
      double[] point,
      double[] mean,
      double[] diagonal,
      double[] packed,
      double[] centred,
      double[] mapped) {
    int d = mean.length;
    for (int j = 0; j < d; j++) {
      double v = point[j] - mean[j];
      centred[j] = v;
      mapped[j] = diagonal[j] * v;
    }
    int offset = d - 1;
    for (int column = 0; column < d - 1; column++) {
      double v = centred[column];
      for (int row = column + 1; row < d; row++) {
        mapped[row] += packed[offset + row - column] * v;
      }
      offset += d - 1 - column;
    }
    double squares = 0;
    for (int j = 0; j < d; j++) {
      squares += mapped[j] * mapped[j];
    }
    return squares;
  }

  /** Turns logarithms into shares of their sum; returns the sum, scaled by exp(−max). */
  private static double softmax(double[] v, double max) {
    double sum = 0;
    for (int c = 0; c < v.length; c++) {
      double e = Math.exp(v[c] - max);
      v[c] = e;
      sum += e;
    }
    double inverse = 1 / sum;
    for (int c = 0; c < v.length; c++) {
      v[c] *= inverse;
    }
    return sum;
  }

  /** Adds one point's share of one component; {@code mapped} becomes its own cotangent. */
  private void reverse(int c, double w, double[] packed) {
    double[] diagonalBar = qDiagonalBar[c];
    if (hoisted) {
      reverseHoisted(w, centred[c], mapped[c], diagonalBar, icfBar[c], meansBar[c]);
    } else {
      reversePlain(
          w,
          qDiagonal[c],
          packed,
          centred[c],
          mapped[c],
          diagonalBar,
          icfBar[c],
          centredBar,
          meansBar[c]);
    }
  }

  private static void reversePlain(
      double w,
      double[] diagonal,
      double[] packed,
      double[] centred,
      double[] mapped,
      double[] diagonalBar,
      double[] packedBar,
      double[] centredBar,
      double[] meanBar) {
    int d = diagonal.length;
    for (int j = 0; j < d; j++) {
      double bar = -w * mapped[j];
      mapped[j] = bar;
      diagonalBar[j] += bar * centred[j];
      centredBar[j] = bar * diagonal[j];
    }
    int offset = d - 1;
    for (int column = 0; column < d - 1; column++) {
      double v = centred[column];
      double sum = 0;
      for (int row = column + 1; row < d; row++) {
        double bar = mapped[row];
        sum += packed[offset + row - column] * bar;
        packedBar[offset + row - column] += bar * v;
      }
      centredBar[column] += sum;
      offset += d - 1 - column;
    }
    for (int j = 0; j < d; j++) {
      meanBar[j] -= centredBar[j];
    }
  }

  /** As above, but leaves the sum of the cotangents of Q(x − μ) in {@code mappedBar}. */
  private static void reverseHoisted(
      double w,
      double[] centred,
      double[] mapped,
      double[] diagonalBar,
      double[] packedBar,
      double[] mappedBar) {
    int d = centred.length;
    for (int j = 0; j < d; j++) {
      double bar = -w * mapped[j];
      mapped[j] = bar;
      mappedBar[j] += bar;
      diagonalBar[j] += bar * centred[j];
    }
    int offset = d - 1;
    for (int column = 0; column < d - 1; column++) {
      double v = centred[column];
      for (int row = column + 1; row < d; row++) {
        packedBar[offset + row - column] += mapped[row] * v;
      }
      offset += d - 1 - column;
    }
  }

  /** Multiplies the sums that stand in {@code meansBar} by −Qᵀ. */
  private void backThroughFactors(double[][] icf, int d) {
    for (int c = 0; c < icf.length; c++) {
      double[] bar = meansBar[c];
      int offset = d - 1;
      for (int column = 0; column < d; column++) {
        double sum = qDiagonal[c][column] * bar[column];
        for (int row = column + 1; row < d; row++) {
          sum += icf[c][offset + row - column] * bar[row];
        }
        bar[column] = -sum;
        offset += d - 1 - column;
      }
    }
  }

  /** Sets the cotangent of the alphas; returns the logarithm of the sum of their exponentials. */
  private double weightsOfAlphas(double[] alphas, int n) {
    int k = alphas.length;
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      max = Math.max(max, alphas[c]);
      weight[c] = alphas[c];
    }
    double sum = softmax(weight, max);
    for (int c = 0; c < k; c++) {
      alphasBar[c] = logDeterminantBar[c] - n * weight[c];
    }
    return max + Math.log(sum);
  }

  /** Adds the prior's share and goes from diagonals back to their logarithms; returns the prior. */
  private double finish(double[][] icf, int d, double gamma, int m) {
    double squaredGamma = gamma * gamma;
    double sum = 0;
    for (int c = 0; c < icf.length; c++) {
      double frobenius = 0;
      for (int j = 0; j < d; j++) {
        double q = qDiagonal[c][j];
        frobenius += q * q;
        icfBar[c][j] = (qDiagonalBar[c][j] + squaredGamma * q) * q + logDeterminantBar[c] - m;
      }
      for (int j = d; j < icf[c].length; j++) {
        double q = icf[c][j];
        frobenius += q * q;
        icfBar[c][j] += squaredGamma * q;
      }
      sum += 0.5 * squaredGamma * frobenius - m * logDeterminant[c];
    }
    return sum - icf.length * GmmObjective.logNormaliser(d, gamma, m);
  }
}
