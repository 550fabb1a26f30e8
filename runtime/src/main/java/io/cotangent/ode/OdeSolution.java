package io.cotangent.ode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A solution at every time of its range, and the events on the way. */
public final class OdeSolution {
  private record Piece(double t, double end, double[][] polynomial) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final List<OdeEvent.Occurrence> events = new ArrayList<>();
  private final double start;
  private double[] last;
  private double end;

  OdeSolution(double start, double[] y0) {
    this.start = start;
    end = start;
    last = y0.clone();
  }

  void add(Step step, Method method) {
    pieces.add(new Piece(step.t(), step.end(), method.polynomial(step)));
    end = step.end();
    last = step.result();
  }

  void add(OdeEvent.Occurrence event) {
    events.add(event);
  }

  /** {@return the first time} */
  public double start() {
    return start;
  }

  /** {@return the last time: where a terminal event ended the integration, else as asked for} */
  public double end() {
    return end;
  }

  /** {@return the state at {@link #end()}} */
  public double[] last() {
    return last.clone();
  }

  /** {@return the number of steps} */
  public int steps() {
    return pieces.size();
  }

  /** {@return the events that were found, in their order} */
  public List<OdeEvent.Occurrence> events() {
    return Collections.unmodifiableList(events);
  }

  /**
   * The state at a time, by the method's dense output.
   *
   * @param t a time from {@link #start()} to {@link #end()}
   * @return the state
   */
  public double[] at(double t) {
    double direction = end < start ? -1 : 1;
    if (!(direction * (t - start) >= 0 && direction * (end - t) >= 0)) {
      throw new IllegalArgumentException(
          "the solution is known from " + start + " to " + end + ", not at " + t);
    }
    if (t == end || pieces.isEmpty()) {
      return last.clone();
    }
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (direction * (pieces.get(middle).end - t) >= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    Piece piece = pieces.get(low);
    return evaluate(piece.polynomial, (t - piece.t) / (piece.end - piece.t));
  }

  static double[] evaluate(double[][] polynomial, double s) {
    double[] out = polynomial[polynomial.length - 1].clone();
    for (int k = polynomial.length - 2; k >= 0; k--) {
      for (int i = 0; i < out.length; i++) {
        out[i] = out[i] * s + polynomial[k][i];
      }
    }
    return out;
  }
}
