package io.cotangent.ode;

/** Systems with derivatives written by hand, for tests. */
final class Systems {
  private Systems() {}

  /**
   * A system given by its rate and the two Jacobians, in y and in p, and the rate's t-derivative.
   */
  abstract static class Written implements OdeSystem {
    abstract double[][] byState(double t, double[] y, double[] p);

    abstract double[][] byParameter(double t, double[] y, double[] p);

    double[] byTime(double t, double[] y, double[] p) {
      return new double[y.length];
    }

    @Override
    public void jvp(
        double t, double[] y, double[] p, double tDot, double[] yDot, double[] pDot, double[] out) {
      double[][] a = byState(t, y, p);
      double[][] b = byParameter(t, y, p);
      double[] c = byTime(t, y, p);
      for (int i = 0; i < y.length; i++) {
        out[i] = c[i] * tDot;
        for (int j = 0; j < y.length; j++) {
          out[i] += a[i][j] * yDot[j];
        }
        for (int j = 0; j < p.length; j++) {
          out[i] += b[i][j] * pDot[j];
        }
      }
    }

    @Override
    public void vjp(double t, double[] y, double[] p, double[] bar, double[] yBar, double[] pBar) {
      double[][] a = byState(t, y, p);
      double[][] b = byParameter(t, y, p);
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < y.length; j++) {
          yBar[j] += a[i][j] * bar[i];
        }
        for (int j = 0; j < p.length; j++) {
          pBar[j] += b[i][j] * bar[i];
        }
      }
    }

    /** The cotangents of these systems are quadratic along a line: the difference is exact. */
    @Override
    public void vjpJvp(
        double t,
        double[] y,
        double[] p,
        double[] bar,
        double[] yDot,
        double[] pDot,
        double[] yBar,
        double[] pBar) {
      for (int side = -1; side <= 1; side += 2) {
        double[] yMoved = y.clone();
        double[] pMoved = p.clone();
        for (int i = 0; i < y.length; i++) {
          yMoved[i] += side * yDot[i];
        }
        for (int i = 0; i < p.length; i++) {
          pMoved[i] += side * pDot[i];
        }
        double[] half = bar.clone();
        for (int i = 0; i < half.length; i++) {
          half[i] *= 0.5 * side;
        }
        vjp(t, yMoved, pMoved, half, yBar, pBar);
      }
    }
  }

  /** Hares and lynxes, with a season. */
  static final OdeSystem PREDATORS =
      new Written() {
        @Override
        public void rate(double t, double[] y, double[] p, double[] out) {
          out[0] = p[0] * y[0] - p[1] * y[0] * y[1] + 0.1 * Math.sin(t);
          out[1] = p[2] * y[0] * y[1] - p[3] * y[1];
        }

        @Override
        double[][] byState(double t, double[] y, double[] p) {
          return new double[][] {
            {p[0] - p[1] * y[1], -p[1] * y[0]}, {p[2] * y[1], p[2] * y[0] - p[3]}
          };
        }

        @Override
        double[] byTime(double t, double[] y, double[] p) {
          return new double[] {0.1 * Math.cos(t), 0};
        }

        @Override
        double[][] byParameter(double t, double[] y, double[] p) {
          return new double[][] {{y[0], -y[0] * y[1], 0, 0}, {0, 0, y[0] * y[1], -y[1]}};
        }
      };

  /** Robertson's chemical reactions, a stiff system. */
  static final OdeSystem ROBERTSON =
      new Written() {
        @Override
        public void rate(double t, double[] y, double[] p, double[] out) {
          out[0] = -p[0] * y[0] + p[1] * y[1] * y[2];
          out[2] = p[2] * y[1] * y[1];
          out[1] = -out[0] - out[2];
        }

        @Override
        double[][] byState(double t, double[] y, double[] p) {
          double[] first = {-p[0], p[1] * y[2], p[1] * y[1]};
          double third = 2 * p[2] * y[1];
          return new double[][] {first, {-first[0], -first[1] - third, -first[2]}, {0, third, 0}};
        }

        @Override
        double[][] byParameter(double t, double[] y, double[] p) {
          double square = y[1] * y[1];
          return new double[][] {
            {-y[0], y[1] * y[2], 0}, {y[0], -y[1] * y[2], -square}, {0, 0, square}
          };
        }
      };
}
