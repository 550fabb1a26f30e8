package io.cotangent.fuzz.gen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.ast.ProgramPrinter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Programs belong to their seeds, and cover the language. */
class ProgramsTest {
  private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

  private static String text(long seed) {
    return String.join("", ProgramPrinter.print(Programs.of(seed, ALL, "P").program()).values());
  }

  @Test
  void aSeedGivesOneProgramAndItsPoints() {
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(text(seed), text(seed));
      List<Object[]> one = Programs.of(seed, ALL, "P").points();
      List<Object[]> other = Programs.of(seed, ALL, "P").points();
      assertArrayEquals(one.toArray(), other.toArray());
    }
  }

  @Test
  void everyConstructOfTheLanguageOccurs() {
    String all =
        LongStream.range(0, 600).mapToObj(ProgramsTest::text).collect(Collectors.joining());
    for (String construct :
        List.of(
            "for (",
            " : ",
            "while (",
            "do {",
            "while (true)",
            "for (;",
            "switch (",
            "case ",
            "yield ",
            "default ->",
            "default:",
            "break;",
            "break loop",
            "break block",
            "continue;",
            "continue loop",
            "return",
            "throw new",
            "assert ",
            "++",
            "--",
            "+=",
            "-=",
            "*=",
            "/=",
            "%=",
            "(float)",
            "(int)",
            "(long)",
            "(char)",
            "(byte)",
            "(short)",
            " ? ",
            "&&",
            "||",
            ">>>",
            "<<",
            ".length",
            ".clone()",
            "new double[",
            "new float[",
            "[][][]",
            "final ",
            "var ",
            "StrictMath.",
            "Math.pow",
            "Math.max",
            "Math.abs",
            "Constants.",
            "Helpers.",
            "double...",
            "depth - 1",
            "swap",
            "wrt = {",
            "order = 2",
            "long ",
            "boolean ",
            "Math.round",
            "Math.fma",
            "Math.hypot",
            "Math.atan2")) {
      assertTrue(all.contains(construct), construct);
    }
  }

  @Test
  void aFeatureThatIsLeftOutDoesNotOccur() {
    Set<Feature> few = EnumSet.allOf(Feature.class);
    few.removeAll(Set.of(Feature.SWITCH, Feature.SWITCH_EXPRESSION, Feature.WHILE, Feature.FLOAT));
    for (long seed = 0; seed < 100; seed++) {
      String text =
          String.join("", ProgramPrinter.print(Programs.of(seed, few, "P").program()).values());
      assertTrue(!text.contains("switch (") && !text.contains("while ("), text);
    }
  }
}
