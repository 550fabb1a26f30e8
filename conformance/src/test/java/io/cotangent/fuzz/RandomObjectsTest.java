package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random programs with objects, functions and collections, differentiated twice. */
class RandomObjectsTest {
  private static final int PROGRAMS = 48;

  private static Campaign campaign(ByteArrayOutputStream report, String... more) {
    String[] args = new String[more.length + 6];
    System.arraycopy(more, 0, args, 6, more.length);
    String[] first = {"--form", "objects", "--shrink-seconds", "20", "--programs"};
    System.arraycopy(first, 0, args, 0, first.length);
    args[5] = Integer.toString(PROGRAMS);
    Campaign campaign =
        new Campaign(Options.parse(args), new PrintStream(report, true, StandardCharsets.UTF_8));
    campaign.run();
    return campaign;
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void derivativesAreThoseOfDualNumbers() {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Campaign campaign = campaign(report);
    String summary = campaign.summary();
    System.out.println(summary);
    // Few are refused, for objects that can't be taken apart; the others are right.
    assertTrue(campaign.refused() <= PROGRAMS / 12, summary);
    assertEquals(
        campaign.refused(),
        campaign.failing(),
        () -> report.toString(StandardCharsets.UTF_8) + "\n" + summary);
    assertTrue(campaign.counts().points() >= 2 * PROGRAMS, summary);
    assertTrue(campaign.counts().comparisons() > 50L * PROGRAMS, summary);
  }

  /** The dual numbers themselves: values bit for bit, derivatives by difference quotients. */
  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void differenceQuotientsAgreeWithDualNumbers() {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Campaign campaign = campaign(report, "--self");
    String summary = campaign.summary();
    assertEquals(
        0, campaign.failing(), () -> report.toString(StandardCharsets.UTF_8) + "\n" + summary);
    assertTrue(campaign.counts().smooth() > PROGRAMS, summary);
    assertTrue(campaign.counts().close() > 0.97 * campaign.counts().smooth(), summary);
  }
}
