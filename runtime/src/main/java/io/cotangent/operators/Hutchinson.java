package io.cotangent.operators;

import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.SplittableRandom;

/**
 * Estimates of traces and diagonals from products with random vectors of signs (M. F. Hutchinson,
 * "A stochastic estimator of the trace of the influence matrix", 1990; C. Bekas, E. Kokiopoulou and
 * Y. Saad, "An estimator for the diagonal of a matrix", 2007). They are unbiased; with signs a
 * diagonal matrix comes out exactly. The same seed gives the same estimate.
 */
public final class Hutchinson {
  private Hutchinson() {}

  /**
   * An estimate of a number.
   *
   * @param value the mean of the samples
   * @param standardError the standard deviation of that mean, itself estimated from the samples
   */
  public record Estimate(double value, double standardError) {}

  /**
   * Estimates of a vector's entries.
   *
   * @param values the means of the samples
   * @param standardErrors the standard deviations of these means
   */
  public record Estimates(double[] values, double[] standardErrors) {}

  /**
   * Estimates the trace.
   *
   * @param a the matrix
   * @param samples how many products to make, at least 2
   * @param seed of the random signs
   * @return the estimate
   */
  public static Estimate trace(LinearOperator a, int samples, long seed) {
    Samples sums = new Samples(1, samples);
    SplittableRandom random = new SplittableRandom(seed);
    double[] product = new double[a.size()];
    for (int k = 0; k < samples; k++) {
      double[] z = signs(random, a.size());
      a.apply(z, product);
      sums.add(new double[] {Vectors.dot(z, product)});
    }
    return new Estimate(sums.mean[0], sums.standardErrors()[0]);
  }

  /**
   * Estimates the diagonal.
   *
   * @param a the matrix
   * @param samples how many products to make, at least 2
   * @param seed of the random signs
   * @return the estimates
   */
  public static Estimates diagonal(LinearOperator a, int samples, long seed) {
    Samples sums = new Samples(a.size(), samples);
    SplittableRandom random = new SplittableRandom(seed);
    double[] product = new double[a.size()];
    for (int k = 0; k < samples; k++) {
      double[] z = signs(random, a.size());
      a.apply(z, product);
      for (int i = 0; i < z.length; i++) {
        z[i] *= product[i];
      }
      sums.add(z);
    }
    return new Estimates(sums.mean, sums.standardErrors());
  }

  private static double[] signs(SplittableRandom random, int n) {
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = random.nextBoolean() ? 1 : -1;
    }
    return z;
  }

  /** Means and variances by Welford's updates. */
  private static final class Samples {
    private final double[] mean;
    private final double[] squares;
    private int count;

    Samples(int n, int samples) {
      if (samples < 2) {
        throw new IllegalArgumentException(
            samples + " samples, but a standard error needs 2 at least");
      }
      mean = new double[n];
      squares = new double[n];
    }

    void add(double[] sample) {
      count++;
      for (int i = 0; i < mean.length; i++) {
        double before = sample[i] - mean[i];
        mean[i] += before / count;
        squares[i] += before * (sample[i] - mean[i]);
      }
    }

    double[] standardErrors() {
      double[] out = new double[mean.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = Math.sqrt(squares[i] / (count - 1) / count);
      }
      return out;
    }
  }
}
