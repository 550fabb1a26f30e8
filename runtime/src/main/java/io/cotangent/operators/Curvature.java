package io.cotangent.operators;

import io.cotangent.ConvergenceException;
import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.VectorFunction;
import io.cotangent.linear.ConjugateGradient;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.LinearResult;
import io.cotangent.linear.Vectors;

/**
 * Products with the matrices of second-order methods (N. N. Schraudolph, "Fast curvature
 * matrix-vector products for second-order gradient descent", 2002). A product costs one forward and
 * one reverse sweep; no matrix is formed.
 */
public final class Curvature {
  private Curvature() {}

  /**
   * The Gauss-Newton matrix of {@code |r(x)|^2 / 2}, which is {@code Jᵀ J}, times a vector.
   *
   * @param residuals the function r
   * @param x the point
   * @param v a vector of x's length
   * @return the product
   */
  public static double[] gaussNewtonProduct(VectorFunction residuals, double[] x, double[] v) {
    return residuals.vjp(x, residuals.jvp(x, v));
  }

  /**
   * The generalised Gauss-Newton matrix of {@code loss(f(x))}, which is {@code Jᵀ H J} with the
   * loss's Hessian H, times a vector. It is positive semidefinite where the loss is convex.
   *
   * @param loss a function of f's result, of order 2
   * @param f the model
   * @param x the point
   * @param v a vector of x's length
   * @return the product
   */
  public static double[] gaussNewtonProduct(
      ScalarFunction loss, VectorFunction f, double[] x, double[] v) {
    return f.vjp(x, loss.hvp(f.value(x), f.jvp(x, v)));
  }

  /**
   * The Fisher information matrix as samples estimate it, the mean of {@code s sᵀ} over the scores
   * (gradients) s of the samples' log-likelihoods, times a vector. With samples drawn from the
   * model it is an unbiased estimate; with observed ones it is what is called the empirical Fisher
   * matrix.
   *
   * @param logLikelihoods the samples' log-likelihoods, an entry each, as a function of the
   *     parameters
   * @param x the parameters
   * @param v a vector of x's length
   * @return the product
   */
  public static double[] fisherProduct(VectorFunction logLikelihoods, double[] x, double[] v) {
    double[] rates = logLikelihoods.jvp(x, v);
    for (int i = 0; i < rates.length; i++) {
      rates[i] /= rates.length;
    }
    return logLikelihoods.vjp(x, rates);
  }

  /**
   * The Gauss-Newton matrix as an operator.
   *
   * @param residuals the function r
   * @param x the point; copied
   * @return {@code Jᵀ J}
   */
  public static LinearOperator gaussNewton(VectorFunction residuals, double[] x) {
    double[] at = x.clone();
    return new SymmetricOperator(at.length, v -> gaussNewtonProduct(residuals, at, v));
  }

  /**
   * The Fisher information matrix of samples as an operator.
   *
   * @param logLikelihoods the samples' log-likelihoods
   * @param x the parameters; copied
   * @return the mean of {@code s sᵀ}
   */
  public static LinearOperator fisher(VectorFunction logLikelihoods, double[] x) {
    double[] at = x.clone();
    return new SymmetricOperator(at.length, v -> fisherProduct(logLikelihoods, at, v));
  }

  /**
   * The Hessian as an operator.
   *
   * @param f a function of order 2
   * @param x the point; copied
   * @return the Hessian at x
   */
  public static LinearOperator hessian(ScalarFunction f, double[] x) {
    double[] at = x.clone();
    return new SymmetricOperator(at.length, v -> f.hvp(at, v));
  }

  /**
   * The natural gradient (S. Amari, "Natural gradient works efficiently in learning", 1998): the
   * solution d of {@code (F + damping I) d = gradient} by conjugate gradients.
   *
   * @param fisher the Fisher matrix F, or any positive semidefinite metric
   * @param gradient the gradient of the loss
   * @param damping what is added to the diagonal, not negative
   * @param tolerance the residual to reach, relative to the gradient's norm
   * @param maxIterations how many products with F to make at most
   * @return the direction
   * @throws ConvergenceException if the residual isn't reached
   */
  public static double[] naturalGradient(
      LinearOperator fisher,
      double[] gradient,
      double damping,
      double tolerance,
      int maxIterations) {
    int n = fisher.size();
    Products.length(gradient, n, "gradient");
    if (!(damping >= 0)) {
      throw new IllegalArgumentException("damping is " + damping);
    }
    LinearOperator damped = new SymmetricOperator(n, v -> damped(fisher, damping, v));
    double[] direction = new double[n];
    double target = tolerance * Vectors.norm(gradient);
    LinearResult result =
        new ConjugateGradient().solve(damped, gradient, direction, target, maxIterations);
    if (result.status() != Status.CONVERGED) {
      throw new ConvergenceException(
          ConvergenceException.Phase.FORWARD,
          result.status(),
          result.iterations(),
          result.residual(),
          "no natural gradient: conjugate gradients ended with residual " + result.residual());
    }
    return direction;
  }

  private static double[] damped(LinearOperator a, double damping, double[] v) {
    double[] out = new double[v.length];
    a.apply(v, out);
    for (int i = 0; i < v.length; i++) {
      out[i] += damping * v[i];
    }
    return out;
  }
}
