package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.NBody;
import io.cotangent.benchmarks.objective.NBodyDerivatives;
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

/** Bodies that attract each other; the reverse sweep keeps copies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NBodyBenchmark {
  private static final double STEP = 1e-3;

  @Param("64")
  public int bodies;

  @Param({"100", "1000"})
  public int steps;

  private double[] start;
  private double[] masses;
  private double[] startDot;
  private double[] massesDot;
  private NBodyDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    start = random.doubles(6L * bodies, -1, 1).toArray();
    masses = random.doubles(bodies, 0.5, 1.5).toArray();
    startDot = random.doubles(6L * bodies, -1, 1).toArray();
    massesDot = random.doubles(bodies, -1, 1).toArray();
    workspace = new NBodyDerivatives.Workspace();
  }

  private int copies() {
    return (int) Math.sqrt(2.0 * steps);
  }

  @Benchmark
  public double primal() {
    return NBody.spread(start, masses, STEP, steps, copies());
  }

  @Benchmark
  public double generated() {
    return NBodyDerivatives.valueAndGradient(start, masses, STEP, steps, copies(), workspace);
  }

  @Benchmark
  public double jvp() {
    return NBodyDerivatives.jvp(start, masses, STEP, steps, copies(), startDot, massesDot);
  }
}
