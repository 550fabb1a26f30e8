package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.objective.Tree;
import io.cotangent.benchmarks.objective.TreeDerivatives;
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

/** A recursive function: a binary tree over numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TreeBenchmark {
  @Param({"100", "10000"})
  public int leaves;

  private double[] x;
  private double[] direction;
  private TreeDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    x = random.doubles(leaves, -1, 1).toArray();
    direction = random.doubles(leaves, -1, 1).toArray();
    workspace = new TreeDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return Tree.value(x);
  }

  @Benchmark
  public double generated() {
    return TreeDerivatives.valueAndGradient(x, workspace);
  }

  @Benchmark
  public double jvp() {
    return TreeDerivatives.jvp(x, direction);
  }
}
