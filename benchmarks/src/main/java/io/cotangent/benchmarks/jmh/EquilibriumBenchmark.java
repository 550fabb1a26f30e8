package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.DeepEquilibrium;
import io.cotangent.benchmarks.objective.DeepEquilibriumLayerFixedPoint;
import io.cotangent.benchmarks.objective.DeepEquilibriumUnrolledDerivatives;
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

/**
 * A dense deep-equilibrium layer and its gradient: the contraction sets how many iterations it
 * takes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EquilibriumBenchmark {
  @Param({"100"})
  public int size;

  /** In hundredths. */
  @Param({"50", "90"})
  public int contraction;

  private double[][] w;
  private double[] b;
  private double[] weights;
  private double[] start;
  private double[] state;
  private int iterations;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    w = new double[size][];
    for (int i = 0; i < size; i++) {
      w[i] = random.doubles(size, -1, 1).toArray();
      // A random matrix with entries of this size has a spectral radius of about one.
      for (int j = 0; j < size; j++) {
        w[i][j] *= 0.01 * contraction * Math.sqrt(3.0 / size);
      }
    }
    b = random.doubles(size, -0.3, 0.3).toArray();
    weights = random.doubles(size, -1, 1).toArray();
    start = new double[size];
    state = start.clone();
    double change = 1;
    for (iterations = 0; change > 1e-10; iterations++) {
      double[] next = DeepEquilibrium.layer(state, w, b);
      change = 0;
      for (int i = 0; i < size; i++) {
        change = Math.max(change, Math.abs(next[i] - state[i]));
      }
      state = next;
    }
    state = DeepEquilibriumLayerFixedPoint.solve(state, w, b);
  }

  /** The layer's solution. */
  @Benchmark
  public Object primal() {
    return DeepEquilibriumLayerFixedPoint.solve(start, w, b);
  }

  /** As many plain iterations as the tolerance takes. */
  @Benchmark
  public Object plain() {
    double[] z = start;
    for (int k = 0; k < iterations; k++) {
      z = DeepEquilibrium.layer(z, w, b);
    }
    return z;
  }

  /** Its gradient alone, the solution known. */
  @Benchmark
  public Object adjoint() {
    return DeepEquilibriumLayerFixedPoint.vjpAtSolution(state, w, b, weights);
  }

  /** The gradient by reverse mode through as many iterations as the tolerance takes. */
  @Benchmark
  public Object unrolled() {
    return DeepEquilibriumUnrolledDerivatives.gradient(w, b, weights, iterations);
  }
}
