package io.cotangent.conformance;

import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import io.cotangent.Mode;
import java.util.List;

/**
 * Methods whose derivatives are declared: in either mode, in both, of numbers, arrays, receivers.
 */
final class RulePrograms {
  private RulePrograms() {}

  static List<Point> points() {
    double[] ab = {0.5, -1.25, 2};
    double[][] square = {{0.5, -1.25}, {2, 0.75}};
    return List.of(
        at("byJvp", 0.6),
        at("byVjp", 0.6),
        at("byBoth", 0.6),
        at("ofItself", 0.6),
        at("ruleForRule", 0.6),
        at("twoParameters", 0.6, 1.5),
        at("oneActive", 0.6, 1.5),
        at("floats", 0.6f, 1.5),
        at("boxed", 0.6),
        at("arrays", (Object) ab, 0.75),
        at("overwritten", (Object) ab),
        at("inLoop", 0.6, 4),
        at("identity", (Object) ab),
        at("loops", (Object) ab),
        at("matrices", (Object) square),
        at("receiver", new Wave(1.5), 0.6),
        at("interfaceMethod", new Wave(1.5), 0.6),
        at("beatsSource", 0.6),
        at("ruledEntry", 0.6),
        at("caught", 0.6),
        at("caught", -0.6),
        at("caughtArrays", (Object) ab, 0.75),
        at("caughtArrays", (Object) ab, -0.75),
        at("thrown", 0.6),
        at("thrown", -0.6),
        at("dropped", 0.6));
  }

  private static Point at(String program, Object... args) {
    return Point.of(RulePrograms.class, program, args);
  }

  private static final Object LOCK = new Object();

  // Everything that is locked can't be differentiated from its source.

  static double sine(double x) {
    synchronized (LOCK) {
      return Math.sin(x);
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "sine")
  static double sineJvp(double x, double xDot) {
    return Math.cos(x) * xDot;
  }

  @Differentiable(order = 2)
  static double byJvp(double x) {
    return sine(sine(x) + x) * x;
  }

  static double cube(double x) {
    synchronized (LOCK) {
      return x * x * x;
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "cube", mode = Mode.VJP)
  static double cubeVjp(double x, double resultBar) {
    return 3 * x * x * resultBar;
  }

  @Differentiable(order = 2)
  static double byVjp(double x) {
    return cube(cube(x) + x) * x;
  }

  static double tangent(double x) {
    synchronized (LOCK) {
      return Math.tan(x);
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "tangent")
  static double tangentJvp(double x, double xDot) {
    double t = tangent(x);
    return (1 + t * t) * xDot;
  }

  @DerivativeOf(type = RulePrograms.class, method = "tangent", mode = Mode.VJP)
  static double tangentVjp(double x, double resultBar) {
    double t = tangent(x);
    return (1 + t * t) * resultBar;
  }

  @Differentiable(order = 2)
  static double byBoth(double x) {
    return tangent(x) * tangent(x * x);
  }

  static double growth(double x) {
    synchronized (LOCK) {
      return Math.exp(x);
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "growth")
  static double growthJvp(double x, double xDot) {
    return growth(x) * xDot;
  }

  @Differentiable(order = 2)
  static double ofItself(double x) {
    return growth(growth(x) * x);
  }

  static double quartic(double x) {
    synchronized (LOCK) {
      return x * x * x * x;
    }
  }

  static double quarticSlope(double x) {
    synchronized (LOCK) {
      return 4 * x * x * x;
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "quartic", mode = Mode.VJP)
  static double quarticVjp(double x, double resultBar) {
    return quarticSlope(x) * resultBar;
  }

  @DerivativeOf(type = RulePrograms.class, method = "quarticSlope")
  static double quarticSlopeJvp(double x, double xDot) {
    return 12 * x * x * xDot;
  }

  @Differentiable(order = 2)
  static double ruleForRule(double x) {
    return quartic(quartic(x) + x);
  }

  static double power(double x, double y) {
    synchronized (LOCK) {
      return Math.pow(x, y);
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "power")
  static double powerJvp(double x, double y, double xDot, double yDot) {
    return y * Math.pow(x, y - 1) * xDot + power(x, y) * Math.log(x) * yDot;
  }

  @Differentiable(order = 2)
  static double twoParameters(double x, double y) {
    return power(x, y) * power(y, x * y);
  }

  @Differentiable(order = 2, wrt = "y")
  static double oneActive(double x, double y) {
    return power(x, y) * power(y, x) + power(x, x);
  }

  static float mixed(float x, double y) {
    synchronized (LOCK) {
      return (float) (x * x * y);
    }
  }

  record Mixed(float x, double y) {}

  @DerivativeOf(type = RulePrograms.class, method = "mixed")
  static float mixedJvp(float x, double y, float xDot, double yDot) {
    return (float) (2 * x * y * xDot + x * x * yDot);
  }

  @DerivativeOf(type = RulePrograms.class, method = "mixed", mode = Mode.VJP)
  static Mixed mixedVjp(float x, double y, float resultBar) {
    return new Mixed((float) (2 * x * y * resultBar), (double) (x * x) * resultBar);
  }

  @Differentiable
  static double floats(float x, double y) {
    return mixed(x, y) * y;
  }

  static Double halved(Double x) {
    synchronized (LOCK) {
      return x / 2;
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "halved")
  static Double halvedJvp(Double x, Double xDot) {
    return xDot / 2;
  }

  @DerivativeOf(type = RulePrograms.class, method = "halved", mode = Mode.VJP)
  static Double halvedVjp(Double x, Double resultBar) {
    return resultBar / 2;
  }

  @Differentiable
  static double boxed(double x) {
    double y = halved(x * x);
    return y * x;
  }

  static double[] scaled(double[] a, double c) {
    synchronized (LOCK) {
      double[] r = new double[a.length];
      for (int i = 0; i < a.length; i++) {
        r[i] = a[i] * c * c;
      }
      return r;
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "scaled")
  static double[] scaledJvp(double[] a, double c, double[] aDot, double cDot) {
    double[] r = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      r[i] = aDot[i] * c * c + 2 * a[i] * c * cDot;
    }
    return r;
  }

  @Differentiable(order = 2)
  static double arrays(double[] a, double c) {
    double[] b = scaled(a, c * a[0]);
    b[0] *= b[1];
    double[] d = scaled(b, b[2]);
    return d[0] + d[1] * d[2];
  }

  /** The arguments are other ones by the time the rule is asked. */
  @Differentiable(order = 2)
  static double overwritten(double[] a) {
    double[] b = scaled(a, a[1]);
    a[0] = b[1] * b[0];
    a[1] = 7;
    double[] c = scaled(a, b[0]);
    b[0] = 1;
    return c[0] * c[1] + c[2] * b[1] * b[0];
  }

  @Differentiable(order = 2)
  static double inLoop(double x, int n) {
    double[] state = {x, 1};
    for (int i = 0; i < n; i++) {
      state = scaled(state, sine(state[1]));
      state[1] += cube(state[0]);
    }
    return state[0] + state[1];
  }

  static double[] same(double[] a) {
    synchronized (LOCK) {
      return a;
    }
  }

  /** Gives back what it was given, as the method does. */
  @DerivativeOf(type = RulePrograms.class, method = "same")
  static double[] sameJvp(double[] a, double[] aDot) {
    return aDot;
  }

  @Differentiable(order = 2)
  static double identity(double[] a) {
    double[] b = same(a.clone());
    b[0] = b[1] * b[2];
    return b[0] * a[0] + b[1];
  }

  static double norm(double[] a) {
    synchronized (LOCK) {
      double sum = 0;
      for (double x : a) {
        sum += x * x;
      }
      return Math.sqrt(sum);
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "norm")
  static double normJvp(double[] a, double[] aDot) {
    double sum = 0;
    int i = 0;
    while (i < a.length) {
      if (aDot[i] == 0) {
        i++;
        continue;
      }
      sum += a[i] / norm(a) * aDot[i];
      i++;
    }
    return sum;
  }

  /** The transpose of a rule with a loop, and with a shortcut where a tangent is zero. */
  @Differentiable(order = 2)
  static double loops(double[] a) {
    return norm(a) * norm(scaled(a, norm(a)));
  }

  static double[][] times(double[][] a, double[][] b) {
    synchronized (LOCK) {
      double[][] c = new double[a.length][b[0].length];
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < b[0].length; j++) {
          for (int k = 0; k < b.length; k++) {
            c[i][j] += a[i][k] * b[k][j];
          }
        }
      }
      return c;
    }
  }

  static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  record Factors(double[][] a, double[][] b) {}

  @DerivativeOf(type = RulePrograms.class, method = "times")
  static double[][] timesJvp(double[][] a, double[][] b, double[][] aDot, double[][] bDot) {
    double[][] left = times(aDot, b);
    double[][] right = times(a, bDot);
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < left[i].length; j++) {
        left[i][j] += right[i][j];
      }
    }
    return left;
  }

  @DerivativeOf(type = RulePrograms.class, method = "times", mode = Mode.VJP)
  static Factors timesVjp(double[][] a, double[][] b, double[][] resultBar) {
    return new Factors(times(resultBar, transposed(b)), times(transposed(a), resultBar));
  }

  @Differentiable
  static double matrices(double[][] a) {
    double[][] b = times(a, times(a, a));
    b[0][1] *= b[1][0];
    return b[0][0] + b[0][1];
  }

  interface Signal {
    double at(double t);

    double slope(double t);
  }

  record Wave(double frequency) implements Signal {
    @Override
    public double at(double t) {
      synchronized (LOCK) {
        return Math.sin(frequency * t);
      }
    }

    @Override
    public double slope(double t) {
      return frequency * Math.cos(frequency * t);
    }

    double shifted(double t) {
      synchronized (LOCK) {
        return Math.sin(frequency * t + 1);
      }
    }
  }

  @DerivativeOf(type = Wave.class, method = "shifted")
  static double shiftedJvp(Wave self, double t, double tDot) {
    return self.frequency() * Math.cos(self.frequency() * t + 1) * tDot;
  }

  @Differentiable(order = 2, wrt = "t")
  static double receiver(Wave wave, double t) {
    return wave.shifted(t) * wave.shifted(t * t);
  }

  @DerivativeOf(type = Signal.class, method = "at")
  static double signalJvp(Signal self, double t, double tDot) {
    return self.slope(t) * tDot;
  }

  @DerivativeOf(type = Signal.class, method = "at", mode = Mode.VJP)
  static double signalVjp(Signal self, double t, double resultBar) {
    return self.slope(t) * resultBar;
  }

  @Differentiable(wrt = "t")
  static double interfaceMethod(Signal signal, double t) {
    return signal.at(t) * t;
  }

  /** Its rounding has no derivative; its rule has. */
  private static double rounded(double x) {
    return Math.rint(x * 1e9) / 1e9;
  }

  @DerivativeOf(type = RulePrograms.class, method = "rounded")
  private static double roundedJvp(double x, double xDot) {
    return xDot;
  }

  @Differentiable(order = 2)
  static double beatsSource(double x) {
    return rounded(x * x * 4) * x;
  }

  @Differentiable(order = 2)
  static double ruledEntry(double x) {
    synchronized (LOCK) {
      return x * x * x;
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "ruledEntry")
  static double ruledEntryJvp(double x, double xDot) {
    return 3 * x * x * xDot;
  }

  @Differentiable(order = 2)
  static double dropped(double x) {
    sine(x);
    double unused = cube(x);
    return x * x;
  }

  static double root(double x) {
    synchronized (LOCK) {
      if (x < 0) {
        throw new ArithmeticException("negative");
      }
      return Math.sqrt(x);
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "root")
  static double rootJvp(double x, double xDot) {
    return 0.5 / root(x) * xDot;
  }

  @Differentiable(order = 2)
  static double thrown(double x) {
    return root(x) * root(x * x);
  }

  @Differentiable(order = 2)
  static double caught(double x) {
    double y = x * x;
    try {
      y *= root(x) * x;
    } catch (ArithmeticException e) {
      y *= 3 * x;
    }
    return y * root(y * y);
  }

  static double[] rooted(double[] a, double c) {
    synchronized (LOCK) {
      double[] r = new double[a.length];
      for (int i = 0; i < a.length; i++) {
        r[i] = a[i] * root(c);
      }
      return r;
    }
  }

  @DerivativeOf(type = RulePrograms.class, method = "rooted")
  static double[] rootedJvp(double[] a, double c, double[] aDot, double cDot) {
    double[] r = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      r[i] = aDot[i] * root(c) + a[i] * rootJvp(c, cDot);
    }
    return r;
  }

  @Differentiable(order = 2)
  static double caughtArrays(double[] a, double c) {
    double[] b = a.clone();
    try {
      b[0] *= a[1];
      b = rooted(b, c);
      b[1] *= a[2];
    } catch (ArithmeticException e) {
      b[2] *= a[0];
    }
    return b[0] * b[1] + b[2] * c;
  }
}
