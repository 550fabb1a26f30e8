package lowering;

/** Orders of evaluation, conversions, operators. */
class Evaluation {
  static int selfIncrement(int x) {
    x = x++ + ++x;
    return x;
  }

  static double storeWithAssignedIndex(double[] a, int i) {
    a[i] = i = 2;
    return a[i] + i;
  }

  static double compoundStoreMovesIndex(double[] a, int i) {
    a[i++] += i;
    return i;
  }

  static int implicitNarrowing(int i) {
    i += 1.7;
    i -= 0.2f;
    i *= 1.5;
    i /= 0.5;
    return i;
  }

  static char charArithmetic(char c) {
    c += 1;
    c++;
    ++c;
    char d = c--;
    return (char) (d + c);
  }

  static short shortArithmetic(short s, byte b) {
    s += b;
    s >>>= 1;
    b <<= 2;
    b--;
    s *= 2.5;
    return (short) -(s + b);
  }

  static byte byteOverflow(byte b) {
    b++;
    byte c = 10;
    c += b++;
    return (byte) (c ^ b);
  }

  static double mixed(int i, long l, float f, double d) {
    return i / 2 + l * f - d / i + (i * l) % 7 + (float) d * f;
  }

  static float floats(float f, int i) {
    float g = f * i;
    g += 0.1;
    g++;
    return g / 3 + i;
  }

  static long longs(long l, int i) {
    l <<= i;
    l ^= ~i;
    l |= 5;
    l >>>= 3L;
    int k = 1;
    k <<= l;
    return l + k;
  }

  static int divisions(int i, int j) {
    return i / j + i % j;
  }

  static double nestedTernaries(double x, int k) {
    double y = 1;
    double z = k > 2 ? (y = x) > 1 ? y++ : (y = 5) : k < 0 ? -x : y + (y *= 2);
    return z * 10 + y;
  }

  static double ternaryTypes(boolean b, int i, long l, char c) {
    double x = b ? i : l;
    double y = b ? c : 0;
    char d = b ? c : 'q';
    float f = b ? i : 2f;
    return x + y + d + f;
  }

  static double andWithEffects(double x, int i) {
    int n = 0;
    boolean p = x > 0 && i++ > 1 && (n = i) != 3;
    boolean q = x < 3 || ++i > 2 || n++ == 0;
    boolean r = x > 0 & i++ > 1 | n++ > 4 ^ p;
    return (p ? 1 : 0) + (q ? 10 : 0) + (r ? 20 : 0) + i * 100 + n * 1000;
  }

  static double assignmentChain(double x) {
    double a;
    double b;
    float c;
    a = b = c = (float) x;
    int k = (int) (a = b + c);
    return a * 3 + b * 5 + c * 7 + k;
  }

  static double earlierOperandKept(double x) {
    return x + (x = 3) * x + (x += 2) - x++ + x;
  }

  static double earlierLoadKept(double[] a) {
    return a[0] + (a[0] = 7) * a[0] + a[1]++ - --a[1];
  }

  static double arrayReassigned(double[] a, double[] b) {
    a[1] = (a = b)[0] + a.length;
    return a[0];
  }

  static double orderOfExceptions(double[] a, int i, int j) {
    a[i] = 10 / j;
    return a[i / j];
  }

  static double compoundExceptions(double[] a, int i, int j) {
    a[i] += 10 / j;
    a[i / j] *= a[j];
    return a[i];
  }

  static double nullThenEffect(double[] a, int i) {
    int k = 0;
    try2(k);
    a[k++] = k + i;
    return a[k] + a[k = 0] + k;
  }

  private static void try2(int k) {}

  static double storeAsValue(double[] a, double[][] m, int i) {
    double y = a[i] = m[i][0] = 4 + i;
    y += a[0] += 2;
    y += m[0][i]++;
    return y + (m[i][i] *= 2);
  }

  static double rowEffect(double[][] m, int i) {
    m[i++][i] += m[i][--i] * i;
    return m[i][i] + i;
  }

  static int compoundWithRightEffect(int x) {
    x += x++ * 2 + (x = 5);
    x -= (x = 3) - x;
    return x;
  }

  static double shadowing(double x) {
    double s = 0;
    {
      double y = x;
      s += y;
    }
    {
      float y = 2;
      s += y / 3;
    }
    for (int y = 0; y < 2; y++) {
      s += y;
    }
    return s;
  }

  static double literals() {
    return -2147483648 + -9223372036854775808L + 'a' + 0x1p-3 + 1e-5f + 07 + 0b11 - -0.0 + 1_000;
  }

  static double constants(double x) {
    return x * Other.SCALE + Other.COUNT + Math.PI + Integer.MAX_VALUE + Float.MIN_VALUE;
  }

  static double readStatic(double x) {
    return x + Other.mutable;
  }

  static String strings(String s, int i, char c, double x) {
    String t = s + i + c + x + null + true;
    t += c + i;
    t += "end" + 'x';
    return t;
  }

  static boolean comparisons(double x, float f, int i) {
    return (x < f) == (i >= x) != !(f == i) && x != i;
  }

  static boolean references(String s, String t, double[] a) {
    return s == null || t != null && a == null;
  }

  static double unary(double x, int i, boolean b) {
    return -x + +i - ~i + -(-x) + (!b ? 1 : 2) - -i;
  }

  static long casts(double x) {
    return (long) x + (int) x + (short) x + (byte) x + (char) x + (int) (float) x + (byte) 300;
  }

  static double varKeyword(int i) {
    var a = i;
    var b = 2.5;
    var c = new double[] {a, b};
    final var d = c[0] * c[1];
    return d;
  }

  static double integerMath(int i, long l, double x) {
    return Math.max(i, 3) + Math.abs(i) + Math.floorMod(i, 3) + Math.min(l, i) + Math.max(i, x);
  }

  static long exactMath(int i) {
    return Math.addExact(i, 1) + Math.multiplyExact(i, 2L);
  }

  static double conditionalLoad(double[] a, int i) {
    return i < a.length && i >= 0 ? a[i] : -1;
  }

  static double conditionalWithCall(double x, int i) {
    return i > 0 ? Other.twice(x) : i < 0 ? x : Other.twice(x = 2) + x;
  }


  static int passiveBox(int i) {
    Integer boxed = i;
    boxed++;
    long l = boxed;
    Boolean b = i > 2;
    return b ? boxed + (int) l : -boxed;
  }

  static double assertions(double x, int i) {
    assert x < 1e10 : "too large: " + x;
    assert i++ < 3 : i;
    assert i != 1;
    return x + i;
  }

  static double thrown(double x, int i) {
    if (i > 2) {
      throw new IllegalArgumentException("i = " + i);
    }
    RuntimeException error = new IllegalStateException();
    if (i == 1) {
      throw error;
    }
    return x;
  }

  static double emptyStatements(double x) {
    ;
    {
    }
    if (x > 0)
      ;
    else x = 2;
    return x;
  }

  static boolean instance(String s, int i) {
    Object o = i > 0 ? s : (Object) i;
    return o instanceof String;
  }

  static int classCast(String s, int i) {
    Object o = i > 0 ? s : (Object) i;
    String t = (String) o;
    int n = i < 0 ? (int) o : 0;
    return t.length() + n;
  }

  static double narrowLiterals(int i) {
    char c = (char) -1;
    byte b = (byte) 200;
    final int k = 3;
    byte d = k;
    char e = (char) (i + 1);
    return c + b + d + e - 'a' + -(byte) 5 + (int) 'x' * ~5L;
  }

  static int parenthesised(int i, int j) {
    return ((i) + (j)) * (i - (j - 1)) - (-(i)) + (int) ((double) i / 2);
  }

  static double compoundOnFlatArray(double[] a, int i, int j) {
    a[i * 2 + j] += 1.5;
    a[i % 3 + j / 2 * i] *= j;
    return a[0]++ + --a[i * 0];
  }

  static long shifts(int i, long l, byte b, char c) {
    return (i << l) + (b >> 2) + (c >>> i) + (l << i) + (b >>> 1L) + (i >> b);
  }

  static double floatCompound(float f, double d, long l) {
    f += d;
    f -= l;
    f++;
    d %= f;
    l += f;
    l /= 2.5f;
    return f + d + l;
  }

  static boolean booleanCompound(boolean p, int i) {
    boolean q = i > 1;
    p |= q;
    p &= i++ < 3;
    p ^= i == 2;
    return p ? !q : q == p;
  }

  static double assignInArguments(double x, int i) {
    return Math.pow(x = i, (i += 2)) + Math.max(i++, i) * Math.atan2(x, x = 1);
  }

  static double lazyThrow(double[] a, int i) {
    boolean ok = a == null || i < 0 || i >= a.length || a[i] > 0;
    return ok ? -1 : a[i];
  }

  static double deepCondition(double x, int i) {
    return (i > 0 ? i > 2 ? (x += 1) > 2 && i++ < 4 : x++ < 1 : i-- < -1) ? x + i : x - i;
  }
}
