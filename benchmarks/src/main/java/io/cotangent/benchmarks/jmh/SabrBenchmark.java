package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.manual.SabrAdjoint;
import io.cotangent.benchmarks.objective.Sabr;
import io.cotangent.benchmarks.objective.SabrDerivatives;
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

/** Implied volatility in the SABR model and its seven derivatives, per option. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SabrBenchmark.OPTIONS)
public class SabrBenchmark {
  static final int OPTIONS = 1000;

  private double[][] options;
  private SabrAdjoint adjoint;
  private SabrDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    options = new double[OPTIONS][];
    for (int i = 0; i < OPTIONS; i++) {
      options[i] = option(random);
    }
    adjoint = new SabrAdjoint();
    workspace = new SabrDerivatives.Workspace();
  }

  private static double[] option(Random random) {
    double forward = 0.02 + 0.03 * random.nextDouble();
    double moneyness = 1.2 + random.nextDouble();
    return new double[] {
      0.02 + 0.02 * random.nextDouble(),
      0.3 + 0.4 * random.nextDouble(),
      -0.5 * random.nextDouble(),
      0.2 + 0.4 * random.nextDouble(),
      forward,
      forward * (random.nextBoolean() ? moneyness : 1 / moneyness),
      0.5 + 5 * random.nextDouble()
    };
  }

  @Benchmark
  public double primal() {
    double sum = 0;
    for (double[] o : options) {
      sum += Sabr.volatility(o[0], o[1], o[2], o[3], o[4], o[5], o[6]);
    }
    return sum;
  }

  @Benchmark
  public double manual() {
    double sum = 0;
    for (double[] o : options) {
      sum += adjoint.valueAndGradient(o[0], o[1], o[2], o[3], o[4], o[5], o[6]);
      sum += adjoint.alpha + adjoint.beta + adjoint.rho + adjoint.nu;
      sum += adjoint.f + adjoint.k + adjoint.t;
    }
    return sum;
  }

  @Benchmark
  public double generated() {
    double sum = 0;
    for (double[] o : options) {
      sum += SabrDerivatives.valueAndGradient(o[0], o[1], o[2], o[3], o[4], o[5], o[6], workspace);
      sum += workspace.alpha() + workspace.beta() + workspace.rho() + workspace.nu();
      sum += workspace.f() + workspace.k() + workspace.t();
    }
    return sum;
  }

  @Benchmark
  public double jvp() {
    double sum = 0;
    for (double[] o : options) {
      sum += SabrDerivatives.jvp(o[0], o[1], o[2], o[3], o[4], o[5], o[6], 1, 1, 1, 1, 1, 1, 1);
    }
    return sum;
  }
}
