package io.cotangent.ode;

/** Reverse mode through the steps that were taken. */
final class DiscreteAdjoint {
  private final OdeSystem system;
  private final double[] p;
  private final OdeOptions options;

  DiscreteAdjoint(OdeSystem system, double[] p, OdeOptions options) {
    this.system = system;
    this.p = p;
    this.options = options;
  }

  Solver.Cotangents of(double[] y0, double[] times, double[][] bars) {
    Integration integration = new Integration(system, p, options);
    StepTape tape = new StepTape(options.checkpoints());
    integration.run(
        y0,
        times,
        step -> {
          tape.add(step);
          return true;
        });
    OutputBars outputs = new OutputBars(system, p, times, bars, y0.length);
    double[] pBar = new double[p.length];
    tape.backwards(
        integration.method(),
        step -> {
          outputs.meet(step.end(), step.result());
          outputs.bar = integration.method().cotangent(step, outputs.bar, pBar);
        });
    return outputs.finish(y0, pBar);
  }
}
