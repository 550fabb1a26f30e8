package io.cotangent.linear;

/** Operations on vectors that allocate nothing. */
public final class Vectors {
  private Vectors() {}

  /**
   * The inner product.
   *
   * @param a a vector
   * @param b a vector of the same length
   * @return the sum of the products of their entries
   */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * The Euclidean norm, without overflow on the way.
   *
   * @param a a vector
   * @return its length
   */
  public static double norm(double[] a) {
    double plain = Math.sqrt(dot(a, a));
    if (plain > 1e-140 && plain < Double.POSITIVE_INFINITY) {
      return plain;
    }
    double largest = 0;
    for (double entry : a) {
      largest = Math.max(largest, Math.abs(entry));
    }
    if (largest == 0 || Double.isNaN(largest) || Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double entry : a) {
      sum += (entry / largest) * (entry / largest);
    }
    return largest * Math.sqrt(sum);
  }

  /**
   * The largest modulus.
   *
   * @param a the vector
   * @return {@code max |a_i|}, zero of an empty vector, NaN if an entry is
   */
  public static double largest(double[] a) {
    double largest = 0;
    for (double each : a) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  /**
   * Adds a multiple of a vector: {@code y += factor * x}.
   *
   * @param y changed in place
   * @param factor the factor
   * @param x a vector of the same length
   */
  public static void add(double[] y, double factor, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * x[i];
    }
  }

  /**
   * Multiplies in place: {@code y *= factor}.
   *
   * @param y changed in place
   * @param factor the factor
   */
  public static void scale(double[] y, double factor) {
    for (int i = 0; i < y.length; i++) {
      y[i] *= factor;
    }
  }

  /**
   * Copies all entries.
   *
   * @param from left as it is
   * @param to overwritten
   */
  public static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
  }

  /**
   * Whether all entries are finite.
   *
   * @param a a vector
   * @return whether none is infinite or NaN
   */
  public static boolean isFinite(double[] a) {
    for (double entry : a) {
      if (!Double.isFinite(entry)) {
        return false;
      }
    }
    return true;
  }
}
