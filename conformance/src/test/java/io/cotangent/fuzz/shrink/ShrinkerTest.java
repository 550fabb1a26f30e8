package io.cotangent.fuzz.shrink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.ast.ProgramPrinter;
import io.cotangent.fuzz.gen.Feature;
import io.cotangent.fuzz.gen.Programs;
import io.cotangent.fuzz.run.Finding;
import io.cotangent.fuzz.run.Tester;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shrinking keeps the failure and drops the rest. */
class ShrinkerTest {

  private static String text(Programs.Case test) {
    return String.join("", ProgramPrinter.print(Whole.pruned(test.program())).values());
  }

  /** A verdict by which every program that calls tanh fails. */
  private static Tester.Verdict verdict(Programs.Case test) {
    List<Finding> findings =
        text(test).contains("Math.tanh(")
            ? List.of(new Finding(Finding.Kind.DERIVATIVE, "tanh", "", null))
            : List.of();
    return new Tester.Verdict(test, findings, "", "");
  }

  @Test
  void whatFailsBecomesSmallAndStillFails() {
    int shrunk = 0;
    for (long seed = 0; shrunk < 10 && seed < 100; seed++) {
      Programs.Case test = Programs.of(seed, EnumSet.allOf(Feature.class), "P" + seed);
      if (verdict(test).findings().isEmpty()) {
        continue;
      }
      Shrinker shrinker =
          new Shrinker(cases -> cases.stream().map(c -> verdict((Programs.Case) c)).toList(), 20);
      Programs.Case small = (Programs.Case) shrinker.shrink(verdict(test)).test();
      assertTrue(text(small).contains("Math.tanh("), text(small));
      assertTrue(small.points().size() == 1, "one point is enough");
      assertTrue(text(small).lines().count() <= 25, text(small));
      shrunk++;
    }
    assertTrue(shrunk == 10, shrunk + " programs shrunk");
  }
}
