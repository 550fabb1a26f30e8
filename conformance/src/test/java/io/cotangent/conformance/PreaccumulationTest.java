package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Stored local Jacobians take their arrays from the workspace, and give back what is not kept. */
class PreaccumulationTest {
  private double sink;

  @Test
  void nothingIsAllocatedAgain() {
    var workspace = new PreaccumulationVectorProgramsNestedDerivatives.Workspace();
    double[] v = {0.5, -1.25, 2};
    long bytes =
        Allocations.of(
            () ->
                sink +=
                    PreaccumulationVectorProgramsNestedDerivatives.valueAndGradient(
                        v, 0.3, workspace));
    assertEquals(0, bytes);
  }

  @Test
  void nothingIsAllocatedAgainForScratch() {
    var workspace = new PreaccumulationProgramsScratchDerivatives.Workspace();
    long bytes =
        Allocations.of(
            () ->
                sink +=
                    PreaccumulationProgramsScratchDerivatives.valueAndGradient(0.7, 9, workspace));
    assertEquals(0, bytes);
  }
}
