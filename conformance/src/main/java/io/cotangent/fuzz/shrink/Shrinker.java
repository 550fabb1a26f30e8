package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.gen.Programs;
import io.cotangent.fuzz.run.Tester;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Shrinks a failing case as long as it fails in the same way. */
public final class Shrinker {
  private static final int TOGETHER = 16;
  private final Function<List<Programs.Case>, List<Tester.Verdict>> tester;
  private final long deadline;
  private String signature;

  /**
   * A shrinker.
   *
   * @param tester gives the verdicts on cases
   * @param seconds when to stop at the latest
   */
  public Shrinker(Function<List<Programs.Case>, List<Tester.Verdict>> tester, int seconds) {
    this.tester = tester;
    this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /** The smallest verdict found with the same signature. */
  public Tester.Verdict shrink(Tester.Verdict failing) {
    signature = failing.signature();
    Tester.Verdict best = failing;
    Tester.Verdict before;
    do {
      before = best;
      best = pass(best, this::whole);
      best = pass(best, b -> edits(b, Edit.Phase.STATEMENTS));
      best = pass(best, b -> edits(b, Edit.Phase.EXPRESSIONS));
    } while (best != before && !late());
    return best;
  }

  private boolean late() {
    return System.nanoTime() > deadline;
  }

  /** The simplifications of a case by number; null beyond the last. */
  private interface Source {
    IntFunction<Programs.Case> of(Programs.Case test);
  }

  private IntFunction<Programs.Case> whole(Programs.Case test) {
    List<Programs.Case> all = Whole.simpler(test);
    return n -> n < all.size() ? all.get(n) : null;
  }

  private IntFunction<Programs.Case> edits(Programs.Case test, Edit.Phase phase) {
    return n -> {
      Program p = Edit.apply(test.program(), phase, n);
      return p == null ? null : new Programs.Case(Whole.pruned(p), test.points());
    };
  }

  /** Tries simplifications one after the other and keeps those that still fail. */
  private Tester.Verdict pass(Tester.Verdict start, Source source) {
    Tester.Verdict best = start;
    IntFunction<Programs.Case> simpler = source.of(best.test());
    int next = 0;
    while (!late()) {
      List<Programs.Case> group = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      int n = next;
      for (; group.size() < TOGETHER; n++) {
        Programs.Case test = simpler.apply(n);
        if (test == null) {
          break;
        }
        if (runs(test)) {
          group.add(renamed(test, group.size()));
          numbers.add(n);
        }
      }
      if (group.isEmpty()) {
        return best;
      }
      int hit = firstHit(group);
      if (hit < 0) {
        next = n;
      } else {
        best = hits.get(hit);
        next = numbers.get(hit);
        simpler = source.of(best.test());
      }
    }
    return best;
  }

  private List<Tester.Verdict> hits = List.of();

  private int firstHit(List<Programs.Case> group) {
    hits = tester.apply(group);
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).signature().equals(signature)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean runs(Programs.Case test) {
    return test.points().stream().allMatch(args -> Programs.runs(test.program(), args));
  }

  /** The same case under a class name of its own, so that several compile together. */
  private static Programs.Case renamed(Programs.Case test, int number) {
    return new Programs.Case(Renamed.of(test.program(), "S" + number), test.points());
  }
}
