package io.cotangent.fuzz.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.gen.Feature;
import io.cotangent.fuzz.run.Finding;
import io.cotangent.fuzz.run.Tester;
import io.cotangent.fuzz.shrink.Shrinker;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Programs with objects belong to their seeds, cover the language, and shrink. */
class TwinsTest {
  private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

  private static TwinCase of(long seed, Set<Feature> features) {
    return (TwinCase) Twins.of(seed, features, "P" + seed);
  }

  private static String text(TwinCase test) {
    return String.join("", test.specimen().files().values());
  }

  @Test
  void aSeedGivesOneProgramAndItsPoints() {
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(text(of(seed, ALL)), text(of(seed, ALL)));
      assertArrayEquals(of(seed, ALL).points().toArray(), of(seed, ALL).points().toArray());
    }
  }

  @Test
  void everyConstructOfTheLanguageOccurs() {
    String all =
        LongStream.range(0, 600).mapToObj(s -> text(of(s, ALL))).collect(Collectors.joining());
    for (String construct :
        List.of(
            "record R",
            "static final class C",
            "sealed interface",
            "implements S",
            "abstract static class",
            "super(x);",
            "enum E",
            "ONE {",
            "record B",
            "<T>",
            ".with(",
            "interface Law",
            "new Law",
            "() {\n",
            " instanceof ",
            "next = ",
            ".last()",
            "this.",
            " -> ",
            "::",
            ".andThen(",
            ".compose(",
            ".applyAsDouble(",
            ".twice(",
            "DoubleSupplier",
            "Function<double[], double[]>",
            "Function<Double, Double>",
            "Double.valueOf(",
            "(Double) (",
            "new ArrayList<",
            "List.<",
            "Arrays.<",
            ".add(",
            ".add(0, ",
            ".set(",
            ".remove(",
            ".clear()",
            ".replaceAll(",
            ".forEach(",
            "new HashMap<",
            "new LinkedHashMap<",
            "new TreeMap<",
            "Map.<",
            ".put(",
            ".merge(",
            ".getOrDefault(",
            ".values()",
            "Arrays.stream(",
            "IntStream.range(",
            "DoubleStream.of(",
            ".mapToDouble(",
            ".map(",
            ".filter(",
            ".peek(",
            ".limit(",
            ".skip(",
            ".sum()",
            ".reduce(",
            ".average()",
            ".boxed()",
            ".toArray()",
            ".toList()",
            "Collectors.toList()",
            ".clone()",
            "Arrays.copyOf(",
            "Arrays.fill(",
            "System.arraycopy(",
            "try {",
            "catch (",
            "catch (Stop ",
            "finally {",
            "throw new Stop(",
            "throw new IllegalStateException(",
            "static void h",
            "return;",
            "break;",
            "continue;",
            "order = 2",
            "wrt = {")) {
      assertTrue(all.contains(construct), construct);
    }
    assertTrue(all.matches("(?s).*static R\\d+ f\\(.*"), "a record as the result");
    assertTrue(all.matches("(?s).*static \\S+ f\\([^)]*R\\d+ .*"), "a record as a parameter");
    assertTrue(all.matches("(?s).* s(\\d+) = (a\\d+);\\s+\\2 = a\\d+;.*"), "arrays swapped");
  }

  @Test
  void aFeatureThatIsLeftOutDoesNotOccur() {
    Set<Feature> few = EnumSet.allOf(Feature.class);
    few.removeAll(Set.of(Feature.LIST, Feature.STREAM, Feature.TRY, Feature.SEALED, Feature.MAP));
    for (long seed = 0; seed < 100; seed++) {
      String text = text(of(seed, few)).replaceFirst("(?s)^.*?public final class", "");
      assertFalse(text.contains("stream(") || text.contains("IntStream"), text);
      assertFalse(text.contains("try {") || text.contains("sealed"), text);
      assertFalse(text.contains("Map<") || text.contains("List<"), text);
    }
  }

  @Test
  void whatFailsBecomesSmallAndStillFails() {
    int shrunk = 0;
    for (long seed = 0; shrunk < 5; seed++) {
      TwinCase test = of(seed, ALL);
      if (verdict(test).findings().isEmpty()) {
        continue;
      }
      Shrinker shrinker =
          new Shrinker(cases -> cases.stream().map(c -> verdict((TwinCase) c)).toList(), 20);
      TwinCase small = (TwinCase) shrinker.shrink(verdict(test)).test();
      assertTrue(text(small).contains("Math.tanh("), text(small));
      assertEquals(1, small.points().size(), "one point is enough");
      assertTrue(text(small).lines().count() <= 20, text(small));
      shrunk++;
    }
  }

  /** A verdict by which every program that calls tanh fails. */
  private static Tester.Verdict verdict(TwinCase test) {
    List<Finding> findings =
        text(test).contains("Math.tanh(")
            ? List.of(new Finding(Finding.Kind.DERIVATIVE, "tanh", "", null))
            : List.of();
    return new Tester.Verdict(test, findings, "", "");
  }
}
