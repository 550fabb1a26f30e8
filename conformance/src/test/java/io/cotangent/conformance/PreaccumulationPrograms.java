package io.cotangent.conformance;

import io.cotangent.Complex;
import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import io.cotangent.Mode;
import io.cotangent.Preaccumulate;
import java.util.List;

/** Calls of methods that store their local Jacobians: in forward mode the mark changes nothing. */
final class PreaccumulationPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};

  private PreaccumulationPrograms() {}

  static List<Point> points() {
    return List.of(
        at("inLoop", 1.3, 0.7),
        at("inLoop", 0.0, 0.7),
        at("inBranch", 0.4, 1.5),
        at("inBranch", -0.4, 1.5),
        at("recursive", 0.9, 5),
        at("recursive", 0.9, 0),
        at("recursiveEntry", 1.2, 4),
        at("throwing", (Object) new double[] {0.5, -1, 2, -0.25}),
        at("throwing", (Object) new double[] {-1}),
        at("passing", -1.0),
        at("constants", 0.8, 3),
        at("twice", 0.8),
        at("ofArrays", ABC, 0.6),
        at("ofArrays", new double[0], 0.6),
        at("sameArray", (Object) ABC),
        at("ofNull", ABC, 0.6),
        at("ofRows", (Object) new double[][] {{0.5, -1}, {1.5}, {}}),
        at("sharedRows", (Object) ABC),
        at("rowsExchanged", (Object) new double[][] {{0.5, -1}, {1.5, 0.25, 2}}),
        at("ruledRowsExchanged", (Object) new double[][] {{0.5, -1}, {1.5, 0.25}}),
        at("overwritten", (Object) ABC),
        at("ofFloats", 0.75f, 1.25),
        at("ofFloats", 0.0f, 1.25),
        at("floatArray", new float[] {0.5f, -0.75f}, 1.5f),
        at("nested", 0.7, 1.1),
        at("scratch", 0.7, 4),
        at("scratch", 0.7, 0),
        at("withComplex", 0.7, -0.4),
        at("instance", 0.7),
        at("dispatched", 0.7, true),
        at("dispatched", 0.7, false),
        at("ruled", 0.7, ABC),
        at("unused", 0.7),
        at("partlyUsed", 1.4),
        at("atZero", 0.0).exactly(1),
        at("atZero", 2.25).gradient(3),
        at("armNotTaken", 0.0, 1.0).exactly(Double.POSITIVE_INFINITY, 0),
        at("infinite", 0.0).exactly(Double.POSITIVE_INFINITY),
        at("flat", 0.0, 0.0).exactly(0, 0),
        at("inFunction", 0.7, ABC));
  }

  private static Point at(String program, Object... args) {
    return Point.of(PreaccumulationPrograms.class, program, args);
  }

  /** A root of {@code x³ + a x = b} by Newton's method. */
  @Preaccumulate
  private static double root(double a, double b) {
    double x = 1;
    for (int i = 0; i < 12; i++) {
      x -= (x * x * x + a * x - b) / (3 * x * x + a);
    }
    return x;
  }

  @Differentiable(order = 2)
  static double inLoop(double a, double b) {
    double y = b;
    for (int i = 0; i < 4; i++) {
      y = root(a + 1, y) + root(y * y, b);
    }
    return y;
  }

  @Preaccumulate
  private static double chosen(double a, double b) {
    if (a > 0) {
      return a * Math.exp(b);
    }
    return b * b - a;
  }

  @Differentiable(order = 2)
  static double inBranch(double x, double y) {
    double z = x * y;
    if (z > 0) {
      z = chosen(z, x) * y;
    } else {
      z -= chosen(x, y);
    }
    return chosen(z, y) * x;
  }

  @Preaccumulate
  private static double continued(double x, int n) {
    return n == 0 ? x : x / (1 + continued(x * x, n - 1));
  }

  @Differentiable(order = 2)
  static double recursive(double x, int n) {
    return continued(x, n) * continued(2 * x, n) + x;
  }

  @Preaccumulate
  @Differentiable(order = 2)
  static double recursiveEntry(double x, int n) {
    return n == 0 ? Math.sin(x) : x * recursiveEntry(x / n, n - 1);
  }

  @Preaccumulate
  private static double logOf(double x, double scale) {
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x);
    }
    double y = Math.log1p(x * scale);
    return y * y * scale;
  }

  @Differentiable(order = 2)
  static double throwing(double[] x) {
    double sum = 1;
    for (double each : x) {
      try {
        sum = logOf(each, sum) + sum * each;
      } catch (IllegalArgumentException e) {
        sum = sum * sum - each;
      }
    }
    return sum;
  }

  @Differentiable
  static double passing(double x) {
    return logOf(x, x * x) * x;
  }

  @Preaccumulate
  private static double mixed(double a, double b, int n, boolean turned) {
    double c = Math.cos(a * b) * n;
    return turned ? -c * b : c;
  }

  @Differentiable(order = 2)
  static double constants(double x, int n) {
    return mixed(x, 2, n, false) + mixed(1.5, x, n, true) + mixed(0.5, 0.25, n, true) * x;
  }

  @Differentiable(order = 2)
  static double twice(double x) {
    return root(x, x) + chosen(x, x) * root(x, 2 * x);
  }

  @Preaccumulate
  private static double weighted(double[] w, double s) {
    double sum = s;
    for (int i = 0; i < w.length; i++) {
      sum += Math.sin(w[i] * s) * w[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double ofArrays(double[] w, double s) {
    double y = s;
    for (int i = 0; i < 3; i++) {
      y = weighted(w, y) * 0.25 + s;
    }
    return y;
  }

  @Preaccumulate
  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * Math.exp(b[i]);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double sameArray(double[] a) {
    double[] copy = a.clone();
    return product(a, a) * product(copy, a);
  }

  @Preaccumulate
  private static double orElse(double[] a, double b) {
    return a == null ? b * b : a[0] * b;
  }

  @Differentiable(order = 2)
  static double ofNull(double[] a, double b) {
    double[] none = null;
    double sum = orElse(a, b);
    for (int i = 0; i < 3; i++) {
      sum += orElse(i == 1 ? none : a, sum);
    }
    return sum;
  }

  @Preaccumulate
  private static double squares(double[][] m) {
    double sum = 0;
    for (double[] row : m) {
      for (double each : row) {
        sum += each * each * sum + each;
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double ofRows(double[][] m) {
    double first = squares(m);
    double[][] other = {{first, m[0][0]}, m[1]};
    return first * squares(other);
  }

  @Differentiable(order = 2)
  static double sharedRows(double[] a) {
    double[][] m = {a, a, {a[0]}};
    return squares(m);
  }

  /** In reverse, the matrix has other rows, and so has the matrix of their adjoints. */
  @Differentiable(order = 2)
  static double rowsExchanged(double[][] m) {
    double[][] rows = {m[0], m[1]};
    double sum = squares(rows);
    rows[0] = rows[1];
    sum += squares(rows) * sum;
    rows[1] = new double[] {sum};
    return squares(rows);
  }

  static double first(double[][] m) {
    return m[0][0] * m[0][0];
  }

  @DerivativeOf(type = PreaccumulationPrograms.class, method = "first", mode = Mode.VJP)
  static double[][] firstVjp(double[][] m, double resultBar) {
    double[][] mBar = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      mBar[i] = new double[m[i].length];
    }
    mBar[0][0] = 2 * m[0][0] * resultBar;
    return mBar;
  }

  /** The same of a rule, which is told without a mark. */
  @Differentiable
  static double ruledRowsExchanged(double[][] m) {
    double[][] rows = {m[0], m[1]};
    double sum = first(rows);
    rows[0] = rows[1];
    return sum * first(rows);
  }

  @Differentiable(order = 2)
  static double overwritten(double[] a) {
    double[] work = a.clone();
    double sum = 0;
    for (int i = 0; i < work.length; i++) {
      double s = weighted(work, a[i]);
      work[i] = s * work[i];
      sum += s * work[i];
    }
    return sum;
  }

  @Preaccumulate
  private static float narrow(float a, double b) {
    return (float) (a * Math.sqrt(b)) * a;
  }

  @Differentiable
  static double ofFloats(float a, double b) {
    return narrow(a, b) * b + narrow(2 * a, b * b);
  }

  @Preaccumulate
  private static double ofFloatArray(float[] a, float b) {
    double sum = 0;
    for (float each : a) {
      sum += each * each * (double) b;
    }
    return sum;
  }

  @Differentiable
  static float floatArray(float[] a, float b) {
    return (float) ofFloatArray(a, b) * b;
  }

  @Preaccumulate
  private static double outer(double a, double b) {
    double sum = a;
    for (int i = 0; i < 3; i++) {
      sum = root(sum * sum, b) + chosen(sum, b) * 0.1;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double nested(double a, double b) {
    return outer(a, b) * outer(b, a);
  }

  @Preaccumulate
  private static double fibonacci(double x, int n) {
    double[] all = new double[n + 2];
    double[][] rows = new double[2][];
    all[1] = x;
    rows[0] = all;
    for (int i = 2; i < all.length; i++) {
      all[i] = all[i - 1] * x + rows[0][i - 2];
    }
    return all[n] + all[n + 1] * all[n / 2];
  }

  @Differentiable(order = 2)
  static double scratch(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = Math.tanh(fibonacci(y, n) + x);
    }
    return y;
  }

  @Preaccumulate
  private static double modulus(double re, double im) {
    Complex z = new Complex(re, im);
    for (int i = 0; i < 3; i++) {
      z = z.times(z).plus(new Complex(im, 0.25));
    }
    return z.re() * z.im();
  }

  @Differentiable(order = 2)
  static double withComplex(double x, double y) {
    return modulus(x, y) + modulus(y, x * x);
  }

  private record Gas(double heat) {
    @Preaccumulate
    double energy(double t) {
      return heat * t * Math.log(1 + t * t);
    }
  }

  @Differentiable(order = 2)
  static double instance(double x) {
    Gas gas = new Gas(2.5);
    return gas.energy(x) + gas.energy(x * x) * x;
  }

  private interface Shape {
    double area(double x);
  }

  private static final class Square implements Shape {
    @Preaccumulate
    @Override
    public double area(double x) {
      return x * x * Math.cosh(x);
    }
  }

  private static final class Disc implements Shape {
    @Override
    public double area(double x) {
      return Math.PI * x * x;
    }
  }

  @Differentiable(order = 2)
  static double dispatched(double x, boolean square) {
    Shape shape = square ? new Square() : new Disc();
    return shape.area(x) * shape.area(x + 1);
  }

  @Preaccumulate
  static double told(double x, double[] w) {
    return x * x * w[0];
  }

  record ToldBar(double x, double[] w) {}

  @DerivativeOf(type = PreaccumulationPrograms.class, method = "told", mode = Mode.VJP)
  static ToldBar toldVjp(double x, double[] w, double resultBar) {
    double[] wBar = new double[w.length];
    wBar[0] = x * x * resultBar;
    return new ToldBar(2 * x * w[0] * resultBar, wBar);
  }

  @Differentiable(order = 2)
  static double ruled(double x, double[] w) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      y = told(y, w) + x * y;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double unused(double x) {
    root(x, x);
    double y = root(x, 1);
    return x * x;
  }

  @Differentiable(order = 2)
  static double partlyUsed(double x) {
    double y = 0;
    for (int i = 0; i < 4; i++) {
      double z = root(x, i + x);
      y = i % 2 == 0 ? z : y * x;
    }
    return y;
  }

  @Preaccumulate
  private static double squareRoot(double x) {
    return Math.sqrt(x);
  }

  /** An infinite partial of what is not used. */
  @Differentiable
  static double atZero(double x) {
    double r = squareRoot(x);
    return x > 0 ? r * r * r - x * r + 3 * x : x + 0 * r;
  }

  @Preaccumulate
  private static double arm(double x, double y) {
    return y > 0 ? x : y;
  }

  /** An infinite cotangent, and a partial that is zero since the arm was not taken. */
  @Differentiable
  static double armNotTaken(double x, double y) {
    return Math.sqrt(arm(x, y));
  }

  @Differentiable
  static double infinite(double x) {
    return squareRoot(x) * 2;
  }

  /** Both partials are zero, their derivatives are not. */
  @Differentiable(order = 2)
  static double flat(double x, double y) {
    return arm(x * y, 1) + weighted(new double[] {x, y}, 0) * x;
  }

  @FunctionalInterface
  private interface Law {
    double of(double x);
  }

  @Differentiable(order = 2)
  static double inFunction(double x, double[] w) {
    Law law = s -> weighted(w, s);
    return law.of(x) + law.of(x * x);
  }
}
