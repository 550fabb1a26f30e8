package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.manual.RosenbrockAdjoint;
import io.cotangent.benchmarks.objective.Rosenbrock;
import io.cotangent.benchmarks.objective.RosenbrockDerivatives;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rosenbrock's function in 10 to a million dimensions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RosenbrockBenchmark {
  @Param({"10", "100", "1000", "10000", "100000", "1000000"})
  public int size;

  private double[] x;
  private double[] direction;
  private double[] bar;
  private RosenbrockDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    x = normal(size, 1);
    direction = normal(size, 2);
    bar = new double[size];
    workspace = new RosenbrockDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return Rosenbrock.value(x);
  }

  @Benchmark
  public double manual() {
    return RosenbrockAdjoint.valueAndGradient(x, bar);
  }

  @Benchmark
  public double generated() {
    return RosenbrockDerivatives.valueAndGradient(x, workspace);
  }

  @Benchmark
  public Object generatedAllocating() {
    return RosenbrockDerivatives.valueAndGradient(x);
  }

  @Benchmark
  public double jvp() {
    return RosenbrockDerivatives.jvp(x, direction);
  }

  static double[] normal(int n, long seed) {
    Random random = new Random(seed);
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
    }
    return x;
  }
}
