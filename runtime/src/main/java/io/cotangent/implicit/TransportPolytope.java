package io.cotangent.implicit;

import io.cotangent.ConvergenceException;
import io.cotangent.ConvergenceException.Phase;
import io.cotangent.Status;
import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Vectors;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which entries of {@link Projections#transport} are not zero, and how its potentials depend on
 * what the sums miss. The dual function of the potentials is minimised by rows, by columns and by
 * semismooth Newton steps in turn.
 */
public final class TransportPolytope {
  private static final int LIMIT = 1000;

  private final double[][] x;
  private final double[] rows;
  private final double[] columns;
  private double scale = 1;
  private final int m;
  private final int n;

  private TransportPolytope(double[][] x, double[] rows, double[] columns) {
    this.x = x;
    this.rows = rows;
    this.columns = columns;
    m = rows.length;
    n = columns.length;
  }

  /**
   * Which entries of the projection are positive.
   *
   * @param x the point
   * @param rows the sums of the rows
   * @param columns the sums of the columns
   * @return whether an entry is positive
   * @throws IllegalArgumentException if no matrix has such sums
   * @throws ConvergenceException if the projection is not found
   */
  public static boolean[][] support(double[][] x, double[] rows, double[] columns) {
    check(x, rows, columns);
    TransportPolytope polytope = new TransportPolytope(x, rows, columns);
    double[] potentials = polytope.potentials();
    boolean[][] support = new boolean[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        support[i][j] = polytope.entry(potentials, i, j) > 0;
      }
    }
    return support;
  }

  private static void check(double[][] x, double[] rows, double[] columns) {
    double balance = 0;
    double total = 0;
    boolean good = x.length == rows.length;
    for (int i = 0; i < rows.length; i++) {
      balance += rows[i];
      total += rows[i];
      good &= rows[i] >= 0 && i < x.length && x[i].length == columns.length;
      good &= i >= x.length || Vectors.isFinite(x[i]);
    }
    for (double sum : columns) {
      balance -= sum;
      good &= sum >= 0;
    }
    if (!good || !(Math.abs(balance) <= 1e-10 * total)) {
      throw new IllegalArgumentException(
          "no transport: a finite matrix has sums of rows and of columns that are not negative and"
              + " have the same total");
    }
  }

  private double entry(double[] potentials, int i, int j) {
    return scale * x[i][j] + potentials[i] + potentials[m + j];
  }

  /** What the sums of the entries that are positive have too much, rows first. */
  private double[] excess(double[] potentials) {
    double[] excess = new double[m + n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double entry = Math.max(entry(potentials, i, j), 0);
        excess[i] += entry;
        excess[m + j] += entry;
      }
      excess[i] -= rows[i];
    }
    for (int j = 0; j < n; j++) {
      excess[m + j] -= columns[j];
    }
    return excess;
  }

  private double[] potentials() {
    double size = Vectors.norm(rows) + Vectors.norm(columns);
    double spread = 0;
    for (double[] row : x) {
      for (double entry : row) {
        spread = Math.max(spread, Math.abs(entry));
      }
    }
    double[] potentials = new double[m + n];
    if (size == 0) {
      Arrays.fill(potentials, -spread);
      return potentials;
    }
    // Far from the set few entries are positive and Newton's steps see little: nearer by halves.
    int halves = (int) Math.ceil(Math.log(Math.max(1, spread * m * n / size)) / Math.log(2));
    double rounding = 0;
    double left = 0;
    for (; halves >= 0; halves--) {
      scale = Math.pow(0.5, halves);
      Vectors.scale(potentials, 2);
      rounding = 1e-15 * scale * spread;
      left = search(potentials, halves == 0 ? 1e-13 * size + rounding : 1e-6 * size);
    }
    if (left <= 1e-10 * size + 100 * rounding) {
      return potentials;
    }
    throw new ConvergenceException(
        Phase.FORWARD,
        Status.MAX_ITERATIONS,
        LIMIT,
        left,
        String.format(
            Locale.ROOT,
            "the projection onto the transports of %d rows and %d columns was not found: the sums"
                + " are off by %.3e after %d iterations",
            m,
            n,
            left,
            LIMIT));
  }

  /** Minimises from these potentials; by how much the sums are off in the end. */
  private double search(double[] potentials, double tolerance) {
    double left = 0;
    for (int k = 0; k < LIMIT; k++) {
      balance(potentials);
      double[] excess = excess(potentials);
      left = Vectors.norm(excess);
      if (left <= tolerance) {
        break;
      }
      newton(potentials, excess);
    }
    return left;
  }

  /** Sets every row's potential so that its sum is right, then every column's. */
  private void balance(double[] potentials) {
    double[] line = new double[Math.max(m, n)];
    for (int k = 0; k < m + n; k++) {
      int length = k < m ? n : m;
      for (int l = 0; l < length; l++) {
        line[l] = k < m ? scale * x[k][l] + potentials[m + l] : scale * x[l][k - m] + potentials[l];
      }
      if (length > 0) {
        potentials[k] = shift(Arrays.copyOf(line, length), k < m ? rows[k] : columns[k - m]);
      }
    }
  }

  /** What to add to all entries so that the positive ones have this sum. */
  private static double shift(double[] line, double sum) {
    Arrays.sort(line);
    double total = 0;
    double shift = -line[line.length - 1];
    for (int k = 1; k <= line.length; k++) {
      double next = line[line.length - k];
      total += next;
      double candidate = (sum - total) / k;
      if (next + candidate > 0) {
        shift = candidate;
      }
    }
    return shift;
  }

  /** A Newton step on the dual function, as long as that falls enough. */
  private void newton(double[] potentials, double[] excess) {
    double[][] matrix = new double[m + n][m + n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        if (entry(potentials, i, j) > 0) {
          matrix[i][i]++;
          matrix[m + j][m + j]++;
          matrix[i][m + j] = 1;
          matrix[m + j][i] = 1;
        }
      }
    }
    for (int k = 0; k < m + n; k++) {
      matrix[k][k] += 1e-10;
    }
    Cholesky factors = new Cholesky(matrix);
    if (!factors.isDefinite()) {
      return;
    }
    double[] step = new double[m + n];
    factors.solve(excess, step);
    double slope = Vectors.dot(excess, step);
    double before = dual(potentials);
    double[] trial = new double[m + n];
    for (double length = 1; length > 1e-12; length /= 2) {
      for (int k = 0; k < m + n; k++) {
        trial[k] = potentials[k] - length * step[k];
      }
      boolean falls = dual(trial) <= before - 1e-4 * length * slope;
      if (falls || Vectors.norm(excess(trial)) < 0.5 * Vectors.norm(excess)) {
        Vectors.copy(trial, potentials);
        return;
      }
    }
  }

  private double dual(double[] potentials) {
    double sum = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double entry = Math.max(entry(potentials, i, j), 0);
        sum += 0.5 * entry * entry;
      }
      sum -= rows[i] * potentials[i];
    }
    for (int j = 0; j < n; j++) {
      sum -= columns[j] * potentials[m + j];
    }
    return sum;
  }

  /**
   * The matrix that gives the potentials for what the sums over a support miss, rows first. Every
   * connected part of the support leaves one number open, for which the least potentials are taken.
   *
   * @param support which entries are not zero
   * @return the pseudo-inverse of the support's graph
   */
  public static double[][] potentials(boolean[][] support) {
    int m = support.length;
    int n = m == 0 ? 0 : support[0].length;
    int[] part = parts(support, m, n);
    int[] size = new int[m + n];
    for (int k = 0; k < m + n; k++) {
      size[part[k]]++;
    }
    double[][] matrix = new double[m + n][m + n];
    for (int k = 0; k < m + n; k++) {
      for (int l = 0; l < m + n; l++) {
        boolean edge = k < m != l < m && (k < m ? support[k][l - m] : support[l][k - m]);
        matrix[k][l] += edge ? 1 : 0;
        matrix[k][k] += edge ? 1 : 0;
        matrix[k][l] += open(part, size, m, k, l);
      }
    }
    Cholesky factors = new Cholesky(matrix);
    double[] unit = new double[m + n];
    double[][] inverse = new double[m + n][m + n];
    for (int k = 0; k < m + n; k++) {
      unit[k] = 1;
      factors.solve(unit, inverse[k]);
      unit[k] = 0;
      for (int l = 0; l < m + n; l++) {
        inverse[k][l] -= open(part, size, m, k, l);
      }
    }
    return inverse;
  }

  /** The projection onto what a part leaves open: rows up, columns down by the same. */
  private static double open(int[] part, int[] size, int m, int k, int l) {
    return part[k] == part[l] ? (k < m == l < m ? 1.0 : -1.0) / size[part[k]] : 0;
  }

  /** A number for every connected part of the support, per row and column. */
  private static int[] parts(boolean[][] support, int m, int n) {
    int[] part = new int[m + n];
    for (int k = 0; k < m + n; k++) {
      part[k] = k;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          if (support[i][j] && part[i] != part[m + j]) {
            part[i] = Math.min(part[i], part[m + j]);
            part[m + j] = part[i];
            changed = true;
          }
        }
      }
    }
    return part;
  }
}
