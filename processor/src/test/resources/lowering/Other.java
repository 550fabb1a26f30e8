package lowering;

class Other {
  static final double SCALE = 2.5;
  static final int COUNT = 3;
  static int mutable = 4;
  final double weight = 1.25;

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  static double twice(double x) {
    return x * 2;
  }

  static double sum(double... values) {
    double s = 0;
    for (double v : values) {
      s += v;
    }
    return s;
  }

  private static double hidden(double x) {
    return x - 1;
  }

  static double viaHidden(double x) {
    return hidden(x) * hidden(x + 1);
  }
}
