package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred random programs, differentiated by the processor and independently. */
class RandomProgramsTest {
  private static final int PROGRAMS = 200;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void derivativesAreThoseOfTheIndependentDifferentiator() {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Campaign campaign =
        new Campaign(
            Options.parse("--programs", Integer.toString(PROGRAMS), "--shrink-seconds", "20"),
            new PrintStream(report, true, StandardCharsets.UTF_8));
    campaign.run();
    String summary = campaign.summary();
    System.out.println(summary);
    assertEquals(
        0, campaign.failing(), () -> report.toString(StandardCharsets.UTF_8) + "\n" + summary);
    assertEquals(PROGRAMS, campaign.programs());
    assertTrue(campaign.counts().points() > 3 * PROGRAMS, summary);
    assertTrue(campaign.counts().comparisons() > 100L * PROGRAMS, summary);
  }
}
