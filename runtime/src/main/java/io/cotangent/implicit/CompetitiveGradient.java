package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.VectorFunction;
import io.cotangent.linear.Gmres;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Lu;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Competitive gradient methods for games of two players, whose steps are the Nash equilibria of
 * bilinear approximations (Schäfer and Anandkumar 2019), and the Lagrangian methods made of them.
 *
 * <p>The players' functions take both players' points in one array, {@code x} first, and have
 * second derivatives.
 */
public final class CompetitiveGradient {
  private CompetitiveGradient() {}

  /**
   * The two players' points.
   *
   * @param x the first player's
   * @param y the second player's
   */
  public record Players(double[] x, double[] y) {}

  /**
   * A stationary point under equality constraints.
   *
   * @param x the point
   * @param multipliers of the constraints, for the Lagrangian {@code f + λ·h}
   * @param value the objective at {@code x}
   * @param status how it ended
   * @param iterations how many steps were made
   * @param residual the norm of the Lagrangian's gradient and the constraints
   */
  public record Constrained(
      double[] x,
      double[] multipliers,
      double value,
      Status status,
      int iterations,
      double residual) {}

  /**
   * One step of competitive gradient descent, both players minimising.
   *
   * @param f what the first player minimises, of {@code (x, y)}
   * @param g what the second player minimises, of {@code (x, y)}
   * @param x the first player's point; left as it is
   * @param y the second player's point; left as it is
   * @param eta the step's size
   * @return the points after the step
   */
  public static Players step(
      ScalarFunction f, ScalarFunction g, double[] x, double[] y, double eta) {
    Game game = new Game(f, g, x, y);
    double[] dx = game.direction(true, -eta, -eta);
    double[] dy = game.direction(false, -eta, -eta);
    return new Players(moved(x, -eta, dx), moved(y, -eta, dy));
  }

  /**
   * One step of competitive gradient ascent, both players maximising.
   *
   * @param f what the first player maximises, of {@code (x, y)}
   * @param g what the second player maximises, of {@code (x, y)}
   * @param x the first player's point; left as it is
   * @param y the second player's point; left as it is
   * @param etaF the first player's step size
   * @param etaG the second player's step size
   * @return the points after the step
   */
  public static Players cga(
      ScalarFunction f, ScalarFunction g, double[] x, double[] y, double etaF, double etaG) {
    Game game = new Game(f, g, x, y);
    double[] dx = game.direction(true, etaF, etaG);
    double[] dy = game.answer(dx, etaF);
    return new Players(moved(x, etaF, dx), moved(y, etaG, dy));
  }

  private static double[] moved(double[] x, double factor, double[] direction) {
    double[] moved = x.clone();
    Vectors.add(moved, factor, direction);
    return moved;
  }

  /** A game at a point. */
  private static final class Game {
    private final ScalarFunction f;
    private final ScalarFunction g;
    private final double[] point;
    private final int n;
    private final double[] ownF;
    private final double[] ownG;

    Game(ScalarFunction f, ScalarFunction g, double[] x, double[] y) {
      this.f = f;
      this.g = g;
      n = x.length;
      point = Arrays.copyOf(x, n + y.length);
      System.arraycopy(y, 0, point, n, y.length);
      double[] gradient = new double[point.length];
      f.valueAndGradient(point, gradient);
      ownF = Arrays.copyOf(gradient, n);
      g.valueAndGradient(point, gradient);
      ownG = Arrays.copyOfRange(gradient, n, point.length);
    }

    /** {@code D_xy f v}. */
    private double[] crossF(double[] v) {
      double[] direction = new double[point.length];
      System.arraycopy(v, 0, direction, n, v.length);
      return Arrays.copyOf(f.hvp(point, direction), n);
    }

    /** {@code D_yx g v}. */
    private double[] crossG(double[] v) {
      return Arrays.copyOfRange(g.hvp(point, Arrays.copyOf(v, point.length)), n, point.length);
    }

    /** The first or second player's direction. */
    double[] direction(boolean first, double etaF, double etaG) {
      double[] right = (first ? ownF : ownG).clone();
      Vectors.add(right, first ? etaG : etaF, first ? crossF(ownG) : crossG(ownF));
      LinearOperator system =
          new LinearOperator() {
            @Override
            public int size() {
              return right.length;
            }

            @Override
            public void apply(double[] v, double[] out) {
              Vectors.copy(first ? crossF(crossG(v)) : crossG(crossF(v)), out);
              for (int i = 0; i < out.length; i++) {
                out[i] = v[i] - etaF * etaG * out[i];
              }
            }

            @Override
            public void applyTransposed(double[] v, double[] out) {
              throw new UnsupportedOperationException("not needed");
            }
          };
      double[] direction = right.clone();
      new Gmres()
          .solve(system, right, direction, 1e-15 * Vectors.norm(right), 2 * right.length + 20);
      return direction;
    }

    /** The second player's direction in answer to the first's. */
    double[] answer(double[] dx, double etaF) {
      double[] dy = ownG.clone();
      Vectors.add(dy, etaF, crossG(dx));
      return dy;
    }
  }

  /**
   * One step of competitive gradient ascent on the Lagrangian {@code f + λ·h}, which {@code x}
   * minimises and {@code λ} maximises.
   *
   * @param objective {@code f}, to minimise
   * @param equality {@code h}, to be zero
   * @param x the point; left as it is
   * @param multipliers {@code λ}; left as they are
   * @param rate the step size of {@code x}
   * @param multiplierRate the step size of {@code λ}
   * @return {@code x} and {@code λ} after the step
   */
  public static Players lagrangeMin(
      ScalarFunction objective,
      VectorFunction equality,
      double[] x,
      double[] multipliers,
      double rate,
      double multiplierRate) {
    int n = x.length;
    double[] h = equality.value(x);
    double[][] jacobian = equality.jacobian(x);
    double[] right = new double[n];
    objective.valueAndGradient(x, right);
    Vectors.scale(right, -1);
    double[][] system = new double[n][n];
    for (int i = 0; i < n; i++) {
      system[i][i] = 1;
    }
    for (int k = 0; k < h.length; k++) {
      Vectors.add(right, -(multipliers[k] + multiplierRate * h[k]), jacobian[k]);
      for (int i = 0; i < n; i++) {
        Vectors.add(system[i], rate * multiplierRate * jacobian[k][i], jacobian[k]);
      }
    }
    double[] dx = new double[n];
    new Lu(system).solve(right, dx);
    double[] lambda = multipliers.clone();
    for (int k = 0; k < h.length; k++) {
      lambda[k] += multiplierRate * (h[k] + rate * Vectors.dot(jacobian[k], dx));
    }
    return new Players(moved(x, rate, dx), lambda);
  }

  /**
   * Solves the equality constrained problem {@code min f(x)} with {@code h(x) = 0} by steps of
   * {@link #lagrangeMin}.
   *
   * @param objective {@code f}, to minimise
   * @param equality {@code h}, to be zero
   * @param start where to start; left as it is
   * @param rate the step size of {@code x}
   * @param multiplierRate the step size of {@code λ}
   * @param options what ends it
   * @return the last point
   */
  public static Constrained ecp(
      ScalarFunction objective,
      VectorFunction equality,
      double[] start,
      double rate,
      double multiplierRate,
      SolverOptions options) {
    double[] x = start.clone();
    double[] lambda = new double[equality.value(x).length];
    for (int k = 0; ; k++) {
      double residual = residual(objective, equality, x, lambda);
      Status status =
          options.accepts(residual, x)
              ? Status.CONVERGED
              : !Double.isFinite(residual) ? Status.DIVERGED : Status.MAX_ITERATIONS;
      if (status != Status.MAX_ITERATIONS || k >= options.maxIterations()) {
        return new Constrained(x, lambda, objective.value(x), status, k, residual);
      }
      Players next = lagrangeMin(objective, equality, x, lambda, rate, multiplierRate);
      options.listener().iteration(k + 1, residual, distance(x, next.x()));
      x = next.x();
      lambda = next.y();
    }
  }

  private static double residual(
      ScalarFunction objective, VectorFunction equality, double[] x, double[] lambda) {
    double[] gradient = new double[x.length];
    objective.valueAndGradient(x, gradient);
    Vectors.add(gradient, 1, equality.vjp(x, lambda));
    return Math.hypot(Vectors.norm(gradient), Vectors.norm(equality.value(x)));
  }

  private static double distance(double[] a, double[] b) {
    double[] difference = a.clone();
    Vectors.add(difference, -1, b);
    return Vectors.norm(difference);
  }
}
