package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.HeatPlateBalanceRoot;
import io.cotangent.benchmarks.objective.HeatPlateBareRoot;
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

/** The steady heat equation by Newton's method with GMRES, and its gradient. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeatBenchmark {
  /** Cells along the plate's edge. */
  @Param({"32"})
  public int size;

  private double[] conductivity;
  private double[] cold;
  private double[] warm;
  private double[] weights;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    conductivity = random.doubles(size * size, -0.5, 0.5).toArray();
    weights = random.doubles(size * size, -1, 1).toArray();
    cold = new double[size * size];
    warm = HeatPlateBalanceRoot.solve(cold, conductivity, source(), size);
  }

  private double source() {
    return 8.0 / (size * size);
  }

  /** The solution. */
  @Benchmark
  public Object primal() {
    return HeatPlateBalanceRoot.solve(cold, conductivity, source(), size);
  }

  /** The gradient alone, the solution known. */
  @Benchmark
  public Object adjoint() {
    return HeatPlateBalanceRoot.vjpAtSolution(warm, conductivity, source(), size, weights);
  }

  /** The solution without a preconditioner. */
  @Benchmark
  public Object bare() {
    return HeatPlateBareRoot.solve(cold, conductivity, source(), size);
  }

  /** The gradient at a solution without a preconditioner. */
  @Benchmark
  public Object bareAdjoint() {
    return HeatPlateBareRoot.vjpAtSolution(warm, conductivity, source(), size, weights);
  }
}
