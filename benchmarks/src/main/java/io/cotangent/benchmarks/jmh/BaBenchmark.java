package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.data.BaData;
import io.cotangent.benchmarks.manual.BaJacobian;
import io.cotangent.benchmarks.objective.BaObjective;
import io.cotangent.benchmarks.objective.BaObjectiveDerivatives;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bundle adjustment's 2×15 Jacobian, per observation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BaBenchmark.OBSERVATIONS)
public class BaBenchmark {
  static final int OBSERVATIONS = 1000;

  private BaData[] data;
  private BaData direction;
  private double[] error;
  private double[][] jacobian;
  private double[] cotangent;

  private final BaObjectiveDerivatives.Workspace workspace = new BaObjectiveDerivatives.Workspace();

  @Setup
  public void setUp() {
    data = new BaData[OBSERVATIONS];
    for (int i = 0; i < OBSERVATIONS; i++) {
      data[i] = BaData.random(i);
    }
    direction = BaData.random(-1);
    error = new double[2];
    jacobian = new double[2][15];
    cotangent = new double[] {0.3, -0.7};
  }

  @Benchmark
  public double primal() {
    double sum = 0;
    for (BaData o : data) {
      sum += BaObjective.reprojectionError(o.camera(), o.point(), o.weight(), o.feature())[1];
    }
    return sum;
  }

  @Benchmark
  public double manual() {
    double sum = 0;
    for (BaData o : data) {
      BaJacobian.jacobian(o.camera(), o.point(), o.weight(), o.feature(), error, jacobian);
      sum += jacobian[1][0];
    }
    return sum;
  }

  @Benchmark
  public double generatedAllocating() {
    double sum = 0;
    for (BaData o : data) {
      sum += BaObjectiveDerivatives.jacobian(o.camera(), o.point(), o.weight(), o.feature())[1][0];
    }
    return sum;
  }

  @Benchmark
  public double generatedForward() {
    double sum = 0;
    for (BaData o : data) {
      sum +=
          BaObjectiveDerivatives.jacobianForward(o.camera(), o.point(), o.weight(), o.feature())[1][
              0];
    }
    return sum;
  }

  @Benchmark
  public double vjp() {
    double sum = 0;
    for (BaData o : data) {
      sum +=
          BaObjectiveDerivatives.vjp(o.camera(), o.point(), o.weight(), o.feature(), cotangent)
              .weight();
    }
    return sum;
  }

  @Benchmark
  public double vjpInWorkspace() {
    double sum = 0;
    for (BaData o : data) {
      BaObjectiveDerivatives.vjp(
          o.camera(), o.point(), o.weight(), o.feature(), cotangent, workspace);
      sum += workspace.weight();
    }
    return sum;
  }

  @Benchmark
  public double jvp() {
    double sum = 0;
    for (BaData o : data) {
      sum +=
          BaObjectiveDerivatives.jvp(
              o.camera(),
              o.point(),
              o.weight(),
              o.feature(),
              direction.camera(),
              direction.point(),
              direction.weight())[1];
    }
    return sum;
  }
}
