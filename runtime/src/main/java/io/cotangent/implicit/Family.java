package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Lsmr;
import io.cotangent.linear.Vectors;
import java.util.Arrays;
import java.util.Random;

/**
 * Whether a solution whose matrix is singular is one of a family, as where a constant may be added
 * to all unknowns, or a multiple root. The first has a derivative, along the family it may be taken
 * as zero; the second has none, whatever a singular system that happens to be consistent says.
 */
final class Family {
  /** How far along the family another member is looked for, relative to the solution. */
  private static final double FAR = 1e-2;

  /** How far from where it is expected that member may be, relative to the way there. */
  private static final double ASIDE = 0.05;

  /** How small a residual is, relative to that at as large a distance in another direction. */
  private static final double SMALL = 1e-9;

  private static final int STEPS = 8;

  private final Equations equations;
  private final double[] z;
  private final double[] theta;
  private final int[] kept;
  private final Restricted at;

  Family(Equations equations, double[] z, double[] theta, int[] kept, Restricted at) {
    this.equations = equations;
    this.z = z;
    this.theta = theta;
    this.kept = kept;
    this.at = at;
  }

  /** False if it is a multiple root: there are no other solutions where the matrix allows some. */
  boolean goesOn() {
    int n = kept.length;
    double[] any = new Random(n).doubles(n, -1, 1).toArray();
    double[] way = any.clone();
    double[] image = new double[n];
    at.apply(any, image);
    Vectors.add(way, -1, shortest(at, image, 1e-12));
    double open = Vectors.norm(way);
    if (open <= 1e-6 * Vectors.norm(any)) {
      return true;
    }
    double far = FAR * (1 + Vectors.norm(z));
    Vectors.scale(way, far / open);
    Vectors.scale(any, far / Vectors.norm(any));
    double[] rest = new double[z.length];
    double solved = residual(z, rest);
    double small = 2 * solved + SMALL * residual(moved(any), rest);
    double[] start = moved(way);
    double[] y = start.clone();
    for (int k = 0; k < STEPS && !(residual(y, rest) <= small); k++) {
      Restricted there = new Restricted(equations.at(y, theta), kept);
      Vectors.add(y, -1, at.spread(shortest(there, at.gather(rest), 1e-6)));
    }
    boolean found = residual(y, rest) <= small;
    Vectors.add(y, -1, start);
    return found && Vectors.norm(y) <= ASIDE * far;
  }

  private double[] moved(double[] way) {
    double[] moved = z.clone();
    Vectors.add(moved, 1, at.spread(way));
    return moved;
  }

  private double residual(double[] y, double[] rest) {
    Arrays.fill(rest, 0);
    equations.residual(y, theta, rest);
    return Vectors.norm(at.gather(rest));
  }

  /** The shortest least-squares solution. */
  private static double[] shortest(LinearOperator matrix, double[] b, double tolerance) {
    double[] x = new double[b.length];
    new Lsmr().solve(matrix, b, x, tolerance * Vectors.norm(b), 4 * b.length + 50);
    return x;
  }
}
