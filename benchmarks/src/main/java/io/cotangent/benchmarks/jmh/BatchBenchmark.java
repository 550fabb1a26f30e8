package io.cotangent.benchmarks.jmh;

import io.cotangent.batch.Device;
import io.cotangent.benchmarks.objective.BlackScholesBatch;
import io.cotangent.benchmarks.objective.BlackScholesDerivatives;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Prices and five derivatives of a million calls, per option. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BatchBenchmark.OPTIONS)
public class BatchBenchmark {
  static final int OPTIONS = 1_000_000;

  private final double[][] in = new double[5][OPTIONS];
  private final double[][] bars = new double[5][OPTIONS];
  private final double[] out = new double[OPTIONS];
  private final BlackScholesDerivatives.Workspace workspace =
      new BlackScholesDerivatives.Workspace();

  @Setup
  public void setUp() {
    Random random = new Random(1);
    double[] least = {80, 80, 0, 0.1, 0.1};
    double[] width = {40, 40, 0.05, 0.4, 2};
    for (int i = 0; i < OPTIONS; i++) {
      for (int k = 0; k < 5; k++) {
        in[k][i] = least[k] + width[k] * random.nextDouble();
      }
    }
  }

  @Benchmark
  public double scalarLoop() {
    for (int i = 0; i < OPTIONS; i++) {
      out[i] =
          BlackScholesDerivatives.valueAndGradient(
              in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], workspace);
      bars[0][i] = workspace.spot();
      bars[1][i] = workspace.strike();
      bars[2][i] = workspace.rate();
      bars[3][i] = workspace.vol();
      bars[4][i] = workspace.t();
    }
    return out[OPTIONS - 1];
  }

  @Benchmark
  public double sequential() {
    return run(Device.sequential());
  }

  @Benchmark
  public double parallel() {
    return run(Device.parallel());
  }

  private double run(Device device) {
    BlackScholesBatch.gradient(
        device, OPTIONS, in[0], in[1], in[2], in[3], in[4], out, bars[0], bars[1], bars[2], bars[3],
        bars[4]);
    return out[OPTIONS - 1];
  }
}
