package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.stream.Stream;

/** Methods that return nothing and write to their arrays. */
final class InPlacePrograms {
  private InPlacePrograms() {}

  @Differentiable
  static void rhs(double t, double[] y, double[] dydt, double k) {
    dydt[0] = y[1] * Math.sin(t);
    dydt[1] = -k * y[0] * y[1];
  }

  @Differentiable(wrt = "k")
  static void rhsByParameter(double t, double[] y, double[] dydt, double k) {
    dydt[0] = y[1] * Math.sin(t);
    dydt[1] = -k * y[0] * y[1];
  }

  @Differentiable(wrt = "y")
  static void rhsByState(double t, double[] y, double[] dydt, double k) {
    rhs(t, y, dydt, k);
    dydt[0] += y[0];
  }

  @Differentiable
  static void matmul(double[][] a, double[][] b, double[][] c) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        double sum = c[i][j];
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
  }

  @Differentiable
  static void smooth(double[] x, float w, int steps) {
    for (int s = 0; s < steps; s++) {
      for (int i = 1; i < x.length; i++) {
        x[i] = Math.tanh(x[i] * w + x[i - 1] * x[i]);
      }
    }
  }

  @Differentiable
  static void singlePrecision(float[] x, float[] out, double s) {
    for (int i = 0; i < x.length; i++) {
      out[i] += x[i] * x[i] * (float) s;
      x[i] = out[i] / 2;
    }
  }

  @Differentiable
  static void early(double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        out[0] *= x[i];
        return;
      }
      out[i] = Math.exp(x[i]) * out[i];
    }
    x[0] = out[0] * out[1];
  }

  @SuppressWarnings("cotangent:unused-wrt")
  @Differentiable
  static void constants(double[] x, double[] out) {
    out[0] = 1;
    if (x[0] > 0) {
      out[1] = 2;
    }
  }

  @Differentiable
  static void throwing(double[] x, double[] out, double s) {
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] * s;
      if (x[i] > 10) {
        throw new IllegalStateException("too much at " + i);
      }
      x[i] = out[i] * out[i];
    }
  }

  @Differentiable
  static void catching(double[] x, double[] out) {
    try {
      for (int i = 0; i < x.length; i++) {
        out[i] = x[i] * x[i];
      }
    } catch (ArrayIndexOutOfBoundsException end) {
      out[0] *= x[1];
    }
  }

  @Differentiable
  static void exchange(double[][] a, double s) {
    double[] row = a[0];
    a[0] = a[2];
    a[2] = row;
    for (int j = 0; j < a[0].length; j++) {
      a[0][j] *= s * a[1][j] + a[2][0];
    }
  }

  /** Elimination with row exchanges. */
  @Differentiable
  static void eliminate(double[][] a, int[] order) {
    for (int k = 0; k < a.length; k++) {
      int best = k;
      for (int i = k + 1; i < a.length; i++) {
        if (Math.abs(a[i][k]) > Math.abs(a[best][k])) {
          best = i;
        }
      }
      double[] row = a[k];
      a[k] = a[best];
      a[best] = row;
      order[k] = best;
      for (int i = k + 1; i < a.length; i++) {
        a[i][k] /= a[k][k];
        for (int j = k + 1; j < a.length; j++) {
          a[i][j] -= a[i][k] * a[k][j];
        }
      }
    }
  }

  @Differentiable
  static void freshRow(double[][] a, double[] b) {
    double[] row = new double[b.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = a[0][i] * b[i];
    }
    a[0] = row;
    a[1][0] = row[0] * b[1];
  }

  @Differentiable
  static void reassigned(double[] x, double[] y) {
    x[0] = x[0] * y[1];
    x = y;
    x[0] = x[0] * x[1];
    y = new double[] {3, 4};
    y[0] = x[1];
  }

  @Differentiable(wrt = {"x", "scale"})
  static void chosen(double[] x, double[] weights, double scale, double[] out, double shift) {
    for (int i = 0; i < x.length; i++) {
      out[i] = out[i] * 0.5 + weights[i] * x[i] * scale + shift;
    }
  }

  @Differentiable
  static void recursive(double[] x, int n) {
    if (n > 0) {
      x[n - 1] *= x[n];
      recursive(x, n - 1);
    }
  }

  @Differentiable
  static void copies(double[] x, double[] y) {
    System.arraycopy(x, 0, y, 1, x.length - 1);
    y[0] = y[1] * x[2];
    double[] kept = y.clone();
    java.util.Arrays.fill(y, 1, 3, kept[0]);
  }

  @SuppressWarnings("cotangent:unused-wrt")
  @Differentiable
  static void nothingFlows(double[] x, int[] counts, double[] out) {
    counts[0]++;
    out[0] = counts[0];
  }

  /** A kernel with settings of its own. */
  static final class Oscillator {
    final double damping = 0.25;
    final double[] stiffness = {2, 3};

    @Differentiable
    void force(double[] x, double[] f) {
      for (int i = 0; i < x.length; i++) {
        f[i] = -stiffness[i] * x[i] - damping * f[i];
      }
    }
  }

  static Stream<Point> points() {
    double[] shared = {0.5, -1.25};
    double[] row = {0.75, 1.5};
    double[] both = {1.5, -0.5, 0.25};
    return Stream.of(
        at("rhs", 0.5, new double[] {1, 2}, new double[] {3, 4}, 0.7),
        at("rhs", 0.5, shared, shared, 0.7).note("one array"),
        at("rhsByParameter", 0.5, new double[] {1, 2}, new double[] {3, 4}, 0.7),
        at("rhsByParameter", 0.5, shared, shared, 0.7).note("one array"),
        at("rhsByState", 0.5, new double[] {1, 2}, new double[] {3, 4}, 0.7),
        at("rhsByState", 0.5, shared, shared, 0.7).note("one array"),
        at(
            "matmul",
            new double[][] {{1, 2, -1}, {0.5, 1, 3}},
            new double[][] {{1, 2}, {-1, 0.5}, {3, 1}},
            new double[][] {{1, 0}, {2, -1}}),
        at(
                "matmul",
                new double[][] {{1, 2}, row},
                new double[][] {row, row},
                new double[][] {row, {1, 2}})
            .note("shared rows"),
        at("matmul", new double[0][], new double[][] {{1}}, new double[0][]),
        at("smooth", new double[] {0.3, -0.4, 0.8}, 0.9f, 3),
        at("smooth", new double[0], 0.9f, 3),
        at("singlePrecision", new float[] {1, 2}, new float[] {-1, 0.5f}, 0.75).within(1e-4),
        at("early", new double[] {1, 0.5, 0.25}, new double[] {1, 2, 3}),
        at("early", new double[] {1, -0.5, 0.25}, new double[] {1, 2, 3}),
        at("early", new double[] {-1, -0.5}, new double[] {1, 2}),
        at("constants", new double[] {1}, new double[] {1, 2}),
        at("constants", new double[] {-1}, new double[] {1, 2}),
        at("throwing", new double[] {1, 2}, new double[] {1, 2}, 0.5),
        at("throwing", new double[] {1, 11, 2}, new double[] {1, 2, 3}, 0.5),
        at("throwing", new double[] {1, 2, 2}, new double[] {1, 2}, 0.5),
        at("throwing", null, new double[] {1, 2}, 0.5),
        at("throwing", new double[] {1}, null, 0.5),
        at("catching", new double[] {1, 3}, new double[] {1, 2, 3}),
        at("catching", new double[] {1, 3, 5}, new double[] {1, 2}),
        at("exchange", new double[][] {{1, 2}, {-1, 0.5}, {3, 1}}, 0.7),
        at("exchange", new double[][] {{1, 2}, {-1, 0.5}}, 0.7).note("throws half way"),
        at("eliminate", new double[][] {{1, 2, 3}, {4, -1, 2}, {2, 7, 1}}, new int[3]),
        at("eliminate", new double[0][], new int[0]),
        at("freshRow", new double[][] {{1, 2}, {3, 4}}, new double[] {-1, 0.5}),
        at("reassigned", new double[] {1, 2}, new double[] {-1, 0.5}),
        at("reassigned", shared, shared),
        at("chosen", new double[] {1, 2}, row, 0.5, new double[] {3, 4}, 0.1),
        at("recursive", new double[] {1, 2, 0.5, -1}, 3),
        at("copies", new double[] {1, 2, 3}, new double[] {4, 5, 6}),
        at("copies", both, both).note("one array"),
        at("nothingFlows", new double[] {1}, new int[] {3}, new double[] {4}),
        Point.of(Oscillator.class, "force", new Oscillator(), row, new double[] {1, -2}));
  }

  private static Point at(String program, Object... args) {
    return Point.of(InPlacePrograms.class, program, args);
  }
}
