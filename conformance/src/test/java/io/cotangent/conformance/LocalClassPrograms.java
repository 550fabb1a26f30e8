package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Classes inside of methods, with and without names, and what they capture. */
final class LocalClassPrograms {
  private LocalClassPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(LocalClassPrograms.class, "captures", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "named", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "records", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "inLoop", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "inLambda", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "inConstructor", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "recursive", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "throwing", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "sameNames", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "generic", 0.7, 1.2),
        Point.of(LocalClassPrograms.class, "ofOwner", 0.7, 1.2));
  }

  /** Implemented without a name. */
  interface Law {
    double at(double x);

    default double twice(double x) {
      return at(at(x));
    }
  }

  /** Extended without a name. */
  abstract static class Base {
    double b;

    Base(double b, int n) {
      this.b = b * n;
    }

    abstract double at(double y);

    double sum(double y) {
      return at(y) + at(b) + at(1);
    }
  }

  @Differentiable(order = 2)
  static double captures(double x, double z) {
    double w = x * z;
    Law law =
        new Law() {
          double k = x;

          @Override
          public double at(double y) {
            k += y;
            return x * y * k;
          }
        };
    Base base =
        new Base(x, 3) {
          @Override
          double at(double y) {
            return b * y * w;
          }
        };
    return law.twice(x) + base.sum(x) * law.at(w);
  }

  @Differentiable(order = 2)
  static double named(double x, double z) {
    double w = x * z;
    class Local {
      double q;
      double x2 = x;

      Local(double q) {
        this.q = q * x;
      }

      Local again() {
        return new Local(q);
      }

      double inner() {
        return new Inner().product() * x2;
      }

      class Inner {
        double v = w;

        double product() {
          return v * q;
        }
      }
    }
    class More extends Local {
      More() {
        super(z);
      }

      double all() {
        return q * inner() + again().q;
      }
    }
    Function<Double, Local> made = Local::new;
    return new Local(x).q + new More().all() + made.apply(w).q * x;
  }

  @Differentiable(order = 2)
  static double records(double x, double z) {
    record Pair(double a, double b) {
      Pair {
        if (a > 100) {
          throw new IllegalArgumentException();
        }
      }

      static Pair of(double q) {
        return new Pair(q, q * q);
      }

      double product() {
        return a * b;
      }

      Pair twice() {
        return new Pair(2 * a, 2 * b);
      }
    }
    interface Map {
      double of(double t);
    }
    Map map = t -> t * new Pair(t, x).product();
    double sum = 0;
    for (Pair each : new Pair[] {Pair.of(x), new Pair(x, z).twice()}) {
      sum += map.of(each.product());
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double inLoop(double x, double z) {
    List<Supplier<Double>> all = new ArrayList<>();
    double[] product = {x, 1};
    for (int i = 0; i < 3; i++) {
      double y = x * i + z;
      int j = i;
      all.add(
          new Supplier<Double>() {
            private int calls;

            @Override
            public Double get() {
              calls++;
              product[0] *= y;
              return y * product[0] * j * calls;
            }
          });
    }
    double sum = 0;
    for (Supplier<Double> each : all) {
      sum += each.get() + each.get();
    }
    return sum * product[0];
  }

  @Differentiable(order = 2)
  static double inLambda(double x, double z) {
    DoubleUnaryOperator f =
        t -> {
          class Local {
            double u = t * x;

            double up() {
              u *= z;
              return u;
            }
          }
          Local local = new Local();
          local.up();
          Local other =
              new Local() {
                @Override
                double up() {
                  return super.up() * t;
                }
              };
          return local.up() + other.up();
        };
    return f.applyAsDouble(z) * f.applyAsDouble(x);
  }

  /** Makes functions in its constructor and initialisers. */
  static class Host {
    double held;
    final DoubleUnaryOperator scaled;
    final DoubleUnaryOperator shifted =
        new DoubleUnaryOperator() {
          final double early = held;

          @Override
          public double applyAsDouble(double t) {
            return t + held * (early + 2);
          }
        };

    Host(double v, double c) {
      held = v;
      scaled =
          new DoubleUnaryOperator() {
            @Override
            public double applyAsDouble(double t) {
              return t * held * c;
            }
          };
    }
  }

  @Differentiable(order = 2)
  static double inConstructor(double x, double z) {
    Host host = new Host(x, z);
    double before = host.scaled.applyAsDouble(z);
    host.held = z * z;
    return before * host.scaled.applyAsDouble(x) + host.shifted.applyAsDouble(x);
  }

  @Differentiable(order = 2)
  static double recursive(double x, double z) {
    class Node {
      Node next;
      double v;

      Node(double v, int n) {
        this.v = v * x;
        if (n > 0) {
          next = new Node(this.v * z, n - 1);
        }
      }

      double sum() {
        return next == null ? v : v * next.sum() + z;
      }
    }
    return new Node(z, 3).sum();
  }

  @Differentiable(order = 2)
  static double throwing(double x, double z) {
    double[] state = {x};
    class Resource implements AutoCloseable {
      final double r = z;

      void use(double t) {
        state[0] *= t;
        if (state[0] > 1) {
          throw new IllegalStateException();
        }
        state[0] += r;
      }

      @Override
      public void close() {
        state[0] *= r;
      }
    }
    try (Resource resource = new Resource()) {
      resource.use(z);
      resource.use(x);
      resource.use(3);
      resource.use(5);
    } catch (IllegalStateException e) {
      state[0] += x * x;
    }
    return state[0];
  }

  @Differentiable(order = 2)
  static double sameNames(double x, double z) {
    class Local {
      double get(double z) {
        double q = z * x;
        return q * q;
      }

      double around() {
        return z * x;
      }
    }
    class More extends Local {
      double z = x * 3;

      @Override
      double get(double w) {
        return super.get(w) + z * w + around();
      }
    }
    return new More().get(z) + new Local().get(x);
  }

  private static double applied(DoubleBinaryOperator f, double t) {
    return f.applyAsDouble(t, 2 * t);
  }

  @Differentiable(order = 2)
  static double generic(double x, double z) {
    class Box<T> {
      final T t;

      Box(T t) {
        this.t = t;
      }

      <U> Box<U> map(Function<T, U> f) {
        return new Box<>(f.apply(t));
      }
    }
    Comparator<Double> order =
        new Comparator<>() {
          @Override
          public int compare(Double a, Double b) {
            return Double.compare(a, b);
          }
        };
    double larger = order.compare(x, z) > 0 ? x : z;
    DoubleBinaryOperator times =
        new DoubleBinaryOperator() {
          @Override
          public double applyAsDouble(double left, double right) {
            return left * right * x;
          }
        };
    return new Box<>(x).map(t -> t * z).map(t -> t * t).t * larger + applied(times, z);
  }

  /** Its methods make classes that use it. */
  static final class Owner {
    double f;

    Owner(double f) {
      this.f = f;
    }

    /** Belongs to it, and has a field of a telling name. */
    class Part {
      double outer;

      Part(double outer) {
        this.outer = outer;
      }

      double get() {
        return outer * f;
      }
    }

    double of(double q) {
      Part part =
          new Part(q) {
            @Override
            double get() {
              f *= q;
              return super.get() + f * outer;
            }
          };
      return part.get()
          + new Part(f).get()
          + this.new Part(q) {
            double z = f;

            @Override
            double get() {
              return z + super.get();
            }
          }.get();
    }

    @Differentiable(
        wrt = {"this", "x"},
        order = 2)
    double ofThis(double x) {
      class Local {
        double v() {
          f *= x;
          return f * x;
        }
      }
      return new Local().v() * of(x);
    }
  }

  @Differentiable(order = 2)
  static double ofOwner(double x, double z) {
    Owner one = new Owner(x);
    Owner two = new Owner(z);
    return one.of(z) * two.of(x) + two.new Part(one.f).get();
  }
}
