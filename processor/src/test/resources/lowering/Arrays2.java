package lowering;

import java.util.Arrays;
import java.util.Objects;

/** Arrays: creation, copies, in-place updates. */
class Arrays2 {
  static double initialiser(double x) {
    int i = 0;
    double[] a = {x, ++i, i++ + x, i};
    return a[0] + a[1] * 10 + a[2] * 100 + a[3] * 1000;
  }

  static double nestedInitialiser(double x) {
    double[][] m = {{x, 1}, {}, {2, x * x, 3}};
    double[][] n = new double[][] {m[0], {4}, new double[2]};
    n[0][0] = 9;
    return m[0][0] + m.length + m[2][1] + n[1][0] + n[2].length;
  }

  static double initialiserThrows(double[] a, int i) {
    double[] b = {a[0], a[i], 1 / i, a[i = 1]};
    return b[0] + b[1] + b[2] + b[3];
  }

  static double dimensions(int n, int m) {
    if (n > 10 || m > 10) return 0;
    double[][] a = new double[n][m];
    double[][][] b = new double[n++][n][];
    int[] c = new int[m];
    char[] d = new char[(char) 2];
    return a.length + b.length + c.length + n + d.length + (b[0][0] == null ? 1 : 2);
  }

  static double cloneOf(double[] a, double[][] m) {
    double[] b = a.clone();
    b[0] = 3;
    double[][] n = m.clone();
    n[1] = b;
    return a[0] + b[0] + m[1][0];
  }

  static double[] copyOf(double[] a, int n) {
    if (n > 100) n = 6;
    return Arrays.copyOf(a, n);
  }

  static double[] copyOfRange(double[] a, int n, int m) {
    if (m > 100) m = 6;
    if (n > 100) n = 5;
    return Arrays.copyOfRange(a, n, m);
  }

  static double[][] copyOfRows(double[][] m) {
    double[][] n = Arrays.copyOf(m, m.length + 1);
    n[m.length] = new double[] {1};
    return n;
  }

  static void copy(double[] a, int i, double[] b, int j, int n) {
    System.arraycopy(a, i, b, j, n);
  }

  static void copyWithin(double[] a, int i, int j, int n) {
    System.arraycopy(a, i, a, j, n);
  }

  static void copyFromStart(double[] a, double[] b) {
    System.arraycopy(a, 0, b, 0, a.length);
  }

  static void fill(double[] a, int i) {
    Arrays.fill(a, i++);
    a[0] += i;
  }

  static void fillRange(double[] a, int i, int j, float v) {
    Arrays.fill(a, i, j, v);
  }

  static int[] passiveLibrary(int[] a) {
    int[] b = Arrays.copyOf(a, 4);
    Arrays.fill(b, 1, 2, 7);
    System.arraycopy(a, 0, b, 0, 1);
    Arrays.sort(b);
    return b;
  }

  static double nonNull(double[] a, String s) {
    Objects.requireNonNull(a);
    double[] b = Objects.requireNonNull(a, "a");
    Objects.requireNonNull(s, "no text");
    return b.length;
  }

  static double swapRows(double[][] m) {
    double[] t = m[0];
    m[0] = m[1];
    m[1] = t;
    t[0] = 11;
    return m[1][0] + m[0][0];
  }

  static double swapBuffers(double[] a, int n) {
    double[] b = new double[a.length];
    for (int k = 0; k < n && k < 5; k++) {
      for (int i = 0; i < a.length; i++) {
        b[i] = a[(i + 1) % a.length] * 0.5;
      }
      double[] t = a;
      a = b;
      b = t;
    }
    return a[0] + b[0];
  }

  static double nullArray(int i) {
    double[] a = null;
    if (i > 0) {
      a = new double[] {i};
    }
    return a == null ? -1 : a[0];
  }

  static double conditionalArray(double[] a, double[] b, int i) {
    double[] c = i > 0 ? a : b;
    c[0] += 1;
    return (i < 2 ? c : a)[0] + (i == 3 ? new double[] {5} : b)[0];
  }

  static float[] floats(float[] a, double x) {
    a[0] += x;
    a[1]++;
    a[2] = (float) x;
    a[0] *= a[1] -= 2;
    return a;
  }

  static char chars(char[] a) {
    a[0]++;
    a[1] += 2;
    return a[0] += a[1]--;
  }

  static int ints(int[] a) {
    a[a[0]] = a[a[1]++] + a[--a[2]];
    a[0] <<= a[1];
    return a[0] | a[1] ^ a[2];
  }

  static void updateExpensiveIndex(double[] a, int i) {
    a[(i * 3 + 1) % a.length] += 2;
    a[(i * 3 + 2) % a.length] *= i / a.length;
  }

  static double[] returnsParameter(double[] a) {
    return a;
  }
}
