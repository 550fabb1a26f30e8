package io.cotangent.conformance;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** Loops that keep copies of their state: their derivatives are those of the loops without. */
final class CheckpointPrograms {
  private static final double[] FIVE = {0.5, -1.25, 1.5, 0.75, -0.5};

  private CheckpointPrograms() {}

  static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int n : new int[] {0, 1, 2, 3, 7, 40}) {
      points.add(at("numbers", 0.7, 1.3, n, 3));
      points.add(at("numbers", 0.7, 1.3, n, 1));
      points.add(at("inPlace", FIVE, 0.1, n));
      points.add(at("fresh", FIVE, 0.3, n));
      points.add(at("inTwoLoops", 0.7, n));
      points.add(at("rows", new double[][] {{0.5, -1}, {}, {1.5, 0.25, 2}}, 0.2, n));
    }
    for (double limit : new double[] {-1, 0.1, 0.5, 3}) {
      points.add(at("swapped", FIVE, 0.1, limit));
    }
    points.add(at("swapped", new double[] {20, -3, 2}, 1.0, 9.0).note("leaves"));
    points.addAll(
        List.of(
            at("argumentAfterwards", FIVE, 0.3),
            at("overwrittenAfterwards", FIVE, new double[] {1, 2, 3, 4, 5}),
            at("oneOfThose", FIVE, new double[] {1, -2, 3}, 4),
            at("caught", FIVE, 3),
            at("caught", FIVE, 9),
            at("returned", FIVE, 6),
            at("returnedArray", FIVE, 6),
            at("growing", FIVE, 4),
            at("floats", new float[] {0.5f, -0.75f}, 0.25f, 6),
            at("doing", 0.6, 2.0),
            at("counting", FIVE, 7),
            at("inHelper", FIVE, 0.4, 5),
            at("vector", FIVE, 0.4, 6),
            at("counted", 0.7, 4),
            at("sharedAtFirst", FIVE, 0.3, 5),
            at("sharedByStep", FIVE, 0.3, 5),
            at("copiesOfNoStep", 0.7, 0),
            at("copiesOfNoStep", 0.7, 9),
            at("unused", FIVE, 4)));
    List<Point> plain =
        points.stream()
            .map(p -> Point.of(CheckpointPrograms.class, p.program() + "Plainly", p.args()))
            .toList();
    points.addAll(plain);
    return points;
  }

  private static Point at(String program, Object... args) {
    return Point.of(CheckpointPrograms.class, program, args).as(program + "Plainly");
  }

  static int counter;

  static void reset() {
    counter = 0;
  }

  static void tick() {
    counter++;
  }

  @Differentiable
  static double counted(double x, int n) {
    reset();
    int k = 0;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      tick();
      k += counter;
    }
    return x * k;
  }

  @Differentiable
  static double countedPlainly(double x, int n) {
    reset();
    int k = 0;
    for (int t = 0; t < n; t++) {
      tick();
      k += counter;
    }
    return x * k;
  }

  @Differentiable
  static double copiesOfNoStep(double x, int n) {
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint((int) Math.sqrt(n));
      y = y * x + 1;
    }
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(Math.min(n, 7) / 2);
      y = Math.sin(y);
    }
    return y;
  }

  @Differentiable
  static double copiesOfNoStepPlainly(double x, int n) {
    double y = x;
    for (int t = 0; t < n; t++) {
      y = y * x + 1;
    }
    for (int t = 0; t < n; t++) {
      y = Math.sin(y);
    }
    return y;
  }

  /** The steps write to nothing but what they make: that 'u' is 'a' at first does no harm. */
  @Differentiable
  static double sharedAtFirst(double[] a, double h, int n) {
    double[] u = a;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      double[] v = new double[a.length];
      for (int i = 0; i < v.length; i++) {
        v[i] = u[i] + h * Math.sin(u[i] * a[(i + t) % v.length]);
      }
      u = v;
    }
    return squares(u);
  }

  @Differentiable
  static double sharedAtFirstPlainly(double[] a, double h, int n) {
    double[] u = a;
    for (int t = 0; t < n; t++) {
      double[] v = new double[a.length];
      for (int i = 0; i < v.length; i++) {
        v[i] = u[i] + h * Math.sin(u[i] * a[(i + t) % v.length]);
      }
      u = v;
    }
    return squares(u);
  }

  private static double[] towards(double[] u, double[] a, double h) {
    double[] v = u.clone();
    for (int i = 0; i < v.length; i++) {
      v[i] += h * (a[i] - u[i] * v[v.length - 1 - i]);
    }
    return v;
  }

  @Differentiable
  static double sharedByStep(double[] a, double h, int n) {
    double[] u = a;
    double[] last = a;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      double[] next = towards(u, last, h);
      last = u;
      u = next;
    }
    return squares(u) + last[0];
  }

  @Differentiable
  static double sharedByStepPlainly(double[] a, double h, int n) {
    double[] u = a;
    double[] last = a;
    for (int t = 0; t < n; t++) {
      double[] next = towards(u, last, h);
      last = u;
      u = next;
    }
    return squares(u) + last[0];
  }

  private static double squares(double[] a) {
    double s = 0;
    for (double x : a) {
      s += x * x;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double numbers(double x, double k, int n, int copies) {
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(copies);
      y = y + 0.1 * Math.sin(k * y) + 0.01 * t;
    }
    return y * y * x;
  }

  @Differentiable(order = 2)
  static double numbersPlainly(double x, double k, int n, int copies) {
    double y = x;
    for (int t = 0; t < n; t++) {
      y = y + 0.1 * Math.sin(k * y) + 0.01 * t;
    }
    return y * y * x;
  }

  @Differentiable(order = 2)
  static double inPlace(double[] a, double k, int n) {
    for (int t = 1; t <= n; t++) {
      Cotangent.checkpoint(2);
      for (int i = 1; i < a.length; i++) {
        a[i] = a[i] + k * a[i - 1] * a[i] / t;
      }
    }
    return squares(a);
  }

  @Differentiable(order = 2)
  static double inPlacePlainly(double[] a, double k, int n) {
    for (int t = 1; t <= n; t++) {
      for (int i = 1; i < a.length; i++) {
        a[i] = a[i] + k * a[i - 1] * a[i] / t;
      }
    }
    return squares(a);
  }

  @Differentiable(order = 2)
  static double fresh(double[] a, double k, int n) {
    double[] u = a;
    for (int t = n; t > 0; t -= 2) {
      Cotangent.checkpoint(2);
      u = mirrored(u, k, t);
    }
    return squares(u) + a[0];
  }

  @Differentiable(order = 2)
  static double freshPlainly(double[] a, double k, int n) {
    double[] u = a;
    for (int t = n; t > 0; t -= 2) {
      u = mirrored(u, k, t);
    }
    return squares(u) + a[0];
  }

  private static double[] mirrored(double[] u, double k, int t) {
    double[] v = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      v[i] = u[i] + k * Math.cos(u[u.length - 1 - i]) / (t + 1);
    }
    return v;
  }

  @Differentiable(order = 2)
  static double inTwoLoops(double x, int n) {
    double y = x;
    for (int s = 0; s < 3; s++) {
      Cotangent.checkpoint(1);
      double z = y;
      for (int t = 0; t < n; t++) {
        Cotangent.checkpoint(2);
        z = z + 0.1 * Math.sin(z * x) - 0.01 * s;
      }
      y = z * 0.5 + x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double inTwoLoopsPlainly(double x, int n) {
    double y = x;
    for (int s = 0; s < 3; s++) {
      double z = y;
      for (int t = 0; t < n; t++) {
        z = z + 0.1 * Math.sin(z * x) - 0.01 * s;
      }
      y = z * 0.5 + x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double rows(double[][] a, double k, int n) {
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(3);
      for (double[] row : a) {
        for (int i = 0; i < row.length; i++) {
          row[i] += k * a[0][1] * Math.sin(row[i]);
        }
      }
    }
    return a[0][0] * a[2][2] + a[0][1] * a[2][0];
  }

  @Differentiable(order = 2)
  static double rowsPlainly(double[][] a, double k, int n) {
    for (int t = 0; t < n; t++) {
      for (double[] row : a) {
        for (int i = 0; i < row.length; i++) {
          row[i] += k * a[0][1] * Math.sin(row[i]);
        }
      }
    }
    return a[0][0] * a[2][2] + a[0][1] * a[2][0];
  }

  @Differentiable(order = 2)
  static double swapped(double[] a, double k, double limit) {
    double[] u = a.clone();
    double[] v = new double[a.length];
    double time = 0;
    while (time < limit) {
      Cotangent.checkpoint(4);
      for (int i = 0; i < u.length; i++) {
        v[i] = u[i] - k * u[i] * u[(i + 1) % u.length];
      }
      double[] w = u;
      u = v;
      v = w;
      time += 0.125 + 0.001 * Math.abs(u[0]);
      if (u[0] > 1e6) {
        break;
      }
    }
    return u[0] * v[1] + time * 0.5;
  }

  @Differentiable(order = 2)
  static double swappedPlainly(double[] a, double k, double limit) {
    double[] u = a.clone();
    double[] v = new double[a.length];
    double time = 0;
    while (time < limit) {
      for (int i = 0; i < u.length; i++) {
        v[i] = u[i] - k * u[i] * u[(i + 1) % u.length];
      }
      double[] w = u;
      u = v;
      v = w;
      time += 0.125 + 0.001 * Math.abs(u[0]);
      if (u[0] > 1e6) {
        break;
      }
    }
    return u[0] * v[1] + time * 0.5;
  }

  @Differentiable(order = 2)
  static double argumentAfterwards(double[] a, double k) {
    double[] same = a;
    for (int t = 0; t < 5; t++) {
      Cotangent.checkpoint(2);
      a[t] = a[t] * a[(t + 1) % 5] + k;
    }
    return squares(same) * same[0];
  }

  @Differentiable(order = 2)
  static double argumentAfterwardsPlainly(double[] a, double k) {
    double[] same = a;
    for (int t = 0; t < 5; t++) {
      a[t] = a[t] * a[(t + 1) % 5] + k;
    }
    return squares(same) * same[0];
  }

  @Differentiable(order = 2)
  static double overwrittenAfterwards(double[] a, double[] b) {
    double s = 1;
    for (int t = 0; t < 5; t++) {
      Cotangent.checkpoint(2);
      s = s * Math.cos(a[t]) + b[t];
    }
    a[0] = s * a[1];
    b[2] = 0;
    return a[0] * s + b[2];
  }

  @Differentiable(order = 2)
  static double overwrittenAfterwardsPlainly(double[] a, double[] b) {
    double s = 1;
    for (int t = 0; t < 5; t++) {
      s = s * Math.cos(a[t]) + b[t];
    }
    a[0] = s * a[1];
    b[2] = 0;
    return a[0] * s + b[2];
  }

  @Differentiable(order = 2)
  static double oneOfThose(double[] a, double[] b, int n) {
    double[] u = new double[] {1, 2};
    double s = 0;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      s += u[t % 2] * a[1];
      u = t % 3 == 0 ? a : b;
    }
    return s + u[0] * u[1] * a[0];
  }

  @Differentiable(order = 2)
  static double oneOfThosePlainly(double[] a, double[] b, int n) {
    double[] u = new double[] {1, 2};
    double s = 0;
    for (int t = 0; t < n; t++) {
      s += u[t % 2] * a[1];
      u = t % 3 == 0 ? a : b;
    }
    return s + u[0] * u[1] * a[0];
  }

  @Differentiable(order = 2)
  static double caught(double[] a, int n) {
    double s = 1;
    try {
      for (int t = 0; t < n; t++) {
        Cotangent.checkpoint(2);
        s = s * 0.5 + a[t] * a[t];
        a[0] = s;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      s = s * 3;
    }
    return s * a[0];
  }

  @Differentiable(order = 2)
  static double caughtPlainly(double[] a, int n) {
    double s = 1;
    try {
      for (int t = 0; t < n; t++) {
        s = s * 0.5 + a[t] * a[t];
        a[0] = s;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      s = s * 3;
    }
    return s * a[0];
  }

  @Differentiable(order = 2)
  static double returned(double[] a, int n) {
    double s = a[0];
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      if (s > 2.5) {
        return s * a[1];
      }
      if (t == 1) {
        continue;
      }
      s = s + a[2] * Math.exp(-s * a[0]);
    }
    return s;
  }

  @Differentiable(order = 2)
  static double returnedPlainly(double[] a, int n) {
    double s = a[0];
    for (int t = 0; t < n; t++) {
      if (s > 2.5) {
        return s * a[1];
      }
      if (t == 1) {
        continue;
      }
      s = s + a[2] * Math.exp(-s * a[0]);
    }
    return s;
  }

  @Differentiable
  static double[] returnedArray(double[] a, int n) {
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      a[t % 5] += a[(t + 1) % 5] * a[0];
      if (a[0] > 0.4) {
        return a;
      }
    }
    return a.clone();
  }

  @Differentiable
  static double[] returnedArrayPlainly(double[] a, int n) {
    for (int t = 0; t < n; t++) {
      a[t % 5] += a[(t + 1) % 5] * a[0];
      if (a[0] > 0.4) {
        return a;
      }
    }
    return a.clone();
  }

  @Differentiable(order = 2)
  static double growing(double[] a, int n) {
    double[] u = a;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      double[] longer = new double[u.length + 1];
      for (int i = 0; i < u.length; i++) {
        longer[i] = u[i] * u[0];
      }
      longer[u.length] = squares(u) * 0.1;
      u = longer;
    }
    return squares(u);
  }

  @Differentiable(order = 2)
  static double growingPlainly(double[] a, int n) {
    double[] u = a;
    for (int t = 0; t < n; t++) {
      double[] longer = new double[u.length + 1];
      for (int i = 0; i < u.length; i++) {
        longer[i] = u[i] * u[0];
      }
      longer[u.length] = squares(u) * 0.1;
      u = longer;
    }
    return squares(u);
  }

  @Differentiable
  static float floats(float[] a, float k, int n) {
    float s = 1;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      s += a[t % 2] * k;
      a[t % 2] *= s;
    }
    return s * a[0];
  }

  @Differentiable
  static float floatsPlainly(float[] a, float k, int n) {
    float s = 1;
    for (int t = 0; t < n; t++) {
      s += a[t % 2] * k;
      a[t % 2] *= s;
    }
    return s * a[0];
  }

  @Differentiable(order = 2)
  static double doing(double x, double limit) {
    double y = x;
    do {
      Cotangent.checkpoint(2);
      y = y * (1 + 0.2 * x);
    } while (y < limit);
    return y * y;
  }

  @Differentiable(order = 2)
  static double doingPlainly(double x, double limit) {
    double y = x;
    do {
      y = y * (1 + 0.2 * x);
    } while (y < limit);
    return y * y;
  }

  @Differentiable(order = 2)
  static double counting(double[] a, int n) {
    int[] seen = new int[3];
    double s = 0.5;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      int at = s > 1 ? 0 : s > 0 ? 1 : 2;
      seen[at]++;
      s = s * a[seen[at] % 5] + a[at];
    }
    return s * seen[1];
  }

  @Differentiable(order = 2)
  static double countingPlainly(double[] a, int n) {
    int[] seen = new int[3];
    double s = 0.5;
    for (int t = 0; t < n; t++) {
      int at = s > 1 ? 0 : s > 0 ? 1 : 2;
      seen[at]++;
      s = s * a[seen[at] % 5] + a[at];
    }
    return s * seen[1];
  }

  @Differentiable(order = 2)
  static double inHelper(double[] a, double k, int n) {
    double[] b = a.clone();
    relax(b, k, n);
    relax(a, b[1], 2);
    return squares(b) + a[1] * k;
  }

  private static void relax(double[] u, double k, int n) {
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      for (int i = 1; i < u.length; i++) {
        u[i] += k * (u[i - 1] - u[i]) * u[i];
      }
    }
  }

  @Differentiable(order = 2)
  static double inHelperPlainly(double[] a, double k, int n) {
    double[] b = a.clone();
    relaxPlainly(b, k, n);
    relaxPlainly(a, b[1], 2);
    return squares(b) + a[1] * k;
  }

  private static void relaxPlainly(double[] u, double k, int n) {
    for (int t = 0; t < n; t++) {
      for (int i = 1; i < u.length; i++) {
        u[i] += k * (u[i - 1] - u[i]) * u[i];
      }
    }
  }

  @Differentiable
  static double[] vector(double[] a, double k, int n) {
    double[] u = a.clone();
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      u = mirrored(u, k, t);
      u[0] *= k;
    }
    return u;
  }

  @Differentiable
  static double[] vectorPlainly(double[] a, double k, int n) {
    double[] u = a.clone();
    for (int t = 0; t < n; t++) {
      u = mirrored(u, k, t);
      u[0] *= k;
    }
    return u;
  }

  @Differentiable(order = 2)
  static double unused(double[] a, int n) {
    double s = 0;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      s += a[t] * t;
    }
    double u = s;
    return squares(a);
  }

  @Differentiable(order = 2)
  static double unusedPlainly(double[] a, int n) {
    return squares(a);
  }
}
