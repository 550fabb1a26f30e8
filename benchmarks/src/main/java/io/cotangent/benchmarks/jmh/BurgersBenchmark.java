package io.cotangent.benchmarks.jmh;

import io.cotangent.benchmarks.manual.BurgersAdjoint;
import io.cotangent.benchmarks.objective.Burgers;
import io.cotangent.benchmarks.objective.BurgersEnergyDerivatives;
import io.cotangent.benchmarks.objective.BurgersEnergyOnTapeDerivatives;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Burgers' equation: the energy in the end, by the start and the viscosity. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BurgersBenchmark {
  private static final double VISCOSITY = 1e-3;
  private static final double STEP = 1e-4;

  @Param("1000")
  public int cells;

  @Param({"1000", "10000"})
  public int steps;

  private double[] start;
  private double[] startDot;
  private BurgersAdjoint adjoint;
  private BurgersEnergyDerivatives.Workspace workspace;
  private BurgersEnergyOnTapeDerivatives.Workspace tape;

  @Setup
  public void setUp() {
    start = new double[cells];
    startDot = new double[cells];
    for (int i = 0; i < cells; i++) {
      double x = (double) i / (cells - 1);
      start[i] = Math.sin(2 * Math.PI * x) + 0.5 * Math.sin(Math.PI * x);
      startDot[i] = Math.cos(3 * x);
    }
    adjoint = new BurgersAdjoint(cells, steps);
    workspace = new BurgersEnergyDerivatives.Workspace();
    tape = new BurgersEnergyOnTapeDerivatives.Workspace();
  }

  @Benchmark
  public double primal() {
    return Burgers.energyOnTape(start, VISCOSITY, STEP, steps);
  }

  @Benchmark
  public double manual() {
    return adjoint.valueAndGradient(start, VISCOSITY, STEP);
  }

  /** Twice each step: as many copies as the root of twice the steps. */
  @Benchmark
  public double generatedByCopies() {
    int copies = (int) Math.sqrt(2.0 * steps);
    return BurgersEnergyDerivatives.valueAndGradient(
        start, VISCOSITY, STEP, steps, copies, workspace);
  }

  @Benchmark
  public double generatedByFewCopies() {
    int copies = 32 - Integer.numberOfLeadingZeros(steps);
    return BurgersEnergyDerivatives.valueAndGradient(
        start, VISCOSITY, STEP, steps, copies, workspace);
  }

  /** A tape of all steps: some 80 bytes for each cell and step. */
  @Benchmark
  public double generated() {
    return BurgersEnergyOnTapeDerivatives.valueAndGradient(start, VISCOSITY, STEP, steps, tape);
  }

  @Benchmark
  public double jvp() {
    return BurgersEnergyOnTapeDerivatives.jvp(start, VISCOSITY, STEP, steps, startDot, 1);
  }
}
