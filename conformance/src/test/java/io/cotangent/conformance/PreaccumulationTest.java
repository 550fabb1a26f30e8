package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Stored local Jacobians take their arrays from the workspace, and give back what is not kept. */
class PreaccumulationTest {
  private double sink;

  @Test
  void nothingIsAllocatedAgain() {
    var workspace = new PreaccumulationVectorProgramsNestedDerivatives.Workspace();
    double[] v = {0.5, -1.25, 2};
    least(() -> PreaccumulationVectorProgramsNestedDerivatives.valueAndGradient(v, 0.3, workspace));
  }

  @Test
  void nothingIsAllocatedAgainForScratch() {
    var workspace = new PreaccumulationProgramsScratchDerivatives.Workspace();
    least(() -> PreaccumulationProgramsScratchDerivatives.valueAndGradient(0.7, 9, workspace));
  }

  private void least(java.util.function.DoubleSupplier work) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
        "this JVM doesn't count allocations");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long first = 0;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 6; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      sink += work.getAsDouble();
      long bytes = threads.getThreadAllocatedBytes(id) - before;
      first = Math.max(first, bytes);
      least = Math.min(least, bytes);
    }
    assertTrue(first > 0, "is it measured?");
    assertEquals(0, least);
  }
}
