package lowering;

/** Loops and jumps. */
class Loops {
  static double sum(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i];
    }
    return s;
  }

  static double downwards(double[] a) {
    double s = 0;
    for (int i = a.length - 1; i >= 0; i--) s = s * 2 + a[i];
    return s;
  }

  static double strides(double[] a, int n) {
    double s = 0;
    for (int i = 1; a.length > i; i += 2) {
      s += a[i];
    }
    for (int i = n; i > 0 && i < 10; i -= 3) {
      s += i;
    }
    for (int i = 0; i < 20; i = i + 7) {
      s -= i;
    }
    for (int i = 0; i <= 3; ++i) s += i;
    return s;
  }

  static double nested(double[][] m) {
    double s = 0;
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        s += m[i][j] * (i + 1) - j;
      }
    }
    return s;
  }

  static double boundChanges(int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += i;
      if (n > 20) {
        n = 5;
      }
      n--;
    }
    return s;
  }

  static double indexChanges(int n) {
    double s = 0;
    for (int i = 0; i < 10; i++) {
      s += i;
      i += 2;
    }
    return s;
  }

  static double lengthChanges(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i];
      a = new double[2];
    }
    return s;
  }

  static double rowsChange(double[][] m) {
    double s = 0;
    for (int i = 0; i < m[0].length; i++) {
      s += m[0][i];
      m[0] = m[2];
    }
    return s;
  }

  static double conditionEffects(double x, int n) {
    int i = 0;
    while (i++ < n && (x *= 0.5) > 0.01) {
      if (i == 3) continue;
      x += 0.1;
      if (i > 8) break;
    }
    return x + i;
  }

  static double forConditionEffects(int n) {
    double s = 0;
    for (int i = 0, j = 10; i < n && --j > 4; i++, s += 0.5) {
      if (i == 2) {
        continue;
      }
      s += j;
    }
    return s;
  }

  static double doContinue(int n) {
    double s = 0;
    int i = 0;
    do {
      i++;
      if (i == 2) continue;
      if (i == 5) break;
      s += i;
    } while (i < n && i < 9);
    return s;
  }

  static double doWithEffects(int n) {
    double s = 0;
    int i = 0;
    do {
      if (i % 2 == 1) continue;
      s += i;
    } while (i++ < n && s < 20);
    return s + i;
  }

  static double labelledContinue(double[][] m) {
    double s = 0;
    outer:
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        if (m[i][j] == 5) {
          continue outer;
        }
        if (m[i][j] == 8) {
          break outer;
        }
        s += m[i][j];
      }
      s *= 2;
    }
    return s;
  }

  static double labelledBlock(double x, int k) {
    block:
    {
      x += 1;
      if (k > 1) break block;
      x *= 2;
      inner:
      if (k == 0) {
        if (x > 2) break inner;
        x -= 5;
      }
      x += 10;
    }
    return x;
  }

  static double whileLabelled(int n) {
    int i = 0;
    double s = 0;
    outer:
    while (true) {
      int j = 0;
      do {
        if (++j > 3) continue outer;
        if (i++ > n || i > 30) break outer;
        s += i * j;
      } while (j < 5);
    }
    return s;
  }

  static double earlyReturn(double[] a, double limit) {
    for (int i = 0; i < a.length; i++) {
      double v = a[i];
      if (v > limit) {
        return v * i;
      }
      while (v < -1) {
        v++;
        if (v == -1) return -v;
      }
    }
    return limit;
  }

  static double forEach(double[] a) {
    double s = 0;
    for (double v : a) {
      s += v * v;
      v = 0;
    }
    return s;
  }

  static double forEachReassigned(double[] a) {
    double s = 0;
    for (double v : a) {
      s += v;
      a = new double[] {7};
    }
    return s + a[0];
  }

  static double forEachJumps(double[][] m, int k) {
    double s = 0;
    rows:
    for (double[] row : m) {
      for (final double v : row) {
        if (v == k) continue rows;
        if (v == 2 * k) break;
        if (v == 3 * k) break rows;
        if (v == 4 * k) return s;
        s += v;
      }
    }
    return s;
  }

  static double forEachWidening(int[] a) {
    double s = 0;
    for (double v : a) s += v / 2;
    for (long w : a) s -= w;
    return s;
  }

  static double forEachOfCall(double x) {
    double s = 0;
    for (double v : make(x)) s = s * 3 + v;
    return s;
  }

  private static double[] make(double x) {
    return new double[] {x, x + 1, x * x};
  }

  static double infinite(int n) {
    int i = 0;
    for (; ; ) {
      if (i++ > 5 || i == n) break;
    }
    while (true) {
      if (++i > 9) return i;
    }
  }

  static double declaredInBody(int n) {
    double s = 0;
    for (int i = 0; i < n && i < 5; i++) {
      double t;
      if (i % 2 == 0) {
        t = i;
      } else {
        t = -1;
      }
      s += t;
    }
    return s;
  }

  static double overflow() {
    double s = 0;
    for (int i = Integer.MAX_VALUE - 3; i > 0; i++) {
      s += 1;
    }
    return s;
  }

  static double longIndex(int n) {
    double s = 0;
    for (long i = 0; i < n && i < 6; i++) {
      s += i;
    }
    return s;
  }

  static double floatIndex(double x) {
    double s = 0;
    for (double t = 0; t < 1; t += 0.25) {
      s += t * x;
    }
    return s;
  }

  static double outerIndex(int n) {
    int i;
    double s = 0;
    for (i = 0; i < n && i < 4; i++) {
      s += i;
    }
    return s + i;
  }

  static double updateOfOther(int n) {
    double s = 0;
    int k = 0;
    for (int i = 0; i < 8; k++) {
      s += i;
      i += 1 + k;
    }
    return s + k;
  }

  static double emptyBody(double[] a) {
    int i = 0;
    while (i < a.length && a[i++] != 3)
      ;
    for (int j = 0; j < 3; j++)
      ;
    return i;
  }

  static double boundWithCall(double[] a) {
    double s = 0;
    for (int i = 0; i < size(a); i++) {
      s += a[i];
    }
    return s;
  }

  static int size(double[] a) {
    return a.length;
  }

  static double boundArithmetic(double[] a, int k) {
    double s = 0;
    for (int i = 0; i < a.length / k - 1; i++) {
      s += a[i];
    }
    for (int i = a.length; --i >= 0; ) {
      s *= a[i];
    }
    return s;
  }

  static void bubble(double[] a) {
    boolean swapped;
    do {
      swapped = false;
      for (int i = 1; i < a.length; i++) {
        if (a[i - 1] > a[i]) {
          double t = a[i];
          a[i] = a[i - 1];
          a[i - 1] = t;
          swapped = true;
        }
      }
    } while (swapped);
  }

  static double continueInSwitchInDo(int n) {
    double s = 0;
    int i = 0;
    do {
      switch (i % 3) {
        case 0:
          s += 1;
          continue;
        case 1:
          break;
        default:
          s += 100;
      }
      s += 10;
    } while (++i < n && i < 12);
    return s;
  }

  static double triangular(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = i + 1; j < a.length; j++) {
        s += a[i] * a[j];
      }
      for (int j = i; j-- > 0; ) {
        s -= a[j];
      }
    }
    return s;
  }

  static double returnInNested(double[][] m, double limit) {
    for (double[] row : m) {
      for (int j = row.length - 1; j >= 0; j--) {
        if (row[j] > limit) {
          return row[j] - j;
        }
        if (row[j] < 0) throw new IllegalArgumentException("row " + j);
      }
    }
    return -1;
  }

  static double shadowedIndex(int n) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s += i;
    }
    for (double i = 0; i < 2; i += 0.75) {
      s *= i + 1;
    }
    int i = n;
    return s + i;
  }

  static double breakOuterFromForEach(int[] a) {
    double s = 0;
    out:
    for (int k = 0; k < 4; k++) {
      for (int v : a) {
        if (v == k) continue;
        if (v + k == 3) continue out;
        if (v + k == 6) break out;
        s += v * k + 1;
      }
      s += 1000;
    }
    return s;
  }
}
