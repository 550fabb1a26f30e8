package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.Preaccumulate;
import java.util.List;

/** Calls of methods that store their local Jacobians and give arrays. */
final class PreaccumulationVectorPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};

  private PreaccumulationVectorPrograms() {}

  static List<Point> points() {
    return List.of(
        at("stepping", new double[] {0.3, 0.7}, 0.2, 4).as("steppingUnmarked"),
        at("stepping", new double[] {0.3, 0.7}, 0.2, 0).as("steppingUnmarked"),
        at("steppingUnmarked", new double[] {0.3, 0.7}, 0.2, 4),
        at("overwritten", 0.7, -0.4),
        at("empty", 0.7, new double[0]),
        at("empty", 0.7, ABC),
        at("sameTwice", (Object) ABC),
        at("catching", ABC, 0.5),
        at("throwing", ABC, -3.0),
        at("nullResult", ABC, true),
        at("nullResult", ABC, false),
        at("nullArgument", ABC, 0.6),
        at("ofFloats", new float[] {0.5f, 1.5f}, 0.75),
        at("nested", ABC, 0.3),
        at("recursive", 0.4, 3),
        at("passiveArguments", ABC, 0.3),
        at("unusedResult", ABC, 0.3),
        at("argumentChanged", (Object) ABC),
        at("givenBack", ABC, 0.6),
        at("constantEntries", 0.0));
  }

  private static Point at(String program, Object... args) {
    return Point.of(PreaccumulationVectorPrograms.class, program, args);
  }

  @Preaccumulate
  private static double[] pendulum(double[] y, double h) {
    return swung(y, h);
  }

  private static double[] swung(double[] y, double h) {
    double[] z = y.clone();
    for (int i = 0; i < 6; i++) {
      double angle = z[0];
      z[0] += h * z[1];
      z[1] -= h * Math.sin(angle);
    }
    return z;
  }

  @Differentiable(order = 2)
  static double[] stepping(double[] y0, double h, int n) {
    double[] y = y0.clone();
    for (int i = 0; i < n; i++) {
      y = pendulum(y, h);
      y[0] *= 1 + h;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double[] steppingUnmarked(double[] y0, double h, int n) {
    double[] y = y0.clone();
    for (int i = 0; i < n; i++) {
      y = swung(y, h);
      y[0] *= 1 + h;
    }
    return y;
  }

  @Preaccumulate
  private static double[] polar(double x, double y) {
    return new double[] {Math.hypot(x, y), Math.atan2(y, x), x * y};
  }

  /** What comes out is written to and goes in again. */
  @Differentiable(order = 2)
  static double overwritten(double x, double y) {
    double[] p = polar(x, y);
    double[] q = p;
    q[1] = p[0] * p[1];
    p[2] += q[1];
    double[] r = polar(p[1], q[2]);
    p[0] = r[0];
    return p[0] * r[1] + q[2];
  }

  @Preaccumulate
  private static double[] scaled(double[] v, double s) {
    double[] out = new double[v.length];
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * v[i];
      out[i] = v[i] * Math.exp(s * sum);
    }
    return out;
  }

  @Differentiable(order = 2)
  static double empty(double s, double[] v) {
    double[] w = scaled(v, s);
    double sum = s;
    for (double each : w) {
      sum += each * s;
    }
    return sum;
  }

  @Preaccumulate
  private static double[] products(double[] a, double[] b) {
    double[] out = new double[2];
    for (int i = 0; i < a.length; i++) {
      out[0] += a[i] * Math.sin(b[i]);
      out[1] += b[i] * a[a.length - 1 - i];
    }
    return out;
  }

  @Differentiable(order = 2)
  static double sameTwice(double[] a) {
    double[] p = products(a, a);
    return p[0] * p[1];
  }

  @Preaccumulate
  private static double[] logs(double[] v, double shift) {
    double[] out = v.clone();
    for (int i = 0; i < v.length; i++) {
      if (v[i] + shift < 0) {
        throw new ArithmeticException("entry " + i);
      }
      out[i] = Math.log1p(v[i] + shift) * shift;
    }
    return out;
  }

  @Differentiable(order = 2)
  static double catching(double[] v, double shift) {
    double sum = 1;
    for (int i = 0; i < 3; i++) {
      try {
        double[] w = logs(v, shift * (i + 1));
        sum += w[0] * w[w.length - 1] * sum;
      } catch (ArithmeticException e) {
        sum *= v[i] + shift;
      }
    }
    return sum;
  }

  @Differentiable
  static double throwing(double[] v, double shift) {
    return logs(v, shift)[0] * shift;
  }

  @Preaccumulate
  private static double[] maybe(double[] v, boolean there) {
    return there ? new double[] {v[0] * v[1]} : null;
  }

  @Differentiable(order = 2)
  static double nullResult(double[] v, boolean there) {
    double[] w = maybe(v, there);
    return w == null ? v[0] * v[0] : w[0] * v[2];
  }

  @Preaccumulate
  private static double[] orElse(double[] v, double s) {
    return v == null ? new double[] {s, s * s} : new double[] {v[0] * s, v[1]};
  }

  @Differentiable(order = 2)
  static double nullArgument(double[] v, double s) {
    double[] none = null;
    double[] a = orElse(none, s);
    double[] b = orElse(v, a[1]);
    return a[0] * b[0] + b[1] * a[1];
  }

  @Preaccumulate
  private static float[] narrow(float[] v, double s) {
    float[] out = v.clone();
    out[0] *= (float) Math.sqrt(s);
    out[1] = out[0] * v[1];
    return out;
  }

  @Differentiable
  static double ofFloats(float[] v, double s) {
    float[] w = narrow(v, s);
    return w[0] * s + w[1] * narrow(w, s * s)[1];
  }

  @Preaccumulate
  private static double[] outer(double[] v, double s) {
    double[] w = scaled(v, s);
    double[] u = scaled(w, s * 0.5);
    double[] p = products(u, w);
    return new double[] {p[0], p[1], w[0]};
  }

  @Differentiable(order = 2)
  static double nested(double[] v, double s) {
    double[] a = outer(v, s * 0.1);
    double[] b = outer(a, s * 0.01);
    return b[0] * a[1] + b[2];
  }

  @Preaccumulate
  private static double[] powers(double x, int n) {
    if (n == 0) {
      return new double[] {1, x};
    }
    double[] p = powers(x, n - 1);
    return new double[] {p[0] * x, p[1] * p[0] + x};
  }

  @Differentiable(order = 2)
  static double recursive(double x, int n) {
    double[] p = powers(x, n);
    return p[0] * p[1];
  }

  @Differentiable(order = 2)
  static double passiveArguments(double[] v, double s) {
    double[] fixed = {1, -0.5, 0.25};
    return products(fixed, v)[0] * s
        + products(v, fixed)[1]
        + scaled(fixed, s)[2]
        + scaled(v, 0.1)[0];
  }

  @Differentiable(order = 2)
  static double unusedResult(double[] v, double s) {
    scaled(v, s);
    double[] w = scaled(v, s);
    return v[0] * s + w.length;
  }

  /** In reverse, the argument has other numbers, and its adjoints are of these. */
  @Differentiable(order = 2)
  static double argumentChanged(double[] v) {
    double[] w = v.clone();
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double[] u = scaled(w, 0.2);
      w[i] = u[i] * w[0];
      sum += u[2] * w[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double[] givenBack(double[] v, double s) {
    return scaled(v, s);
  }

  /** Partials that are zero, with derivatives that are not. */
  @Differentiable(order = 2)
  static double constantEntries(double x) {
    double[] p = scaled(new double[] {x, 1}, x);
    return p[0] * p[1] * x;
  }
}
