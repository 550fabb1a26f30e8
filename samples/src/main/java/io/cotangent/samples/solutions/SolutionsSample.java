package io.cotangent.samples.solutions;

import io.cotangent.implicit.IterationListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;

/** Derivatives of a root, of two fixed points and of a minimum. */
public final class SolutionsSample {
  private SolutionsSample() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Prints solutions and their derivatives. */
  public static void run(PrintStream out) {
    kepler(out);
    powerIteration(out);
    pageRank(out);
    lasso(out);
  }

  private static void kepler(PrintStream out) {
    out.println(
        "Kepler's equation, Mercury (eccentricity 0.2056) a quarter of a year after perihelion");
    double[][] hessian = KeplerDistanceDerivatives.hessian(0.2056, Math.PI / 2);
    var slope = KeplerDistanceDerivatives.gradient(0.2056, Math.PI / 2);
    out.printf(
        Locale.ROOT,
        "distance %.6f, by eccentricity %.6f, by mean anomaly %.6f, twice by that %.6f%n",
        Kepler.distance(0.2056, Math.PI / 2),
        slope.eccentricity(),
        slope.meanAnomaly(),
        hessian[1][1]);
  }

  private static void powerIteration(PrintStream out) {
    double[][] a = {{2, 1, 0}, {1, 3, 1}, {0, 1, 4}};
    double[] start = {1, 1, 1};
    out.println("power iteration: the eigenvalue's gradient is the outer product of its vector");
    PowerIterationStepFixedPoint.solution(start, a, IterationListener.printing(out, 5));
    double[] vector = PowerIterationStepFixedPoint.solve(start, a);
    rows(out, PowerIterationEigenvalueDerivatives.gradient(a, start));
    out.println("the same from a vector that another solver found");
    rows(out, PowerIterationOfBlackBoxDerivatives.gradient(a, vector));
  }

  private static void rows(PrintStream out, double[][] rows) {
    for (double[] row : rows) {
      for (double entry : row) {
        out.printf(Locale.ROOT, "%12.8f", entry);
      }
      out.println();
    }
  }

  /** A small web: pages 0 to 2 link in a ring, page 3 to all, and 2 also to 3. */
  static double[][] web() {
    return new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}, {1, 0, 0, 1}, {1, 1, 1, 0}};
  }

  private static void pageRank(PrintStream out) {
    out.println("PageRank: what one more link of any page would do to the rank of page 0");
    var gradient = PageRankOfDerivatives.gradient(0, web(), 0.85);
    out.printf(
        Locale.ROOT,
        "rank %.6f, by damping %.6f, by links:%n",
        PageRank.of(0, web(), 0.85),
        gradient.damping());
    rows(out, gradient.links());
  }

  /** Made-up rows: two columns of ten matter. */
  static double[][] columns(long seed, int rows) {
    Random random = new Random(seed);
    double[][] x = new double[rows][];
    for (int i = 0; i < rows; i++) {
      x[i] = random.doubles(10, -1, 1).toArray();
    }
    return x;
  }

  static double[] answers(double[][] x, long seed) {
    Random random = new Random(seed);
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 2 * x[i][0] - x[i][3] + 0.6 * random.nextGaussian();
    }
    return y;
  }

  private static void lasso(PrintStream out) {
    double[][] x = columns(1, 40);
    double[] y = answers(x, 2);
    double[][] others = columns(3, 40);
    double[] theirs = answers(others, 4);
    out.println("lasso: the penalty by descent on the error of other rows");
    double penalty = Math.log(0.3);
    for (int k = 0; k <= 30; k++) {
      double slope = LassoValidationDerivatives.gradient(penalty, x, y, others, theirs);
      if (k % 10 == 0) {
        out.printf(
            Locale.ROOT,
            "step %2d: penalty %.5f, error %.6f, slope %+.6f%n",
            k,
            Math.exp(penalty),
            Lasso.validation(penalty, x, y, others, theirs),
            slope);
      }
      penalty -= 2 * slope;
    }
  }
}
