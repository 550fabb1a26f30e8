package io.cotangent.conformance;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;
import java.util.List;

/** Methods whose batches must equal them item by item, on every device. */
final class BatchPrograms {
  private BatchPrograms() {}

  /**
   * A program.
   *
   * @param owner its class
   * @param method its name
   * @param over indices of its batched parameters
   * @param onDevice whether it has kernels
   * @param wrt indices of the parameters to differentiate by; empty for all that can be
   */
  record Program(
      Class<?> owner, String method, List<Integer> over, boolean onDevice, List<Integer> wrt) {
    Program(String method, List<Integer> over, boolean onDevice) {
      this(BatchPrograms.class, method, over, onDevice, List.of());
    }

    BatchSubject subject() {
      return new BatchSubject(owner, method, over, wrt);
    }
  }

  static List<Program> all() {
    return List.of(
        new Program("call", List.of(0, 1), true),
        new Program("allBatched", List.of(0, 1), true),
        new Program("logistic", List.of(2, 3), true),
        new Program("branches", List.of(0), true),
        new Program("trips", List.of(0, 1), true),
        new Program("early", List.of(0, 1), true),
        new Program("scaled", List.of(0), true),
        new Program("sorted", List.of(0), true),
        new Program("written", List.of(0), true),
        new Program("matrix", List.of(1), false),
        new Program("single", List.of(0, 2), true),
        new Program("singles", List.of(0), true),
        new Program("passive", List.of(0, 1, 2), true),
        new Program("layers", List.of(2), true),
        new Program("corners", List.of(0, 1), true),
        new Program("n", List.of(1, 3), true),
        new Program("special", List.of(0), true),
        new Program("hidden", List.of(0), true));
  }

  private static double cdf(double x) {
    return 0.5 * SpecialMath.erfc(-x / Math.sqrt(2));
  }

  @Differentiable(order = 2)
  @Batched(
      over = {"spot", "strike"},
      gpu = true)
  static double call(double spot, double strike, double rate, double vol, double t) {
    double d1 = (Math.log(spot / strike) + (rate + vol * vol / 2) * t) / (vol * Math.sqrt(t));
    double d2 = d1 - vol * Math.sqrt(t);
    return spot * cdf(d1) - strike * Math.exp(-rate * t) * cdf(d2);
  }

  @Differentiable(order = 2)
  @Batched(
      over = {"x", "y"},
      gpu = true)
  static double allBatched(double x, double y) {
    return Math.exp(-x * x) * Math.sin(y) + x / (1 + y * y);
  }

  @Differentiable(order = 2)
  @Batched(
      over = {"x", "label"},
      gpu = true)
  static double logistic(double[] w, double b, double[] x, double label) {
    double s = b;
    for (int i = 0; i < w.length; i++) {
      s += w[i] * x[i];
    }
    double p = 1 / (1 + Math.exp(-s));
    return -(label * Math.log(p) + (1 - label) * Math.log(1 - p));
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double branches(double x, double s) {
    double r = s;
    if (x > 1) {
      r *= x * x;
    } else if (x < -1) {
      r += Math.exp(x);
    } else {
      r -= x;
    }
    return x != x ? s : r + Math.max(x, s) + Math.abs(x - s);
  }

  @Differentiable
  @Batched(
      over = {"x", "y"},
      gpu = true)
  static double trips(double x, double y, double s) {
    double r = x;
    int count = 0;
    while (r * r > 0.01 && count < 60) {
      r = r * 0.5 + s * 0.001 * y;
      count++;
    }
    return r * y + count;
  }

  @Differentiable
  @Batched(
      over = {"x", "limit"},
      gpu = true)
  static double early(double[] x, double limit) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < -3) {
        continue;
      }
      sum += x[i] * x[i] * (i + 1);
      if (sum > limit) {
        return sum * limit;
      }
    }
    return sum - limit;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double[] scaled(double[] x, double s) {
    double[] out = new double[x.length + 1];
    double m = 0;
    for (double v : x) {
      m += v * v;
    }
    for (int i = 0; i < x.length; i++) {
      out[i] = s * x[i] / Math.sqrt(m);
    }
    out[x.length] = m;
    return out;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double sorted(double[] x, double[] weights) {
    double[] s = x.clone();
    for (int i = 1; i < s.length; i++) {
      double key = s[i];
      int j = i - 1;
      while (j >= 0 && s[j] > key) {
        s[j + 1] = s[j];
        j--;
      }
      s[j + 1] = key;
    }
    double r = 0;
    for (int i = 0; i < s.length; i++) {
      r += weights[i] * s[i];
    }
    return r;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double written(double[] x, double[] w) {
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i - 1] * w[i] + Math.sin(x[i]);
      w[i] = w[i] * x[i];
    }
    return x[x.length - 1] + w[w.length - 1];
  }

  @Differentiable
  @Batched(over = "x")
  static double matrix(double[][] a, double[] x) {
    double r = 0;
    for (int i = 0; i < a.length; i++) {
      double s = 0;
      for (int j = 0; j < a[i].length; j++) {
        s += a[i][j] * x[j];
      }
      r += Math.tanh(s);
    }
    return r;
  }

  @Differentiable
  @Batched(
      over = {"x", "y"},
      gpu = true)
  static float single(float x, float s, double y) {
    return (float) (x * s * Math.cos(y)) + x;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static float[] singles(float[] x, float s) {
    float[] r = new float[x.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = x[i] * s + (i > 0 ? r[i - 1] : 0);
    }
    return r;
  }

  @Differentiable(wrt = "x")
  @Batched(
      over = {"x", "k", "flag"},
      gpu = true)
  static double passive(double x, int k, boolean flag, int shift) {
    double r = x;
    for (int i = 0; i < (k & 7); i++) {
      r = r * x + (i << shift);
    }
    return flag ? r : -r / (1 + (k % 5) * (k % 5));
  }

  /** One hidden layer; weights are flat. */
  @Differentiable
  @Batched(over = "x", gpu = true)
  static double layers(double[] w1, double[] w2, double[] x) {
    int hidden = w2.length;
    double y = 0;
    for (int j = 0; j < hidden; j++) {
      double s = 0;
      for (int i = 0; i < x.length; i++) {
        s += w1[(j + i) % w1.length] * x[i];
      }
      y += w2[j] * Math.tanh(s);
    }
    return y * y;
  }

  @Differentiable
  @Batched(
      over = {"x", "y"},
      gpu = true)
  static double corners(double x, double y) {
    return Math.sqrt(Math.abs(x))
        + Math.max(x, y)
        + Math.min(x, 2)
        + Math.pow(Math.abs(y), 1.5)
        + Math.floor(x)
        + x % 3
        + Math.hypot(x, y)
        + Math.atan2(y, x);
  }

  /** Parameters with the names of the generated methods' own. */
  @Differentiable
  @Batched(
      over = {"n", "item"},
      gpu = true)
  static double n(double device, double n, double out, double item) {
    double ws = device * n;
    return ws * out + item * n;
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  static double special(double x, double s) {
    return SpecialMath.normalCdf(x) * s
        + SpecialMath.normalPdf(x - s)
        + SpecialMath.sigmoid(x * s)
        + SpecialMath.log1pexp(x)
        + SpecialMath.erf(s * x);
  }

  @Differentiable
  @Batched(over = "x", gpu = true)
  private static double hidden(double x, double s) {
    return x * s * s;
  }
}
