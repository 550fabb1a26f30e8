package io.cotangent.fuzz.eval;

/** The partial derivatives of {@code java.lang.Math}'s methods, with the corners' conventions. */
final class MathPartials {
  private MathPartials() {}

  /** The partials of a method at its arguments, where {@code v} is its value there. */
  static Jet of(String name, double v, double[] args) {
    return switch (args.length) {
      case 1 -> unary(name, v, args[0]);
      case 2 -> binary(name, v, args[0], args[1]);
      case 3 -> fma(args);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Jet fma(double[] args) {
    return new Jet(
        new double[] {args[1], args[0], 1},
        new double[] {Math.abs(args[1]), Math.abs(args[0]), 1},
        new double[] {0, 1, 0, 0, 0, 0},
        new double[] {0, 1, 0, 0, 0, 0});
  }

  private static Jet unary(String name, double v, double x) {
    return switch (name) {
      case "sin" -> Jet.of(Math.cos(x), -v);
      case "cos" -> Jet.of(-Math.sin(x), -v);
      case "tan" -> Jet.of(1 + v * v, 2 * v * (1 + v * v));
      case "exp" -> Jet.of(v, v);
      case "expm1" -> Jet.of(Math.exp(x), Math.exp(x) + 1, Math.exp(x), Math.exp(x) + 1);
      case "log" -> Jet.of(x >= 0 ? 1 / x : Double.NaN, -1 / (x * x));
      case "log10" -> Jet.of(1 / (x * Math.log(10)), -1 / (x * x * Math.log(10)));
      case "log1p" -> Jet.of(1 / (1 + x), -1 / ((1 + x) * (1 + x)));
      case "sqrt" -> Jet.of(0.5 / v, -0.25 / (v * x));
      case "cbrt" -> Jet.of(1 / (3 * v * v), -2 / (9 * v * v * x));
      case "sinh" -> Jet.of(Math.cosh(x), v);
      case "cosh" -> Jet.of(Math.sinh(x), v);
      case "tanh" -> Jet.of(1 - v * v, 1, -2 * v * (1 - v * v), 2);
      case "asin", "acos" -> arc(name.equals("asin") ? 1 : -1, x);
      case "atan" -> atan(x);
      case "abs" -> Jet.of(Double.isNaN(x) ? x : Math.signum(x), 0);
      case "floor", "ceil", "rint", "signum", "ulp" -> Jet.zero(1);
      case "toRadians" -> Jet.of(Math.PI / 180, 0);
      case "toDegrees" -> Jet.of(180 / Math.PI, 0);
      case "nextUp", "nextDown" -> Jet.of(1, 0);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Jet arc(double sign, double x) {
    double square = (1 - x) * (1 + x);
    double p = 1 / Math.sqrt(square);
    double q = x * p / square;
    double worse = 1 + 1 / square;
    return Jet.of(sign * p, p * worse, sign * q, Math.abs(q) * worse);
  }

  private static Jet atan(double x) {
    double p = 1 / (1 + x * x);
    return Jet.of(p, -2 * x * p * p);
  }

  private static Jet binary(String name, double v, double a, double b) {
    return switch (name) {
      case "pow" -> pow(v, a, b);
      case "hypot" -> hypot(v, a, b);
      case "atan2" -> atan2(a, b);
      case "max" -> pick(a, b, a > b);
      case "min" -> pick(a, b, a < b);
      case "copySign" ->
          Jet.of2(a == 0 ? Double.NaN : Math.signum(a) * Math.copySign(1, b), 0, 0, 0, 0);
      case "IEEEremainder" -> remainder(a, b, Math.rint(a / b), (a - v) / b);
      case "scalb" -> Jet.of2(Math.scalb(1.0, (int) b), 0, 0, 0, 0);
      case "nextAfter" -> Jet.of2(1, 0, 0, 0, 0);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Jet pick(double a, double b, boolean first) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Jet.of2(Double.NaN, Double.NaN, 0, 0, 0);
    }
    double left = a == b ? 0.5 : first ? 1 : 0;
    return Jet.of2(left, 1 - left, 0, 0, 0);
  }

  /** {@code a % b}, and IEEEremainder with the quotient rounded its way. */
  static Jet remainder(double a, double b, double quotient, double exact) {
    // Where a / b rounds across an integer, either quotient may be meant.
    boolean unclear = Math.abs(quotient - exact) > 0.25;
    return Jet.of2(1, unclear ? Double.NaN : -quotient, 0, 0, 0);
  }

  private static Jet hypot(double v, double a, double b) {
    double p = a / v;
    double q = b / v;
    return Jet.of2(p, q, q * q / v, -p * q / v, p * p / v).secondScale(1 / v, 1 / v, 1 / v);
  }

  private static Jet atan2(double y, double x) {
    double s = x * x + y * y;
    double cross = 2 * (x / s) * (y / s);
    double mixed = (y / s) * (y / s) - (x / s) * (x / s);
    return Jet.of2(x / s, -y / s, -cross, mixed, cross).secondScale(2 / s, 2 / s, 2 / s);
  }

  private static Jet pow(double v, double x, double c) {
    double px = c == 0 ? 0 : c * Math.pow(x, c - 1);
    double pxx = c == 0 || c == 1 ? 0 : c * (c - 1) * Math.pow(x, c - 2);
    if (x > 0) {
      double log = Math.log(x);
      double lower = Math.pow(x, c - 1);
      double mixed = lower * (1 + c * log);
      return Jet.of2(px, v * log, pxx, mixed, v * log * log)
          .secondScale(Math.abs(pxx), lower * (1 + Math.abs(c * log)), Math.abs(v * log * log));
    }
    boolean flat = x == 0 && c > 0;
    double unknown = x == 0 && c > 1 ? 0 : Double.NaN;
    return Jet.of2(px, flat ? 0 : Double.NaN, pxx, unknown, unknown);
  }
}
