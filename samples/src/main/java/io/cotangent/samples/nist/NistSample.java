package io.cotangent.samples.nist;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fits all of NIST's nonlinear reference sets with generated Jacobians, from both starts. */
public final class NistSample {

  /** The digits that are asked for before a fit counts as brought home. */
  static final double DIGITS_WANTED = 6;

  private NistSample() {}

  /**
   * One fit, with what came of the same optimiser fed with the Jacobian written by hand.
   *
   * @param set the reference set
   * @param start 1 or 2
   * @param fit the fit with the generated Jacobian
   * @param byHand the fit with the hand-written Jacobian
   */
  record Outcome(ReferenceSet set, int start, CurveFit fit, CurveFit byHand) {

    double parameterDigits() {
      return fit.failed() ? 0 : Digits.agreed(fit.parameters(), set.certified());
    }

    double unpolishedDigits() {
      return fit.failed() ? 0 : Digits.agreed(fit.unpolished(), set.certified());
    }

    double deviationDigits() {
      return fit.failed() ? 0 : Digits.agreed(fit.deviations(), set.certifiedDeviations());
    }

    /** Digits that the standard deviations can have: residuals may be mere rounding errors. */
    double deviationDigitsWanted() {
      double largest = 0;
      for (double y : set.y()) {
        largest = Math.max(largest, Math.abs(y));
      }
      double rsd = Math.sqrt(set.certifiedRss() / (set.y().length - set.certified().length));
      return Math.min(DIGITS_WANTED, Math.log10(rsd / Math.ulp(largest)));
    }

    @Override
    public String toString() {
      return set.name() + ", start " + start;
    }

    boolean broughtHome() {
      return parameterDigits() >= DIGITS_WANTED && deviationDigits() >= deviationDigitsWanted();
    }
  }

  /** Prints the full table. */
  public static void main(String[] args) {
    List<Outcome> outcomes = fitAll();
    for (Outcome outcome : outcomes) {
      printTable(outcome, System.out);
    }
    printSummary(outcomes, System.out);
  }

  /** Fits everything and prints a line per set. */
  public static void run(PrintStream out) {
    List<Outcome> outcomes = fitAll();
    out.println("digits that agree with the certified parameters: where Levenberg-Marquardt");
    out.println("stopped, and after Gauss-Newton steps from there");
    out.printf(
        "%-10s %-8s %5s %3s   %-19s    %-19s%n",
        "set", "grade", "rows", "b", "  start 1    digits", "  start 2    digits");
    for (int i = 0; i < outcomes.size(); i += 2) {
      ReferenceSet set = outcomes.get(i).set();
      out.printf(
          "%-10s %-8s %5d %3d   %s    %s%n",
          set.name(),
          set.difficulty(),
          set.y().length,
          set.certified().length,
          line(outcomes.get(i)),
          line(outcomes.get(i + 1)));
    }
    printSummary(outcomes, out);
  }

  /** Both starts of every set, in the order of {@link ReferenceSet#NAMES}. */
  static List<Outcome> fitAll() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String name : ReferenceSet.NAMES) {
      ReferenceSet set = ReferenceSet.read(name);
      Curve curve = Curves.named(set.model());
      for (int start = 1; start <= 2; start++) {
        double[] from = set.starts()[start - 1];
        outcomes.add(
            new Outcome(
                set,
                start,
                CurveFit.of(curve.values(), curve.generated(), set.x(), set.y(), from),
                CurveFit.of(curve.values(), curve.byHand(), set.x(), set.y(), from)));
      }
    }
    return outcomes;
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%3d steps %4.1f %4.1f",
        outcome.fit().iterations(),
        outcome.unpolishedDigits(),
        outcome.parameterDigits());
  }

  private static void printTable(Outcome outcome, PrintStream out) {
    ReferenceSet set = outcome.set();
    CurveFit fit = outcome.fit();
    out.printf(
        "%s: %s%n", outcome, fit.failed() ? fit.failure() : fit.iterations() + " iterations");
    if (!fit.failed()) {
      out.printf(
          "    %17s %17s %6s   %17s %17s %6s%n",
          "parameter", "certified", "digits", "std deviation", "certified", "digits");
      for (int k = 0; k < fit.parameters().length; k++) {
        out.printf(
            Locale.ROOT,
            "  b%d %17.10e %17.10e %6.1f   %17.10e %17.10e %6.1f%n",
            k + 1,
            fit.parameters()[k],
            set.certified()[k],
            Digits.agreed(fit.parameters()[k], set.certified()[k]),
            fit.deviations()[k],
            set.certifiedDeviations()[k],
            Digits.agreed(fit.deviations()[k], set.certifiedDeviations()[k]));
      }
      out.printf(
          Locale.ROOT,
          "  residual sum of squares %.10e, certified %.10e%n",
          fit.rss(),
          set.certifiedRss());
    }
    out.println();
  }

  private static void printSummary(List<Outcome> outcomes, PrintStream out) {
    int home = 0;
    double digits = Double.POSITIVE_INFINITY;
    for (Outcome outcome : outcomes) {
      if (outcome.broughtHome()) {
        home++;
        digits = Math.min(digits, outcome.parameterDigits());
      }
    }
    out.printf(
        Locale.ROOT,
        "%d of %d fits end at the certified values, to %.1f digits or more%n",
        home,
        outcomes.size(),
        digits);
    for (Outcome outcome : outcomes) {
      if (!outcome.broughtHome()) {
        out.printf(
            "Not brought home by the optimiser: %s (%s); with the Jacobian by hand: %s.%n",
            outcome,
            describe(outcome.fit(), outcome.set()),
            describe(outcome.byHand(), outcome.set()));
      } else if (outcome.deviationDigitsWanted() < DIGITS_WANTED) {
        out.printf(
            Locale.ROOT,
            "%s: the residuals are rounding errors of the data, which leaves the standard"
                + " deviations %.1f digits.%n",
            outcome,
            outcome.deviationDigits());
      }
    }
  }

  private static String describe(CurveFit fit, ReferenceSet set) {
    return fit.failed()
        ? fit.failure()
        : String.format(
            Locale.ROOT,
            "%d iterations, rss %.10e, %.1f digits",
            fit.iterations(),
            fit.rss(),
            Digits.agreed(fit.parameters(), set.certified()));
  }
}
