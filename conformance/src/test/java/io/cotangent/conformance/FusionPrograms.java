package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Loops that only add up, and loops that look so but carry something else along. */
final class FusionPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};
  private static final double[][] ROWS = {{0.5, -1}, {1.5, 0.75}, {-0.25, 2}};

  private FusionPrograms() {}

  static List<Point> points() {
    return List.of(
        at("squares", (Object) ABC),
        at("squares", (Object) new double[0]),
        at("mean", (Object) ABC),
        at("scaled", ABC, 0.7, 3),
        at("bent", (Object) ABC),
        at("twice", (Object) ABC),
        at("secondReadsFirst", (Object) ABC),
        at("secondReadsShare", (Object) ABC),
        at("overwrittenLater", (Object) ABC),
        at("scalarChangedLater", ABC, 0.6),
        at("readsResult", ABC, 0.6),
        at("writtenBefore", (Object) ABC),
        at("product", (Object) ABC),
        at("differences", (Object) ABC),
        at("branches", (Object) ABC),
        at("nested", (Object) ROWS),
        at("scratch", ROWS, ABC),
        at("scratchInHelpers", (Object) ROWS),
        at("scratchInside", (Object) ROWS),
        at("scratchCarries", (Object) ROWS),
        at("scratchHalf", (Object) ROWS),
        at("scratchShrinks", (Object) ROWS),
        at("scratchMoves", (Object) ROWS),
        at("scratchMaybe", (Object) ROWS),
        at("scratchReadLater", (Object) ROWS),
        at("scratchAliased", (Object) ROWS),
        at("scratchGiven", ROWS, r(0.3, 0.9)),
        at("histogram", (Object) ABC),
        at("downwards", (Object) ABC),
        at("byTwos", (Object) new double[] {1, 2, 3, 4, 5}),
        at("throwsMidway", (Object) ABC),
        at("alias", ABC, r(1, 2, 3)));
  }

  private static Point at(String program, Object... args) {
    return Point.of(FusionPrograms.class, program, args);
  }

  private static double[] r(double... entries) {
    return entries;
  }

  @Differentiable(order = 2)
  static double squares(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i] * x[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double mean(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i]) / (1 + x[i] * x[i]);
    }
    return -sum / (2 * x.length);
  }

  @Differentiable(order = 2)
  static double scaled(double[] x, double s, int n) {
    double sum = s;
    for (double e : x) {
      sum += Math.sin(e * s);
    }
    return n * sum - s * s + 0.25 * sum;
  }

  @Differentiable(order = 2)
  static double bent(double[] x) {
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    return Math.sqrt(sum) + sum;
  }

  @Differentiable(order = 2)
  static double twice(double[] x) {
    double sum = 0;
    double other = x[0];
    for (double e : x) {
      sum += e * e;
      other -= e * e * e;
    }
    for (double e : x) {
      sum -= Math.sin(e);
    }
    return sum + other;
  }

  @Differentiable(order = 2)
  static double secondReadsFirst(double[] x) {
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    double other = 0;
    for (double e : x) {
      other += e * sum;
    }
    return sum + other;
  }

  @Differentiable(order = 2)
  static double secondReadsShare(double[] x) {
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    double mean = sum / x.length;
    double other = 0;
    for (double e : x) {
      other += e * mean;
    }
    return sum + other;
  }

  @Differentiable(order = 2)
  static double overwrittenLater(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    x[1] = x[0] * x[2];
    return sum + x[1];
  }

  @Differentiable(order = 2)
  static double scalarChangedLater(double[] x, double w) {
    double sum = 0;
    for (double e : x) {
      sum += e * w * w;
    }
    w = w * w;
    return sum + w * x[0];
  }

  @Differentiable(order = 2)
  static double readsResult(double[] x, double w) {
    double result = w;
    double sum = 0;
    for (double e : x) {
      sum += e * result;
    }
    result = sum + result * result;
    return result;
  }

  @Differentiable(order = 2)
  static double writtenBefore(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * x[(i + 1) % x.length];
    }
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double product(double[] x) {
    double sum = 0;
    double product = 1;
    for (double e : x) {
      product *= e;
      sum += product;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double differences(double[] x) {
    double sum = 0;
    double last = 0;
    for (double e : x) {
      sum += (e - last) * (e - last);
      last = e;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double branches(double[] x) {
    double up = 0;
    double down = 0;
    for (int i = 0; i < x.length; i++) {
      double e = x[i];
      if (e > 0) {
        up += e * Math.sin(e);
      } else {
        e = e * e * x[0];
        down -= e * x[i];
      }
    }
    return up - 2 * down;
  }

  @Differentiable(order = 2)
  static double nested(double[][] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double row = 1;
      for (int j = 0; j < x[i].length; j++) {
        row *= x[i][j];
        sum += x[i][j] * x[j][0];
      }
      sum += row * row;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scratch(double[][] x, double[] w) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < d; j++) {
        t[j] = x[i][j] * w[j];
      }
      for (int j = 1; j < d; j++) {
        t[j] += t[j - 1] * t[j];
      }
      sum += t[d - 1] * t[0];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scratchInHelpers(double[][] x) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      bend(x[i], t);
      sum += fold(t);
      bend(t, t);
      sum += fold(t);
    }
    return sum;
  }

  private static void bend(double[] from, double[] to) {
    for (int j = 0; j < to.length; j++) {
      to[j] = from[j] * from[j] + 0.5 * from[j];
    }
  }

  private static double fold(double[] t) {
    double folded = 1;
    for (int j = 0; j < t.length; j++) {
      folded *= t[j];
    }
    return folded;
  }

  @Differentiable(order = 2)
  static double scratchInside(double[][] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] t = new double[x[i].length];
      bend(x[i], t);
      sum += fold(t) * t[0];
    }
    return sum;
  }

  /** The first element is what the last iteration left there. */
  @Differentiable(order = 2)
  static double scratchCarries(double[][] x) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += t[0] * x[i][0];
      for (int j = 0; j < d; j++) {
        t[j] = x[i][j] * x[i][j];
      }
      sum += t[1];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scratchHalf(double[][] x) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 1; j < d; j++) {
        t[j] = x[i][j] * x[i][j];
      }
      sum += t[0] * t[1];
      t[0] = x[i][0] * x[i][1];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scratchShrinks(double[][] x) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    int end = d;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < end; j++) {
        t[j] = x[i][j] * x[i][j];
      }
      sum += t[0] * t[1];
      end = 1;
    }
    return sum;
  }

  /** The place that is written is not the place that is read. */
  @Differentiable(order = 2)
  static double scratchMoves(double[][] x) {
    double[] t = new double[2];
    double sum = 0;
    int p = 0;
    for (int i = 0; i < x.length; i++) {
      t[p] = x[i][0] * x[i][1];
      p = 1 - p;
      sum += t[p] * x[i][0];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scratchMaybe(double[][] x) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i][0] > 0) {
        bend(x[i], t);
      }
      sum += fold(t) * x[i][0];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scratchReadLater(double[][] x) {
    int d = x[0].length;
    double[] t = new double[d];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      bend(x[i], t);
      sum += fold(t);
    }
    return sum + t[0];
  }

  @Differentiable(order = 2)
  static double scratchAliased(double[][] x) {
    int d = x[0].length;
    double[][] m = new double[2][d];
    double[] t = m[0];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      bend(x[i], t);
      sum += fold(t) * m[0][1] * m[i % 2][0];
      m[1][0] = t[0];
    }
    return sum;
  }

  /** The array is the caller's: what it holds at first is an input. */
  @Differentiable(order = 2)
  static double scratchGiven(double[][] x, double[] t) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += t[0] * x[i][0];
      bend(x[i], t);
      sum += fold(t);
    }
    return sum;
  }

  @Differentiable
  static double histogram(double[] x) {
    double[] sums = new double[2];
    for (int i = 0; i < x.length; i++) {
      sums[i % 2] += x[i] * x[i];
    }
    return sums[0] * sums[1];
  }

  @Differentiable(order = 2)
  static double downwards(double[] x) {
    double sum = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      sum += x[i] * x[i] * i;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double byTwos(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i += 2) {
      sum += x[i] * x[i] * i;
    }
    return sum;
  }

  @Differentiable
  static double throwsMidway(double[] x) {
    double sum = 0;
    for (int i = 0; i <= x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double alias(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    double[] z = x;
    double other = 0;
    for (int i = 0; i < x.length; i++) {
      other += z[i] * x[i];
    }
    return sum + other;
  }
}
