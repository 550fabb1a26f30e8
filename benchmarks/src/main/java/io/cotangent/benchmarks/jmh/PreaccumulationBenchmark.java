package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.PipeFlow;
import io.cotangent.benchmarks.objective.PipeFlowDerivatives;
import io.cotangent.benchmarks.objective.PipeFlowTapedDerivatives;
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
  @Param({"100", "10000", "1000000"})
  public int size;

  private double roughness;
  private double pressure;
  private PipeFlowDerivatives.Workspace workspace;
  private PipeFlowTapedDerivatives.Workspace tape;

  @Setup
  public void setUp() {
    roughness = 1e-3;
    pressure = 0.8;
    workspace = new PipeFlowDerivatives.Workspace();
    tape = new PipeFlowTapedDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return PipeFlow.taped(roughness, pressure, size);
  }

  @Benchmark
  public double generated() {
    return PipeFlowDerivatives.valueAndGradient(roughness, pressure, size, workspace);
  }

  @Benchmark
  public double taped() {
    return PipeFlowTapedDerivatives.valueAndGradient(roughness, pressure, size, tape);
  }

  @Benchmark
  public Object generatedAllocating() {
    return PipeFlowDerivatives.valueAndGradient(roughness, pressure, size);
  }

  @Benchmark
  public Object tapedAllocating() {
    return PipeFlowTapedDerivatives.valueAndGradient(roughness, pressure, size);
  }
}
