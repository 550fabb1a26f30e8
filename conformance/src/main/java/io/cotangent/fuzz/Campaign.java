package io.cotangent.fuzz;

import io.cotangent.fuzz.gen.Form;
import io.cotangent.fuzz.gen.Programs;
import io.cotangent.fuzz.run.Case;
import io.cotangent.fuzz.run.Counts;
import io.cotangent.fuzz.run.Finding;
import io.cotangent.fuzz.run.Tester;
import io.cotangent.fuzz.shrink.Shrinker;
import io.cotangent.fuzz.twin.Twins;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes and tests programs, batch by batch, and shrinks and reports what fails. */
public final class Campaign {
  private final Options options;
  private final PrintStream out;
  private final Tester tester;
  private final Reporter reporter;
  private final Map<String, Integer> signatures = new TreeMap<>();
  private final Map<Finding.Kind, Integer> kinds = new EnumMap<>(Finding.Kind.class);
  private final Map<String, Integer> shrunk = new HashMap<>();
  private int programs;
  private int failing;

  public Campaign(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.tester = tester();
    this.reporter = new Reporter(options.out(), out);
  }

  private Tester tester() {
    return new Tester(options.self() ? null : Processors.supplier(), Processors.runtimePath());
  }

  /** How much was tested. */
  public Counts counts() {
    return tester.counts();
  }

  /** How many programs were tested. */
  public int programs() {
    return programs;
  }

  /** How many of them failed. */
  public int failing() {
    return failing;
  }

  /** How many of those were refused. */
  public int refused() {
    return kinds.getOrDefault(Finding.Kind.REFUSED, 0);
  }

  /** Runs the campaign to its end. */
  public void run() {
    long start = System.nanoTime();
    long end = start + (long) (options.minutes() * 60e9);
    int done = 0;
    while (done < options.programs() && System.nanoTime() < end) {
      int size = Math.min(options.batch(), options.programs() - done);
      List<Case> cases = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        long seed = options.seed() + done + i;
        cases.add(caseOf(seed));
      }
      List<Tester.Verdict> verdicts = tester.test(cases);
      programs += size;
      for (Tester.Verdict v : verdicts) {
        if (!v.findings().isEmpty()) {
          failed(v);
        }
      }
      done += size;
      progress(start, done);
    }
  }

  private Case caseOf(long seed) {
    return options.form() == Form.OBJECTS
        ? Twins.of(seed, options.features(), "P" + seed)
        : Programs.of(seed, options.features(), "P" + seed, options.form());
  }

  private void failed(Tester.Verdict v) {
    failing++;
    signatures.merge(v.signature(), 1, Integer::sum);
    kinds.merge(v.findings().get(0).kind(), 1, Integer::sum);
    int before = shrunk.merge(v.signature(), 1, Integer::sum) - 1;
    if (before >= options.shrinks()) {
      reporter.brief(v);
    } else if (v.findings().get(0).where().startsWith("not Java")) {
      reporter.report(v, v);
    } else {
      Shrinker shrinker = new Shrinker(tester()::test, options.shrinkSeconds());
      reporter.report(v, shrinker.shrink(v));
    }
  }

  private void progress(long start, int done) {
    if (done % (options.batch() * 8) == 0 || done == options.programs()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf("%d programs, %d failing, %.0f s%n", done, failing, seconds);
    }
  }

  /** The campaign's last lines. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    signatures.forEach(
        (signature, n) -> text.append(n).append(" x ").append(signature).append('\n'));
    text.append("summary: ")
        .append(programs)
        .append(" programs from seed ")
        .append(options.seed())
        .append(", ")
        .append(tester.counts())
        .append(", ")
        .append(failing)
        .append(" failures ")
        .append(kinds);
    return text.toString();
  }
}
