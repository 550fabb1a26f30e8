package io.cotangent.conformance;

import java.util.Arrays;
import java.util.Random;

/** A program at a point, with its true derivatives and some directions to try. */
final class Trial {
  private static final double STEP = 0.02;
  private static final double FLOAT_STEP = 0.2;

  final Point point;
  final Subject subject;
  final Object[] args;
  final double[] x;
  final Subject.Outcome primal;
  private final Object[] kept;

  Trial(Point point) {
    this.point = point;
    this.subject = Subject.of(point.holder(), point.program());
    this.args = Flat.copies(point.args());
    this.kept = Flat.copies(point.args());
    this.x = Flat.of(subject.wrtOf(args));
    this.primal = subject.primal(args);
  }

  boolean isFloat() {
    Class<?> result = subject.resultType();
    return point.hasFloats() || result == float.class || result == float[].class;
  }

  /** How well derivatives agree with the truth that there is. */
  double tolerance(double forDoubles) {
    if (!Double.isNaN(point.tolerance())) {
      return point.tolerance() > 0 && isFloat()
          ? Math.max(point.tolerance(), 1e-6)
          : point.tolerance();
    }
    return isFloat() ? 2e-3 : forDoubles;
  }

  /**
   * How well two generated derivatives agree: a few roundings; exactly, where the truth is exact.
   */
  double agreement() {
    if (point.jacobian() != null && point.tolerance() == 0) {
      return 0;
    }
    double rounding = isFloat() ? 1e-5 : 1e-12;
    return Double.isNaN(point.tolerance()) ? rounding : Math.max(rounding, point.tolerance());
  }

  int entries() {
    return Flat.of(primal.get()).length;
  }

  /** The Jacobian in closed form, or by differences of the method itself. */
  double[][] jacobian() {
    if (point.jacobian() != null) {
      return point.jacobian();
    }
    return Differences.jacobian(
        at -> Flat.of(subject.primal(subject.with(args, at)).get()), x, step());
  }

  /** The Hessian in closed form, or by differences of the generated gradient. */
  double[][] hessian() {
    if (point.hessian() != null) {
      return point.hessian();
    }
    return Differences.jacobian(
        at -> subject.flatGradient(subject.call("gradient", subject.with(args, at)).get()),
        x,
        step());
  }

  private double step() {
    return isFloat() ? FLOAT_STEP : STEP;
  }

  /** A direction in the space of the differentiated arguments, the same at every run. */
  double[] direction(int seed) {
    return random(x.length, seed);
  }

  /** The same as values of the arguments' types. */
  Object[] tangents(double[] direction) {
    return Flat.unflatten(subject.wrtOf(args), direction);
  }

  /** A value of the result's type and shape. */
  Object cotangent(int seed) {
    Object value = primal.get();
    return cotangent(random(Flat.of(value).length, seed));
  }

  Object cotangent(double[] entries) {
    return Flat.unflatten(new Object[] {primal.get()}, entries)[0];
  }

  /** Entries that a float holds exactly, so that products with them are as good as can be. */
  private static double[] random(int length, int seed) {
    Random random = new Random(seed);
    return random.ints(length, -16, 17).mapToDouble(n -> n == 0 ? 0.5 : n / 8.0).toArray();
  }

  void argumentsUntouched(String after) {
    if (!Flat.sameBits(kept, args)) {
      throw new AssertionError(after + " changed its arguments to " + Flat.text(args));
    }
  }

  static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
  }

  static double[] transposedTimes(double[][] matrix, double[] vector, int columns) {
    double[] product = new double[columns];
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < columns; j++) {
        product[j] += matrix[i][j] * vector[i];
      }
    }
    return product;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static boolean isFinite(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }
}
