package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.manual.MlpAdjoint;
import io.cotangent.benchmarks.objective.Mlp;
import io.cotangent.benchmarks.objective.MlpDerivatives;
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

/** A training step's loss and gradient: 784 inputs, 128 hidden, 10 classes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MlpBenchmark {
  @Param("32")
  public int batch;

  private double[][] w1;
  private double[] b1;
  private double[][] w2;
  private double[] b2;
  private double[][] images;
  private int[] labels;
  private double[][] w1Dot;
  private double[] b1Dot;
  private double[][] w2Dot;
  private double[] b2Dot;
  private MlpAdjoint adjoint;
  private MlpDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    w1 = matrix(random, 128, 784, 0.05);
    b1 = matrix(random, 1, 128, 0.05)[0];
    w2 = matrix(random, 10, 128, 0.1);
    b2 = matrix(random, 1, 10, 0.1)[0];
    images = matrix(random, batch, 784, 0.5);
    labels = random.ints(batch, 0, 10).toArray();
    w1Dot = matrix(random, 128, 784, 1);
    b1Dot = matrix(random, 1, 128, 1)[0];
    w2Dot = matrix(random, 10, 128, 1);
    b2Dot = matrix(random, 1, 10, 1)[0];
    adjoint = new MlpAdjoint(784, 128, 10);
    workspace = new MlpDerivatives.Workspace();
  }

  static double[][] matrix(Random random, int rows, int columns, double size) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int i = 0; i < columns; i++) {
        row[i] = size * random.nextGaussian();
      }
    }
    return matrix;
  }

  @Benchmark
  public double primal() {
    return Mlp.loss(w1, b1, w2, b2, images, labels);
  }

  @Benchmark
  public double manual() {
    return adjoint.valueAndGradient(w1, b1, w2, b2, images, labels);
  }

  @Benchmark
  public double generated() {
    return MlpDerivatives.valueAndGradient(w1, b1, w2, b2, images, labels, workspace);
  }

  @Benchmark
  public double jvp() {
    return MlpDerivatives.jvp(w1, b1, w2, b2, images, labels, w1Dot, b1Dot, w2Dot, b2Dot);
  }
}
