package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tester itself: its interpreter against the JVM, its derivatives against differences. */
class SelfTest {

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theInterpreterComputesWhatTheJvmComputes() {
    String report = run("--self", "--programs", "300", "--shrink-seconds", "10");
    assertTrue(report.contains(" 0 failures"), report);
  }

  /** Without kinks and extremes, difference quotients agree nearly everywhere. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void finiteDifferencesAgreeWithTheDifferentiator() {
    Campaign campaign =
        new Campaign(
            Options.parse("--self", "--programs", "300", "--without", "KINK,WILD,RARE_MATH"),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    campaign.run();
    assertEquals(0, campaign.failing(), campaign.summary());
    int smooth = campaign.counts().smooth();
    assertTrue(smooth > 500, campaign.summary());
    // Points with ties, infinities and sizes of 1e300 are among them.
    assertTrue(campaign.counts().close() > 0.93 * smooth, campaign.summary());
  }

  private static String run(String... args) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
    Campaign campaign = new Campaign(Options.parse(args), out);
    campaign.run();
    out.println(campaign.summary());
    return report.toString(StandardCharsets.UTF_8);
  }
}
