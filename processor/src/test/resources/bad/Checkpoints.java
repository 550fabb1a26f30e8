package bad;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;
import java.util.Random;

class Checkpoints {
  static double[] shared = new double[3];

  static final class Body {
    double q;
    double v;
  }

  static final class Model {
    double rate;

    private double grown(double x) {
      return x * rate;
    }

    @Differentiable(wrt = "x")
    double f(double x, int n) {
      double y = x;
      for (int t = 0; t < n; t++) {
        Cotangent.checkpoint(2);
        y = grown(y) + x;
      }
      return y;
    }
  }

  @Differentiable
  static double outside(double x) {
    Cotangent.checkpoint(3);
    return x;
  }

  @Differentiable
  static double changing(double x, int n) {
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(t + 1);
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double effects(double x, int n, Random random) {
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      y *= x + random.nextDouble();
    }
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      System.out.println(t);
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double objects(double x, int n) {
    Body b = new Body();
    b.q = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      b.q += 0.1 * b.v;
      b.v -= b.q;
    }
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      y = y * b.q;
    }
    b.q = 5;
    return y * b.q;
  }

  @Differentiable
  static double field(double x, int n) {
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      shared[0] = t;
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double throwing(double x, int n) {
    double y = x;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(100 / n);
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double rows(double[][] a, double[][] b, int n) {
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      double[] r = a[0];
      a[0] = a[1];
      a[1] = r;
      a[0][0] *= a[1][0];
    }
    double[][] u = b.clone();
    double[][] v = b;
    for (int t = 0; t < n; t++) {
      Cotangent.checkpoint(2);
      u[0][0] *= v[0][0];
      double[][] w = u;
      u = v;
      v = w;
    }
    return u[0][0] + a[0][0];
  }
}
// error 26:9 the loop can't be run again from copies: it reads 'rate', which may be something else then, read it before; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 35:5 the loop can't be run again from copies: the call must stand in the loop's body, with a number that the loop does not change and that is there before it, such as a variable's; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 43:7 the loop can't be run again from copies: the call must stand in the loop's body, with a number that the loop does not change and that is there before it, such as a variable's; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 53:7 the loop can't be run again from copies: it calls 'nextDouble', which would run more than once; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 57:7 the loop can't be run again from copies: it calls 'println', which would run more than once; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 69:7 the loop can't be run again from copies: 'b' is changed and holds objects, let the loop work on their numbers; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 75:7 the loop can't be run again from copies: what 'b' holds is changed after the loop, let the loop work on a copy; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 86:7 the loop can't be run again from copies: it writes to what it has from fields or unknown methods; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 97:7 the loop can't be run again from copies: the call must stand in the loop's body, with a number that the loop does not change and that is there before it, such as a variable's; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 106:7 the loop can't be run again from copies: rows of 'a' are put in other places, let it copy their elements; or leave out Cotangent.checkpoint [cotangent:checkpoint]
// error 115:7 the loop can't be run again from copies: 'u' and 'v' may have rows in common, let the loop work on arrays without rows; or leave out Cotangent.checkpoint [cotangent:checkpoint]
