package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.Vessel;
import io.cotangent.benchmarks.objective.VesselDerivatives;
import io.cotangent.benchmarks.objective.VesselTapedDerivatives;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A gradient with local Jacobians kept against one with a tape, the workspace kept, and made anew:
 * then the bytes per call are those of the tape.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PreaccumulationBenchmark {
  @Param({"1000", "100000"})
  public int size;

  private double temperature;
  private double leak;
  private VesselDerivatives.Workspace workspace;
  private VesselTapedDerivatives.Workspace tape;

  @Setup
  public void setUp() {
    temperature = 1.3;
    leak = 0.5;
    workspace = new VesselDerivatives.Workspace();
    tape = new VesselTapedDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return Vessel.taped(temperature, leak, size);
  }

  @Benchmark
  public double generated() {
    return VesselDerivatives.valueAndGradient(temperature, leak, size, workspace);
  }

  @Benchmark
  public double taped() {
    return VesselTapedDerivatives.valueAndGradient(temperature, leak, size, tape);
  }

  @Benchmark
  public Object generatedAllocating() {
    return VesselDerivatives.valueAndGradient(temperature, leak, size);
  }

  @Benchmark
  public Object tapedAllocating() {
    return VesselTapedDerivatives.valueAndGradient(temperature, leak, size);
  }
}
