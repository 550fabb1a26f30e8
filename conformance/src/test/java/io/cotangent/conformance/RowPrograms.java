package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Methods without loops that give arrays: their Jacobians need no tape. */
final class RowPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};

  private RowPrograms() {}

  static List<Point> points() {
    return List.of(
        at("turned", ABC, 0.7),
        at("turned", ABC, 1.7),
        at("same", (Object) ABC),
        at("sameWritten", (Object) ABC),
        at("choice", ABC, new double[] {1, 2}, 0.3),
        at("choice", ABC, new double[] {1, 2}, -0.3),
        at("clones", (Object) ABC),
        at("partly", ABC, 0.6, 1.5),
        at("empty", 0.6),
        at("many", 0.6),
        at("floats", 0.5f, 0.25f),
        at("throwsHere", ABC, -1.0),
        at("throwsHere", ABC, 1.0),
        at("outside", (Object) new double[] {1}),
        at("reassigned", ABC, new double[][] {{1, 2, 3, 4}, {5}}),
        at("reassigned", ABC, new double[][] {{1, 2, 3}}),
        at("reassignedPassive", new double[] {1, 2}, new double[] {0.5}, 0.6),
        at("renamed", (Object) ABC),
        at("swapped", ABC, new double[] {1, 2, 3}),
        at("overwrites", 0.6, 1.5));
  }

  private static Point at(String program, Object... args) {
    return Point.of(RowPrograms.class, program, args);
  }

  private static double[] rotate(double[] v, double angle) {
    if (angle > 1) {
      return new double[] {v[0] * angle, v[1] - v[0]};
    }
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1]};
  }

  @Differentiable
  static double[] turned(double[] v, double angle) {
    double[] once = rotate(v, angle);
    double[] twice = rotate(once, angle * v[2]);
    return new double[] {once[0] * twice[1], twice[0], v[2] / twice[1]};
  }

  @Differentiable
  static double[] same(double[] v) {
    return v;
  }

  @Differentiable
  static double[] sameWritten(double[] v) {
    v[0] = v[1] * v[2];
    return v;
  }

  @Differentiable
  static double[] choice(double[] v, double[] w, double x) {
    double[] picked = x > 0 ? v : w;
    double[] out = {picked[0] * x, picked[1] * v[2]};
    if (x > 0) {
      out[0] += out[1] * w[0];
    }
    return out;
  }

  @Differentiable
  static double[] clones(double[] v) {
    double[] a = v.clone();
    a[0] = a[1] * v[0];
    double[] b = a.clone();
    b[1] = a[0] * b[2];
    a[2] = b[1] + b[0];
    return new double[] {a[0], a[2] * b[1], b[0]};
  }

  @Differentiable
  static double[] partly(double[] v, double x, double unused) {
    return new double[] {v[0] * x, 3, x * x};
  }

  @Differentiable
  static double[] empty(double x) {
    return new double[0];
  }

  @Differentiable
  static double[] many(double x) {
    return new double[] {x, x * x, Math.sin(x), 1};
  }

  @Differentiable
  static float[] floats(float x, float y) {
    float[] a = {x * y, x / y, y};
    a[2] = a[0] * a[1];
    return a;
  }

  @Differentiable
  static double[] throwsHere(double[] v, double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x);
    }
    return new double[] {v[0] * Math.sqrt(x), v[1]};
  }

  @Differentiable
  static double[] outside(double[] v) {
    return new double[] {v[0] * v[0], v[0] + v[1]};
  }

  @Differentiable
  static double[] overwrites(double x, double y) {
    double[] a = new double[2];
    a[0] = x * y;
    a[1] = a[0] * x;
    a[0] = a[1] * y;
    double[] b = a;
    b[1] = a[0] * b[1];
    return a;
  }

  @Differentiable
  static double[] reassigned(double[] a, double[][] rows) {
    a = rows[0];
    return a;
  }

  @Differentiable
  static double[] reassignedPassive(double[] a, double[] b, double x) {
    a = b;
    return new double[] {x * x, x};
  }

  @Differentiable
  static double[] renamed(double[] x) {
    double[] b = {x[0] * x[1], x[1] * x[2]};
    double[] c = b;
    b = x;
    return new double[] {c[0] * b[0], c[1] + b[2], c[0] * c[1]};
  }

  @Differentiable
  static double[] swapped(double[] a, double[] b) {
    double[] t = a;
    a = b;
    b = t;
    return new double[] {a[0] * b[1], b[2] / a[1]};
  }
}
