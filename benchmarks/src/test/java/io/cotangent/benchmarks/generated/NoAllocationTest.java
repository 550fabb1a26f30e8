package io.cotangent.benchmarks.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.manual.GmmAdjoint;
import io.cotangent.benchmarks.manual.LstmAdjoint;
import io.cotangent.benchmarks.objective.BlackScholesDerivatives;
import io.cotangent.benchmarks.objective.BurgersEnergyOnTapeDerivatives;
import io.cotangent.benchmarks.objective.GmmObjectiveDerivatives;
import io.cotangent.benchmarks.objective.LstmObjectiveDerivatives;
import io.cotangent.benchmarks.objective.MlpDerivatives;
import io.cotangent.benchmarks.objective.RosenbrockDerivatives;
import io.cotangent.benchmarks.objective.SabrDerivatives;
import io.cotangent.benchmarks.objective.TreeDerivatives;
import io.cotangent.benchmarks.objective.VesselDerivatives;
import io.cotangent.benchmarks.objective.VesselTapedDerivatives;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A gradient with a workspace that has seen the sizes allocates not a byte. */
class NoAllocationTest {
  private static final int CALLS = 20;

  private double sink;

  @Test
  void theMeasureSeesAnArray() {
    assertTrue(allocated(() -> new double[100].length) >= 800);
  }

  @Test
  void gmm() {
    GmmData data = GmmData.random(5, 4, 30, 1);
    var ws = new GmmObjectiveDerivatives.Workspace();
    assertNone(
        () ->
            GmmObjectiveDerivatives.valueAndGradient(
                data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m(), ws));
    var adjoint = new GmmAdjoint(4, 5);
    assertNone(
        () ->
            adjoint.valueAndGradient(
                data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m()));
  }

  @Test
  void lstm() {
    LstmData data = LstmData.random(2, 40, 6, 1);
    var ws = new LstmObjectiveDerivatives.Workspace();
    assertNone(
        () ->
            LstmObjectiveDerivatives.valueAndGradient(
                data.main(), data.extra(), data.state(), data.sequence(), ws));
    var adjoint = new LstmAdjoint(2, 40, 6);
    assertNone(
        () -> adjoint.valueAndGradient(data.main(), data.extra(), data.state(), data.sequence()));
  }

  @Test
  void rosenbrock() {
    double[] x = {1, 2, 3, 4};
    var ws = new RosenbrockDerivatives.Workspace();
    assertNone(() -> RosenbrockDerivatives.valueAndGradient(x, ws));
  }

  @Test
  void blackScholes() {
    var ws = new BlackScholesDerivatives.Workspace();
    assertNone(() -> BlackScholesDerivatives.valueAndGradient(100, 90, 0.03, 0.2, 0.5, ws));
  }

  @Test
  void localJacobians() {
    var ws = new VesselDerivatives.Workspace();
    var tape = new VesselTapedDerivatives.Workspace();
    assertNone(() -> VesselDerivatives.valueAndGradient(1.3, 0.5, 500, ws));
    assertNone(() -> VesselTapedDerivatives.valueAndGradient(1.3, 0.5, 500, tape));
    assertEquals(tape.temperature(), ws.temperature(), 1e-12 * Math.abs(tape.temperature()));
    assertEquals(tape.leak(), ws.leak(), 1e-12 * Math.abs(tape.leak()));
  }

  @Test
  void programsBeyondAdbench() {
    double[][] w1 = {{0.5, -1, 0.25}, {1, 0.5, -0.5}};
    double[] b1 = {0.1, -0.2};
    double[][] w2 = {{0.5, 1}, {-1, 0.25}};
    var mlp = new MlpDerivatives.Workspace();
    double[][] images = {{1, 2, 3}, {-1, 0.5, 1}};
    int[] labels = {0, 1};
    assertNone(() -> MlpDerivatives.valueAndGradient(w1, b1, w2, b1, images, labels, mlp));
    var sabr = new SabrDerivatives.Workspace();
    assertNone(() -> SabrDerivatives.valueAndGradient(0.03, 0.5, -0.3, 0.4, 0.03, 0.04, 2, sabr));
    var tree = new TreeDerivatives.Workspace();
    double[] leaves = {0.5, -1, 2, 0.25, 1};
    assertNone(() -> TreeDerivatives.valueAndGradient(leaves, tree));
    var burgers = new BurgersEnergyOnTapeDerivatives.Workspace();
    assertNone(
        () -> BurgersEnergyOnTapeDerivatives.valueAndGradient(leaves, 1e-3, 1e-3, 9, burgers));
  }

  private void assertNone(DoubleSupplier body) {
    assertEquals(0, allocated(body), "bytes per call");
  }

  /** Returns the bytes per call after a few calls; the measure's own bytes are below one. */
  private long allocated(DoubleSupplier body) {
    var threads = ManagementFactory.getThreadMXBean();
    Assumptions.assumeTrue(threads instanceof com.sun.management.ThreadMXBean);
    var bean = (com.sun.management.ThreadMXBean) threads;
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    // The first rounds load classes and grow the workspace.
    for (int round = 0; round < 5; round++) {
      long before = bean.getThreadAllocatedBytes(id);
      for (int i = 0; i < CALLS; i++) {
        sink += body.getAsDouble();
      }
      least = Math.min(least, bean.getThreadAllocatedBytes(id) - before);
    }
    return least / CALLS;
  }
}
