package io.cotangent.ode;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for changes of sign within steps. */
final class EventSearch {
  private final List<OdeEvent> events;
  private final double[] before;

  EventSearch(List<OdeEvent> events, double t, double[] y) {
    this.events = List.copyOf(events);
    before = new double[events.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = value(i, t, y);
    }
  }

  /** A function that isn't a number has no sign: its changes would be missed without a word. */
  private double value(int event, double t, double[] y) {
    double value = events.get(event).function().at(t, y.clone());
    if (Double.isNaN(value)) {
      throw new ConvergenceException(
          ConvergenceException.Phase.FORWARD,
          Status.DIVERGED,
          0,
          Double.NaN,
          "at t = " + t + ", the function of event " + event + " is not a number");
    }
    return value;
  }

  /** The events within a step, in their order in time. */
  List<OdeEvent.Occurrence> within(Step step, double[][] polynomial) {
    List<OdeEvent.Occurrence> found = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      double after = value(i, step.end(), step.result());
      if (before[i] != 0 && (after == 0 || before[i] < 0 != after < 0)) {
        double s = root(events.get(i).function(), step, polynomial, before[i], after);
        double[] y = s == 1 ? step.result().clone() : OdeSolution.evaluate(polynomial, s);
        found.add(new OdeEvent.Occurrence(i, time(step, s), y));
      }
      before[i] = after;
    }
    double direction = Math.signum(step.h());
    found.sort(Comparator.comparingDouble(event -> direction * event.t()));
    return found;
  }

  boolean isTerminal(OdeEvent.Occurrence occurrence) {
    return events.get(occurrence.index()).terminal();
  }

  private static double time(Step step, double s) {
    return s == 1 ? step.end() : step.t() + s * step.h();
  }

  /** Where the function changes its sign within the step, by bisection. */
  private static double root(
      OdeEvent.Function g, Step step, double[][] polynomial, double atStart, double atEnd) {
    if (atEnd == 0) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double s = 0.5 * (low + high);
      double value = g.at(time(step, s), OdeSolution.evaluate(polynomial, s));
      if (value == 0) {
        return s;
      }
      if (value < 0 == atStart < 0) {
        low = s;
      } else {
        high = s;
      }
    }
    return high;
  }
}
