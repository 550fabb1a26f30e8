package io.cotangent;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Adaptive bisection of the interval with the largest error estimate, on several integrands at
 * once. An infinite range is mapped to [0, 1) by {@code x = a + t / (1 - t)}; one that is infinite
 * on both sides is parted at zero.
 */
final class AdaptiveIntegral {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final VectorIntegrand f;
  private final int n;
  private final double absolute;
  private final double relative;
  private final PriorityQueue<Piece> pieces =
      new PriorityQueue<>(Comparator.comparingDouble((Piece piece) -> -piece.urgency));
  private final double[] scales;
  private double notFiniteAt = Double.NaN;
  private double narrowest;
  private int evaluations;

  /** A part of the range in the variable t, and the map from t to x. */
  private record Piece(
      double origin,
      int side,
      double from,
      double to,
      GaussKronrod.Estimate estimate,
      double urgency) {}

  /** What was found: the integrals, their error estimates, and how it ended. */
  record Outcome(
      double[] value, double[] error, int intervals, int evaluations, Status status, double at) {}

  AdaptiveIntegral(VectorIntegrand f, int n, double absolute, double relative) {
    this.f = f;
    this.n = n;
    this.scales = new double[n];
    this.absolute = absolute;
    this.relative = relative;
    if (!(absolute >= 0) || !(relative >= 0) || absolute == 0 && relative < 1e-14) {
      throw new IllegalArgumentException(
          "tolerances are " + absolute + " (absolute) and " + relative + " (relative)");
    }
  }

  Outcome over(double a, double b, int maxIntervals) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      throw new IllegalArgumentException("the bounds are " + a + " and " + b);
    }
    if (a == b) {
      return new Outcome(new double[n], new double[n], 0, 0, Status.CONVERGED, 0);
    }
    start(Math.min(a, b), Math.max(a, b));
    Status status = Status.MAX_ITERATIONS;
    while (pieces.size() <= maxIntervals && status == Status.MAX_ITERATIONS) {
      status = step();
    }
    return outcome(a < b ? 1 : -1, status);
  }

  private void start(double low, double high) {
    narrowest = 0x1p-800 * Math.min(high - low, 1);
    if (low == -INFINITY && high == INFINITY) {
      add(0, -1, 0, 1);
      add(0, 1, 0, 1);
    } else if (high == INFINITY) {
      add(low, 1, 0, 1);
    } else if (low == -INFINITY) {
      add(high, -1, 0, 1);
    } else {
      add(0, 0, low, high);
    }
  }

  /** Bisects the worst interval; tells if there is nothing more to do. */
  private Status step() {
    if (!Double.isNaN(notFiniteAt)) {
      return Status.DIVERGED;
    }
    if (converged()) {
      return Status.CONVERGED;
    }
    Piece worst = pieces.remove();
    double middle = worst.from + 0.5 * (worst.to - worst.from);
    // Nodes would fall on bounds, or the integral grows with every bisection.
    double resolution = Math.ulp(Math.max(Math.abs(worst.from), Math.abs(worst.to)));
    double width = worst.to - worst.from;
    if (width <= 1000 * resolution || width <= narrowest) {
      pieces.add(worst);
      return Status.STAGNATED;
    }
    add(worst.origin, worst.side, worst.from, middle);
    add(worst.origin, worst.side, middle, worst.to);
    return Status.MAX_ITERATIONS;
  }

  private boolean converged() {
    double[] error = new double[n];
    double[] modulus = new double[n];
    for (Piece piece : pieces) {
      for (int i = 0; i < n; i++) {
        error[i] += piece.estimate.error()[i];
        modulus[i] += piece.estimate.modulus()[i];
      }
    }
    for (int i = 0; i < n; i++) {
      if (!(error[i] <= Math.max(absolute, relative * modulus[i]))) {
        return false;
      }
    }
    return true;
  }

  private void add(double origin, int side, double from, double to) {
    GaussKronrod.Estimate estimate =
        GaussKronrod.of((t, out) -> evaluate(origin, side, t, out), n, from, to);
    double urgency = 0;
    for (int i = 0; i < n; i++) {
      double allowed = Math.max(absolute, relative * estimate.modulus()[i]);
      urgency = Math.max(urgency, allowed == 0 ? 0 : estimate.error()[i] / scale(i, allowed));
    }
    pieces.add(new Piece(origin, side, from, to, estimate, urgency));
  }

  /** Errors of different integrands are compared in units of the first estimates' tolerances. */
  private double scale(int i, double allowed) {
    if (scales[i] == 0) {
      scales[i] = allowed;
    }
    return scales[i];
  }

  private void evaluate(double origin, int side, double t, double[] out) {
    double x = side == 0 ? t : origin + side * (t / (1 - t));
    f.at(x, out);
    evaluations++;
    double weight = side == 0 ? 1 : 1 / ((1 - t) * (1 - t));
    for (int i = 0; i < n; i++) {
      out[i] = out[i] == 0 ? 0 : out[i] * weight;
      if (!Double.isFinite(out[i])) {
        notFiniteAt = x;
      }
    }
  }

  private Outcome outcome(int sign, Status status) {
    double[] value = new double[n];
    double[] error = new double[n];
    for (Piece piece : pieces) {
      for (int i = 0; i < n; i++) {
        value[i] += sign * piece.estimate.value()[i];
        error[i] += piece.estimate.error()[i];
      }
    }
    return new Outcome(value, error, pieces.size(), evaluations, status, notFiniteAt);
  }
}
