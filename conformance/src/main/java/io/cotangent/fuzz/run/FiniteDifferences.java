package io.cotangent.fuzz.run;

import io.cotangent.fuzz.eval.Outcome;
import io.cotangent.fuzz.gen.Programs;
import java.util.Arrays;

/** A second opinion on the differentiator: difference quotients of the compiled method. */
final class FiniteDifferences {
  private static final double[] STEPS = {1e-4, 1e-5, 1e-6, 1e-7};

  private FiniteDifferences() {}

  /** Whether they back the differentiator's Jacobian, in words. */
  static String opinion(Trial trial) {
    if (trial.throwsAtPrimal()) {
      return "the method throws";
    }
    double worst = 0;
    StringBuilder table = new StringBuilder();
    for (int j = 0; j < trial.expected.directions; j++) {
      double[] column = column(trial, j);
      double[] ours = ours(trial, j);
      worst = Math.max(worst, distance(column, ours));
      table.append("\n  d/d").append(j).append(' ').append(Arrays.toString(column));
      table.append(" differentiator ").append(Arrays.toString(ours));
    }
    return (worst < 1e-4 ? "back the differentiator" : "do not back the differentiator") + table;
  }

  /** The greatest relative distance of the differentiator's Jacobian from difference quotients. */
  static double distance(Trial trial) {
    double worst = 0;
    for (int j = 0; j < trial.expected.directions; j++) {
      worst = Math.max(worst, distance(column(trial, j), ours(trial, j)));
    }
    return worst;
  }

  private static double[] ours(Trial trial, int j) {
    double[] unit = new double[trial.expected.directions];
    unit[j] = 1;
    return trial.expected.jvp(unit).want();
  }

  private static double distance(double[] x, double[] y) {
    double worst = x.length == y.length ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      double d = Math.abs(x[i] - y[i]) / (1 + Math.abs(y[i]));
      worst = Double.isNaN(d) ? Double.POSITIVE_INFINITY : Math.max(worst, d);
    }
    return worst;
  }

  /** The column from the step at which it agrees best with the differentiator. */
  private static double[] column(Trial trial, int j) {
    double[] ours = ours(trial, j);
    double[] best = new double[0];
    for (double h : STEPS) {
      double[] plus = at(trial, j, h);
      double[] minus = at(trial, j, -h);
      if (plus.length != ours.length || minus.length != ours.length) {
        continue;
      }
      double[] quotient = new double[ours.length];
      for (int i = 0; i < quotient.length; i++) {
        quotient[i] = (plus[i] - minus[i]) / (2 * h);
      }
      if (best.length == 0 || distance(quotient, ours) < distance(best, ours)) {
        best = quotient;
      }
    }
    return best;
  }

  /** The greatest relative distance of the Hessian from difference quotients of gradients. */
  static double secondDistance(Trial trial) {
    double worst = 0;
    int n = trial.expected.directions;
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      double[] ours = trial.expected.hvp(unit).want();
      double best = Double.POSITIVE_INFINITY;
      for (double h : STEPS) {
        double[] plus = gradientAt(trial, j, h);
        double[] minus = gradientAt(trial, j, -h);
        double[] quotient = new double[plus.length];
        for (int i = 0; i < Math.min(quotient.length, minus.length); i++) {
          quotient[i] = (plus[i] - minus[i]) / (2 * h);
        }
        best = Math.min(best, distance(quotient, ours));
      }
      worst = Math.max(worst, best);
    }
    return worst;
  }

  private static double[] gradientAt(Trial trial, int j, double by) {
    Outcome there =
        trial.subject.program.outcome(
            moved(trial, j, by), 1, true, Programs.FUEL * 2, trial.subject.loader);
    return there.thrown() == null ? there.entries().get(0).gradient() : new double[0];
  }

  private static double[] at(Trial trial, int j, double by) {
    Subject.Answer answer = trial.subject.value(moved(trial, j, by));
    return answer.thrown() == null ? Data.flat(answer.value()) : new double[0];
  }

  private static Object[] moved(Trial trial, int j, double by) {
    int[] index = {j};
    Object[] args = Data.copyAll(trial.args);
    for (int i : trial.subject.program.wrt()) {
      int entries = index[0];
      args[i] = Data.nudged(args[i], index, by);
      if (entries >= 0 && index[0] < 0) {
        break;
      }
    }
    return args;
  }
}
