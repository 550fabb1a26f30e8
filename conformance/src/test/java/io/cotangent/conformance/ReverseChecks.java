package io.cotangent.conformance;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;

/** What reverse mode must give at a point, and that it agrees with forward mode. */
final class ReverseChecks {
  private final Trial trial;
  private final Subject subject;
  private final double[][] truth;
  private final double tolerance;

  ReverseChecks(Trial trial) {
    this.trial = trial;
    this.subject = trial.subject;
    this.truth = trial.jacobian();
    this.tolerance = trial.tolerance(1e-7);
  }

  void run() {
    double[][] reverse = (double[][]) subject.call("jacobianReverse", trial.args).get();
    Close.check("jacobianReverse", truth, reverse, tolerance);
    double[][] forward = (double[][]) subject.call("jacobianForward", trial.args).get();
    Close.check("reverse against forward", forward, reverse, trial.agreement());
    if (subject.isScalar()) {
      gradients();
    }
    alongCotangents();
    dotProductIdentity();
    zeroCotangentStaysZero();
    if (subject.takes("vjp", trial.args.length + 2)) {
      vjpInWorkspace();
    }
    pullback();
    function();
    trial.argumentsUntouched("reverse mode");
  }

  private void gradients() {
    Object gradient = subject.call("gradient", trial.args).get();
    double[] flat = subject.flatGradient(gradient);
    Close.check("gradient", truth[0], flat, tolerance);
    Object both = subject.call("valueAndGradient", trial.args).get();
    value("valueAndGradient", Subject.on(both, "value").get());
    Close.sameBits(
        "valueAndGradient", flat, subject.flatGradient(Subject.on(both, "gradient").get()));
    Object workspace = subject.workspace();
    for (int use = 0; use < 3; use++) {
      value("workspace, use " + use, subject.call("valueAndGradient", trial.args, workspace).get());
      Close.sameBits("workspace, use " + use, flat, subject.flatWorkspace(workspace));
    }
  }

  private void value(String what, Object value) {
    Close.sameBits(what + "'s value", trial.primal.get(), value);
  }

  private double[] vjp(Object cotangent) {
    return subject.flatGradient(subject.call("vjp", trial.args, cotangent).get());
  }

  private void alongCotangents() {
    if (!Trial.isFinite(truth)) {
      return;
    }
    for (int seed = 0; seed < 3; seed++) {
      Object bar = trial.cotangent(seed);
      Object[] kept = Flat.copies(bar);
      double[] want = Trial.transposedTimes(truth, Flat.of(bar), trial.x.length);
      Close.check("vjp", want, vjp(bar), tolerance * (1 + truth.length));
      Close.sameBits("cotangent", kept[0], bar);
    }
  }

  /** {@code <ybar, J xdot> = <J' ybar, xdot>}. */
  private void dotProductIdentity() {
    if (!Trial.isFinite(truth)) {
      return;
    }
    for (int seed = 10; seed < 13; seed++) {
      double[] direction = trial.direction(seed);
      Object bar = trial.cotangent(seed + 100);
      double[] tangent = Flat.of(subject.call("jvp", trial.args, trial.tangents(direction)).get());
      double[] ahead = Flat.of(Trial.dot(Flat.of(bar), tangent));
      double[] back = Flat.of(Trial.dot(vjp(bar), direction));
      double slack = Math.max(trial.isFloat() ? 1e-4 : 1e-11, trial.agreement());
      Close.check("dot-product identity", ahead, back, slack * (1 + size(truth)));
    }
  }

  private static double size(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      for (double entry : row) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }

  private void zeroCotangentStaysZero() {
    double[] got = vjp(trial.cotangent(new double[trial.entries()]));
    Close.check("vjp of zeros", new double[trial.x.length], got, 0);
  }

  /** The workspace's own arrays may be the next cotangent. */
  private void vjpInWorkspace() {
    Object workspace = subject.workspace();
    Object bar = trial.cotangent(7);
    for (int use = 0; use < 3; use++) {
      double[] want = vjp(bar);
      Object value = subject.call("vjp", trial.args, bar, workspace).get();
      value("vjp in a workspace", value);
      Close.sameBits("vjp in a workspace", want, subject.flatWorkspace(workspace));
      bar = value;
    }
  }

  private void pullback() {
    Object pull = subject.call("pullback", trial.args).get();
    value("pullback", Subject.on(pull, "value").get());
    for (int seed : new int[] {1, 2, 1}) {
      Object bar = trial.cotangent(seed);
      double[] got = subject.flatGradient(Subject.on(pull, "apply", bar).get());
      Close.check("pullback", vjp(bar), got, trial.agreement());
    }
    value("pullback", Subject.on(pull, "value").get());
  }

  private void function() {
    Object function = subject.call("function", trial.args).get();
    double[] x = trial.x.clone();
    if (function instanceof ScalarFunction scalar) {
      double[] gradient = new double[scalar.dimension()];
      double value = scalar.valueAndGradient(x, gradient);
      Close.check("function.value", Flat.of(trial.primal.get()), Flat.of(value), 0);
      Close.check("function's gradient", truth[0], gradient, tolerance);
    } else {
      Object bar = trial.cotangent(5);
      double[] got = ((VectorFunction) function).vjp(x, Flat.of(bar));
      Close.check("function.vjp", vjp(bar), got, trial.agreement());
    }
  }
}
