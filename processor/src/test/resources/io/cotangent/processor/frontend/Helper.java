package p;
public final class Helper {
  public static final double C = 3 * 2 + 1;
  static class Nest { static final float D = 2; }
  static double scale(double x) { return 3 * x; }
  static double scale(double x, int k) { return k * x; }
  static double sum(double... xs) { double s = 0; for (double x : xs) s += x; return s; }
}
