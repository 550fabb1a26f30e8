package io.cotangent.samples.nist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.samples.nist.NistSample.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NistSampleTest {

  private static final List<Outcome> FITS = NistSample.fitAll();

  static List<Outcome> fits() {
    return FITS;
  }

  static Stream<String> names() {
    return ReferenceSet.NAMES.stream();
  }

  @Test
  void thereAre27SetsWithTwoStartsEach() {
    assertEquals(27, ReferenceSet.NAMES.stream().distinct().count());
    assertEquals(54, fits().size());
  }

  @ParameterizedTest
  @MethodSource("fits")
  void everyStartEndsAtTheCertifiedValues(Outcome outcome) {
    assertFalse(outcome.fit().failed(), () -> outcome + ": " + outcome.fit().failure());
    assertTrue(outcome.broughtHome());
    assertTrue(
        outcome.unpolishedDigits() >= 5, () -> outcome.unpolishedDigits() + " digits unpolished");
    assertTrue(outcome.parameterDigits() >= 9, () -> outcome.parameterDigits() + " digits");
    // Lanczos1 was generated without noise: its residuals are the rounding errors of 14 digits.
    double wanted = outcome.set().name().equals("Lanczos1") ? 2 : 9;
    double deviations = outcome.deviationDigits();
    assertTrue(deviations >= wanted, () -> "deviations to " + deviations + " digits");
    double rss = Digits.agreed(outcome.fit().rss(), outcome.set().certifiedRss());
    assertTrue(rss >= wanted - 1, () -> "rss to " + rss + " digits");
  }

  @ParameterizedTest
  @MethodSource("fits")
  void theHandWrittenJacobianLeadsToTheSamePlace(Outcome outcome) {
    assertFalse(outcome.byHand().failed());
    assertTrue(
        Digits.agreed(outcome.fit().parameters(), outcome.byHand().parameters()) >= 9,
        outcome::toString);
  }

  @ParameterizedTest
  @MethodSource("names")
  void generatedJacobiansAreThoseWrittenByHand(String name) {
    ReferenceSet set = ReferenceSet.read(name);
    Curve curve = Curves.named(set.model());
    for (double[] b : new double[][] {set.starts()[0], set.starts()[1], set.certified()}) {
      double[][] generated = curve.generated().at(b.clone(), set.x());
      double[][] byHand = curve.byHand().at(b.clone(), set.x());
      assertEquals(set.y().length, generated.length);
      for (int k = 0; k < b.length; k++) {
        double scale = 0;
        for (double[] row : byHand) {
          scale = Math.max(scale, Math.abs(row[k]));
        }
        for (int i = 0; i < byHand.length; i++) {
          assertEquals(b.length, generated[i].length);
          assertEquals(byHand[i][k], generated[i][k], 1e-11 * scale, name + " " + i + "," + k);
        }
      }
    }
  }

  @Test
  void theSampleNamesEverySetAndSaysThatAllCameHome() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NistSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    for (String name : ReferenceSet.NAMES) {
      assertTrue(text.contains(name), name);
    }
    assertTrue(text.contains("54 of 54 fits end at the certified values"), text);
    assertFalse(text.contains("Not brought home"), text);
  }

  @Test
  void digitsAreCountedAsNistCountsThem() {
    assertEquals(11, Digits.agreed(1, 1));
    assertEquals(3, Digits.agreed(1.001, 1), 1e-9);
    assertEquals(0, Digits.agreed(Double.NaN, 1));
    assertEquals(0, Digits.agreed(-5, 1));
  }
}
