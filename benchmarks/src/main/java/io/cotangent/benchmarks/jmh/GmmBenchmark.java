package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.manual.GmmAdjoint;
import io.cotangent.benchmarks.objective.GmmObjective;
import io.cotangent.benchmarks.objective.GmmObjectiveDerivatives;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The Gaussian mixture's log posterior at ADBench's shapes, 1,000 points. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GmmBenchmark {
  private static final int POINTS = 1000;

  /** Dimensions and components. */
  @Param({"2x25", "10x5", "10x25", "20x5", "32x25", "64x5"})
  public String size;

  private GmmData data;
  private GmmData direction;
  private GmmAdjoint adjoint;
  private GmmAdjoint hoistedAdjoint;
  private GmmObjectiveDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    int at = size.indexOf('x');
    int d = Integer.parseInt(size.substring(0, at));
    int k = Integer.parseInt(size.substring(at + 1));
    data = GmmData.random(d, k, POINTS, 1);
    direction = GmmData.random(d, k, 1, 2);
    adjoint = new GmmAdjoint(k, d);
    hoistedAdjoint = new GmmAdjoint(k, d, true);
    workspace = new GmmObjectiveDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return GmmObjective.logPosterior(
        data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
  }

  @Benchmark
  public double manual() {
    return adjoint.valueAndGradient(
        data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
  }

  /** With one matrix taken out of the loop over the points, which takes algebra. */
  @Benchmark
  public double hoisted() {
    return hoistedAdjoint.valueAndGradient(
        data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
  }

  @Benchmark
  public double generated() {
    return GmmObjectiveDerivatives.valueAndGradient(
        data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m(), workspace);
  }

  @Benchmark
  public Object generatedAllocating() {
    return GmmObjectiveDerivatives.valueAndGradient(
        data.alphas(), data.means(), data.icf(), data.x(), data.gamma(), data.m());
  }

  @Benchmark
  public double jvp() {
    return GmmObjectiveDerivatives.jvp(
        data.alphas(),
        data.means(),
        data.icf(),
        data.x(),
        data.gamma(),
        data.m(),
        direction.alphas(),
        direction.means(),
        direction.icf());
  }
}
