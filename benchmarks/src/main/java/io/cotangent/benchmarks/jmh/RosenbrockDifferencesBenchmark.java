package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.Rosenbrock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What Rosenbrock's gradient costs by differences, in as many dimensions as they bear. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RosenbrockDifferencesBenchmark {
  private static final double STEP = 1e-6;

  @Param({"10", "100", "1000"})
  public int size;

  private double[] x;
  private double[] gradient;

  @Setup
  public void setUp() {
    x = RosenbrockBenchmark.normal(size, 1);
    gradient = new double[size];
  }

  @Benchmark
  public double primal() {
    return Rosenbrock.value(x);
  }

  @Benchmark
  public double[] centralDifferences() {
    for (int i = 0; i < x.length; i++) {
      double at = x[i];
      x[i] = at + STEP;
      double above = Rosenbrock.value(x);
      x[i] = at - STEP;
      double below = Rosenbrock.value(x);
      x[i] = at;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }
}
