package p;

import static java.lang.Math.*;
import static java.util.stream.Collectors.toList;
import static p.Helper.scale;

import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class Battery<T extends Comparable<T>> extends Base<double[]> implements Shape {
  static final double K = 2.5 * Helper.C;
  static final int N = 3;
  private double field = 1;
  static double[] table = {1, 2, 3};
  int[][] grid = new int[3][];
  enum Kind { A, B { @Override double f() { return 2; } }, C; double f() { return 1; } static final int X = 4; }
  record Point(double x, double y) { Point { if (x < 0) throw new IllegalArgumentException("neg"); } double norm() { return Math.hypot(x, y); } static Point of(double a) { return new Point(a, a); } }
  record Pair<A, B>(A a, B b) {}
  sealed interface S permits S1, S2 {}
  record S1(double v) implements S {}
  record S2(double v, double w) implements S {}
  class Inner { double q = field; double g() { return q + Battery.this.field; } class Deep { double h() { return q; } } }
  static class Nested<U> { U u; Nested(U u) { this.u = u; } <V> V id(V v) { return v; } class In2<W> { W w; U uu; } }
  interface Fn { double apply(double x); default double twice(double x) { return apply(apply(x)); } static Fn id() { return x -> x; } }

  Battery() { super(); }
  Battery(double f) { this(); field = f; }
  @Override public double area() { return field; }

  double exprs(double x, float y, long n, int i, boolean b, char c, byte by, short sh, String s, T t) {
    double r = x + y * n - i / 2 % 3;
    r += i; r -= y; r *= 2; r /= 3; r %= 4; i <<= 2; i >>= 1; i >>>= 1; i &= 7; i |= 1; i ^= 2; by += 1; c += 1; sh++;
    r = -x + +x; i = ~i; b = !b; i++; --i; r++; --r; n--;
    b = x < y && y <= n || i > c & b ^ true | x >= 1 != (n == 2);
    r = b ? x : i; r = b ? i : b ? y : x;
    float ff = (float) x; int q = (int) (x + y); Object o = (Object) x; Double bx = x; double ux = bx; Integer bi = i; long ll = bi; Double d2 = bx + 1;
    r = (double) i / (double) n; r = 1e-3 + 0x1p3 + 1_000 + 'a' + 07 + 0b11 + 1f + 1d + 1L;
    r = ((((x))));
    s = s + x + i + 'c' + null; s += x;
    o = null; o = String.class; o = int[].class; o = double.class; o = this; o = (Runnable & java.io.Serializable) () -> {};
    b = o instanceof String; b = o instanceof String str && str.length() > 2;
    if (!(o instanceof Double dd)) { return 0; } else { r = dd; }
    r = dd;
    r = Math.sin(x) + StrictMath.cos(y) + abs(i) + max(x, y) + pow(x, 2) + PI + Math.E + Double.MAX_VALUE + Integer.MAX_VALUE;
    r = scale(x) + Helper.scale(x, 2) + Helper.sum(1, 2, 3) + Helper.sum() + Helper.sum(table) + Helper.sum(x) + Helper.C + Helper.Nest.D;
    r = field + this.field + super.base + base + Battery.table[0] + table[i] + p.Helper.scale(x) + java.lang.Math.tan(x) + inherited(x) + super.inherited(x) + this.inherited(x);
    r = new Inner().g() + this.new Inner().g() + new Inner().new Deep().h() + new Point(x, y).norm() + Point.of(2).x() + new Point(1, 2).y;
    Nested<Double> ne = new Nested<>(x); r = ne.u + ne.id(3.0) + ne.<Double>id(x); Nested<String>.In2<Double> in2 = ne2().new In2<>(); r = in2.w; s = in2.uu;
    Fn f = v -> v * x; f = (double v) -> { return v; }; f = Math::sin; f = this::inherited; f = Helper::scale; r = f.apply(2) + f.twice(3) + Fn.id().apply(1);
    Supplier<List<String>> sup = ArrayList::new; IntFunction<double[]> mk = double[]::new; Function<Double, Point> pf = Point::of; r = pf.apply(2.0).x;
    r = Arrays.stream(table).map(v -> v * 2).sum() + IntStream.range(0, 3).mapToDouble(j -> table[j]).sum() + List.of(1.0, 2.0).stream().mapToDouble(Double::doubleValue).sum();
    List<Double> ls = Stream.of(1, 2).map(z -> z * 2.0).collect(toList()); Map<String, List<double[]>> mp = new HashMap<>(); mp.computeIfAbsent("a", k -> new ArrayList<>()).add(table); r = mp.get("a").get(0)[0];
    for (Map.Entry<String, List<double[]>> en : mp.entrySet()) r += en.getValue().get(0)[1];
    int cmp = t.compareTo(t); var v1 = mp; var v2 = table; var v3 = new Point(1, 2); for (var w : v2) r += w; var v4 = new Object() { double hid = 2; double m() { return hid; } }; r = v4.hid + v4.m();
    double[] arr = new double[i], arr2[] = new double[2][3]; double[][] jag = {{1}, {}, {1, 2}}; double[] al = new double[] {x, i}; arr2[0][1] = arr2[1][i++] += 3; r = arr.length + jag[2].clone()[0] + jag.length; r = (b ? arr : al)[0]; r = arr2[0][0]++;
    r = i = 3; r = (i += 2) + (x > 0 ? (r = 2) : 3); int z2 = 1, z3 = z2;
    Kind k = Kind.A; r = k.f() + Kind.valueOf("A").f() + Kind.values().length + k.ordinal() + Kind.X;
    r += switch (k) { case A -> 1; case B -> { double u = 2; yield u * x; } case C -> throw new IllegalStateException(); };
    r += switch (i) { case 1, 2: yield 2; case N: yield 3.5; default: { yield x; } };
    switch (s) { case "a": r = 1; break; case "b": r = 2; default: r = 3; }
    switch (k) { case A -> r = 1; case B, C -> { r = 2; } default -> {} }
    switch (i) { case 1 -> r = 1; default -> throw new IllegalArgumentException("x" + i); }
    lab: for (int a = 0, e = 1; a < 3; a++, e--) { for (;;) { if (a > 1) break lab; continue lab; } }
    for (double d : arr) { if (d > 2) continue; r += d; }
    while (i-- > 0) r *= 2;
    do { r /= 2; } while (r > 1);
    synchronized (this) { r++; }
    try (java.io.StringReader rd = new java.io.StringReader("x")) { rd.read(); } catch (java.io.IOException | RuntimeException ex) { r = ex.hashCode(); } finally { r++; }
    assert x > 0; assert x > 1 : "m" + x;
    ;
    { double sc = 1; r += sc; }
    class Loc { double l = x; double m() { return l; } } r += new Loc().m();
    record LR(double a) {} r += new LR(2).a();
    Comparator<String> co = Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());
    r += Optional.of(x).map(g -> g + 1).orElse(0.0); BiFunction<Double, Double, Double> bf = (g, h) -> g * h; r += bf.andThen(g -> g + 1).apply(1.0, 2.0);
    String tb = """
        text "block"
        """; r += tb.length();
    int h = Objects.hash(x, i, s); System.out.printf("%f %d%n", x, i); s = String.format("%s", s); r += Integer.parseInt("3") + Double.parseDouble("2") + Character.getNumericValue(c);
    r += Secondary.make().val + Secondary.CONST + new Secondary(3).val; this.field += r; this.field++; table[0] += 1; Battery.table[1] = 2; grid[0] = new int[] {1};
    return r;
  }
  static Nested<String> ne2() { return new Nested<>(""); }
  static <Q extends Number & Comparable<Q>> double gen(Q q, Q... more) { return q.doubleValue() + more.length; }
  static double useGen() { return gen(1, 2, 3) + Battery.<Double>gen(2.0) + gen(3.0, new Double[] {1.0}); }
  static double rec(int n, double x) { return n == 0 ? x : x * rec(n - 1, x); }
  static double sf(final double... xs) { double s = 0; for (final double x : xs) s += x; return s; }
  static { table[0] = 3; }
  { field = 4; }
}

class Secondary { static final double CONST = 3; double val; Secondary(double v) { val = v; } static Secondary make() { return new Secondary(1); } }
abstract class Base<A> { protected double base = 2; A a; double inherited(double x) { return x * base; } }
