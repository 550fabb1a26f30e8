package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Boxed numbers: locals, fields, type arguments, arrays, null. */
final class BoxPrograms {
  private BoxPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(BoxPrograms.class, "local", 0.7, 1.3),
        Point.of(BoxPrograms.class, "generic", 0.7, 1.3),
        Point.of(BoxPrograms.class, "methods", 0.7, 1.3),
        Point.of(BoxPrograms.class, "arrays", 0.7, 1.3),
        Point.of(BoxPrograms.class, "fields", 0.7, 1.3),
        Point.of(BoxPrograms.class, "floats", 0.75, 1.25),
        Point.of(BoxPrograms.class, "missing", 0.7, 1.3),
        Point.of(BoxPrograms.class, "caught", -0.7, 1.3),
        Point.of(BoxPrograms.class, "steps", 0.7, 1.3),
        Point.of(BoxPrograms.class, "suppliers", 0.7, 1.3),
        Point.of(BoxPrograms.class, "bystanders", 0.7, 1.3));
  }

  /** A generic holder. */
  static final class Cell<T> {
    T value;

    Cell(T value) {
      this.value = value;
    }

    T get() {
      return value;
    }
  }

  /** A record with boxes. */
  record Boxed(Double u, Integer n) {}

  @Differentiable(order = 2)
  static double local(double a, double b) {
    Double x = a * a;
    Double y = Double.valueOf(b);
    double z = x * y + y;
    return z * x.doubleValue() + (x > y ? x : y * y);
  }

  static <T> T same(T t) {
    return t;
  }

  @Differentiable(order = 2)
  static double generic(double a, double b) {
    Cell<Double> c = new Cell<>(a * b);
    c.value = c.value * a;
    double d = same(b);
    return c.get() * d + new Cell<>(a * a).value * a;
  }

  @Differentiable(order = 2)
  static double methods(double a, double b) {
    Double x = a * b;
    Double y = b * b;
    double s = x.intValue() * a + x.longValue() * b;
    if (x.compareTo(y) < 0 && !x.isNaN() && !x.equals(y)) {
      s += x * x;
    }
    return s + Double.sum(x, y) * Double.max(x, y);
  }

  @Differentiable(order = 2)
  static double arrays(double a, double b) {
    Double[] v = {a, b, a * b};
    Double[] w = new Double[2];
    w[0] = v[2] * v[1];
    w[1] = v[0];
    double s = 0;
    for (Double each : v) {
      s += each * each;
    }
    for (double each : w) {
      s *= each;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double fields(double a, double b) {
    Boxed r = new Boxed(a * b, 3);
    Object o = r.u();
    double t = (Double) o;
    return r.u() * r.n() * a + t * t;
  }

  @Differentiable(order = 2)
  static double floats(double a, double b) {
    Float f = (float) (a * b);
    float g = f * 2;
    Double wide = (double) f;
    return g * a + wide * f;
  }

  @Differentiable(order = 2)
  static double missing(double a, double b) {
    Double x = a > 0 ? Double.valueOf(a * b) : null;
    return x * b;
  }

  @Differentiable(order = 2)
  static double caught(double a, double b) {
    Double x = a > 0 ? Double.valueOf(a * b) : null;
    double s = a * b;
    try {
      s *= a;
      s += x * b;
    } catch (NullPointerException e) {
      s *= b * b;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double steps(double a, double b) {
    Double x = a;
    x *= b;
    x += a;
    x++;
    --x;
    Double y = -x;
    return x * x + y * a;
  }

  @Differentiable(order = 2)
  static double suppliers(double a, double b) {
    Supplier<Double> s = () -> a * b;
    Function<Double, Double> f = t -> t * t + a;
    return f.apply(s.get()) * s.get();
  }

  @Differentiable(order = 2)
  static double bystanders(double a, double b) {
    Double x = a * b;
    StringBuilder log = new StringBuilder();
    log.append("x = ").append(x).append(' ');
    String text = "x is " + x + " and null is " + (Double) null;
    if (log.length() > 3 && text.length() > 3) {
      x = x * String.valueOf(2).length();
    }
    return x * x;
  }
}
