package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.manual.LstmAdjoint;
import io.cotangent.benchmarks.objective.LstmObjective;
import io.cotangent.benchmarks.objective.LstmObjectiveDerivatives;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The LSTM's loss at ADBench's shapes: 14 bits a symbol. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LstmBenchmark {
  private static final int BITS = 14;

  /** Layers and symbols. */
  @Param({"2x1024", "4x1024"})
  public String size;

  private LstmData data;
  private LstmData direction;
  private LstmAdjoint adjoint;
  private LstmObjectiveDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    int at = size.indexOf('x');
    int layers = Integer.parseInt(size.substring(0, at));
    int length = Integer.parseInt(size.substring(at + 1));
    data = LstmData.random(layers, length, BITS, 1);
    direction = LstmData.random(layers, 1, BITS, 2);
    adjoint = new LstmAdjoint(layers, length, BITS);
    workspace = new LstmObjectiveDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return LstmObjective.loss(data.main(), data.extra(), data.state(), data.sequence());
  }

  @Benchmark
  public double manual() {
    return adjoint.valueAndGradient(data.main(), data.extra(), data.state(), data.sequence());
  }

  @Benchmark
  public double generated() {
    return LstmObjectiveDerivatives.valueAndGradient(
        data.main(), data.extra(), data.state(), data.sequence(), workspace);
  }

  @Benchmark
  public Object generatedAllocating() {
    return LstmObjectiveDerivatives.valueAndGradient(
        data.main(), data.extra(), data.state(), data.sequence());
  }

  @Benchmark
  public double jvp() {
    return LstmObjectiveDerivatives.jvp(
        data.main(),
        data.extra(),
        data.state(),
        data.sequence(),
        direction.main(),
        direction.extra());
  }
}
