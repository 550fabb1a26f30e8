package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random programs in batches: each item as alone, on Java's devices and on an OpenCL device. */
class RandomBatchesTest {

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void batchesAreTheirItems() {
    Campaign campaign = run("--form", "batched", "--programs", "40");
    assertTrue(campaign.counts().inBlocks() > 15, campaign.summary());
    assertTrue(campaign.counts().batches() > 200, campaign.summary());
    assertTrue(campaign.counts().comparisons() > 100_000, campaign.summary());
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void kernelsAreTheirItems() {
    try {
      Device.openCl().close();
    } catch (DeviceException e) {
      if (Boolean.getBoolean("cotangent.gpu.required")) {
        throw e;
      }
      Assumptions.abort("skipped: " + e.getMessage());
    }
    Campaign campaign = run("--form", "kernels", "--programs", "8");
    assertTrue(campaign.counts().batches() > 10, campaign.summary());
  }

  private static Campaign run(String... options) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
    Campaign campaign = new Campaign(Options.parse(options), out);
    campaign.run();
    System.out.println(campaign.summary());
    assertEquals(0, campaign.failing(), () -> report.toString(StandardCharsets.UTF_8));
    return campaign;
  }
}
