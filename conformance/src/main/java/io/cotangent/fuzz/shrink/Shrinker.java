package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.gen.Programs;
import io.cotangent.fuzz.run.Case;
import io.cotangent.fuzz.run.Tester;
import io.cotangent.fuzz.twin.TwinEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Shrinks a failing case as long as it fails in the same way. */
public final class Shrinker {
  private static final int TOGETHER = 16;
  private final Function<List<Case>, List<Tester.Verdict>> tester;
  private final long deadline;
  private String signature;

  /**
   * A shrinker.
   *
   * @param tester gives the verdicts on cases
   * @param seconds when to stop at the latest
   */
  public Shrinker(Function<List<Case>, List<Tester.Verdict>> tester, int seconds) {
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
      for (Source source : sources(best.test())) {
        best = pass(best, source);
      }
    } while (best != before && !late());
    return best;
  }

  private boolean late() {
    return System.nanoTime() > deadline;
  }

  /** The simplifications of a case by number; null beyond the last. */
  private interface Source {
    IntFunction<Case> of(Case test);
  }

  private List<Source> sources(Case test) {
    if (!(test instanceof Programs.Case)) {
      return List.of(b -> listed(TwinEdits.whole(b)), TwinEdits::lists, TwinEdits::expressions);
    }
    return List.of(
        b -> listed(Whole.simpler((Programs.Case) b)),
        b -> edits((Programs.Case) b, Edit.Phase.STATEMENTS),
        b -> edits((Programs.Case) b, Edit.Phase.EXPRESSIONS));
  }

  private static IntFunction<Case> listed(List<? extends Case> all) {
    return n -> n < all.size() ? all.get(n) : null;
  }

  private IntFunction<Case> edits(Programs.Case test, Edit.Phase phase) {
    return n -> {
      Program p = Edit.apply(test.program(), phase, n);
      return p == null ? null : new Programs.Case(Whole.pruned(p), test.points());
    };
  }

  /** Tries simplifications one after the other and keeps those that still fail. */
  private Tester.Verdict pass(Tester.Verdict start, Source source) {
    Tester.Verdict best = start;
    IntFunction<Case> simpler = source.of(best.test());
    int next = 0;
    while (!late()) {
      List<Case> group = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      int n = next;
      for (; group.size() < TOGETHER; n++) {
        Case test = simpler.apply(n);
        if (test == null) {
          break;
        }
        if (runs(test)) {
          group.add(test.named("S" + group.size()));
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

  private int firstHit(List<Case> group) {
    hits = tester.apply(group);
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).signature().equals(signature)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the interpreter can run it; one that is written twice shows when it is tested. */
  private static boolean runs(Case any) {
    return !(any instanceof Programs.Case test)
        || test.points().stream().allMatch(args -> Programs.runs(test.program(), args));
  }
}
