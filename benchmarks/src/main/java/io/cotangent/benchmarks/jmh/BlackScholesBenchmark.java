package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.manual.BlackScholesAdjoint;
import io.cotangent.benchmarks.objective.BlackScholes;
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

/** The price of a call and its five derivatives, per option. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BlackScholesBenchmark.OPTIONS)
public class BlackScholesBenchmark {
  static final int OPTIONS = 1000;
  private static final double STEP = 1e-6;

  private double[][] options;
  private double[] bars;
  private BlackScholesDerivatives.Workspace workspace;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    options = new double[OPTIONS][];
    for (int i = 0; i < OPTIONS; i++) {
      options[i] =
          new double[] {
            80 + 40 * random.nextDouble(),
            80 + 40 * random.nextDouble(),
            0.05 * random.nextDouble(),
            0.1 + 0.4 * random.nextDouble(),
            0.1 + 2 * random.nextDouble()
          };
    }
    bars = new double[5];
    workspace = new BlackScholesDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    double sum = 0;
    for (double[] o : options) {
      sum += BlackScholes.call(o[0], o[1], o[2], o[3], o[4]);
    }
    return sum;
  }

  @Benchmark
  public double manual() {
    double sum = 0;
    for (double[] o : options) {
      sum += BlackScholesAdjoint.valueAndGradient(o[0], o[1], o[2], o[3], o[4], bars);
      sum += bars[0] + bars[1] + bars[2] + bars[3] + bars[4];
    }
    return sum;
  }

  /** The textbook's formulas, which no differentiation of the price alone can find. */
  @Benchmark
  public double closedForm() {
    double sum = 0;
    for (double[] o : options) {
      sum += BlackScholesAdjoint.valueAndGreeks(o[0], o[1], o[2], o[3], o[4], bars);
      sum += bars[0] + bars[1] + bars[2] + bars[3] + bars[4];
    }
    return sum;
  }

  @Benchmark
  public double generated() {
    double sum = 0;
    BlackScholesDerivatives.Workspace ws = workspace;
    for (double[] o : options) {
      sum += BlackScholesDerivatives.valueAndGradient(o[0], o[1], o[2], o[3], o[4], ws);
      sum += ws.spot() + ws.strike() + ws.rate() + ws.vol() + ws.t();
    }
    return sum;
  }

  @Benchmark
  public double generatedAllocating() {
    double sum = 0;
    for (double[] o : options) {
      BlackScholesDerivatives.ValueAndGradient both =
          BlackScholesDerivatives.valueAndGradient(o[0], o[1], o[2], o[3], o[4]);
      BlackScholesDerivatives.Gradient g = both.gradient();
      sum += both.value() + g.spot() + g.strike() + g.rate() + g.vol() + g.t();
    }
    return sum;
  }

  @Benchmark
  public double jvp() {
    double sum = 0;
    for (double[] o : options) {
      sum += BlackScholesDerivatives.jvp(o[0], o[1], o[2], o[3], o[4], 1, 0.5, 0.1, 0.2, 0.3);
    }
    return sum;
  }

  @Benchmark
  public double centralDifferences() {
    double sum = 0;
    for (double[] o : options) {
      for (int i = 0; i < o.length; i++) {
        double at = o[i];
        double h = STEP * Math.abs(at);
        o[i] = at + h;
        double above = BlackScholes.call(o[0], o[1], o[2], o[3], o[4]);
        o[i] = at - h;
        double below = BlackScholes.call(o[0], o[1], o[2], o[3], o[4]);
        o[i] = at;
        sum += (above - below) / (2 * h);
      }
    }
    return sum;
  }
}
