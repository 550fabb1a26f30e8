package io.cotangent.conformance;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;

/** What forward mode must give at a point. */
final class ForwardChecks {
  private final Trial trial;
  private final Subject subject;
  private final double[][] truth;
  private final double tolerance;

  ForwardChecks(Trial trial) {
    this.trial = trial;
    this.subject = trial.subject;
    this.truth = trial.jacobian();
    this.tolerance = trial.tolerance(1e-7);
  }

  void run() {
    Close.check("jacobianForward", truth, jacobian("jacobianForward"), tolerance);
    Close.check("jacobian", truth, jacobian("jacobian"), tolerance);
    alongDirections();
    zeroTangentStaysZero();
    pushforward();
    function();
    trial.argumentsUntouched("forward mode");
  }

  private double[][] jacobian(String name) {
    return (double[][]) subject.call(name, trial.args).get();
  }

  private void alongDirections() {
    if (!Trial.isFinite(truth)) {
      return;
    }
    for (int seed = 0; seed < 3; seed++) {
      double[] direction = trial.direction(seed);
      Object[] dots = trial.tangents(direction);
      Object[] kept = Flat.copies(dots);
      double[] want = Trial.times(truth, direction);
      Object tangent = subject.call("jvp", trial.args, dots).get();
      Close.check("jvp", want, Flat.of(tangent), tolerance * (1 + trial.x.length));
      Object both = subject.call("valueAndJvp", trial.args, dots).get();
      Close.sameBits("valueAndJvp's value", trial.primal.get(), Subject.on(both, "value").get());
      Close.sameBits("valueAndJvp's tangent", tangent, Subject.on(both, "tangent").get());
      Close.sameBits("tangents", kept, dots);
    }
  }

  private void zeroTangentStaysZero() {
    Object[] dots = trial.tangents(new double[trial.x.length]);
    double[] got = Flat.of(subject.call("jvp", trial.args, dots).get());
    Close.check("jvp of zeros", new double[trial.entries()], got, 0);
  }

  private void pushforward() {
    Object[] passed = Flat.copies(trial.args);
    Object push = subject.call("pushforward", passed).get();
    Flat.spoil(passed);
    Close.sameBits("pushforward's value", trial.primal.get(), Subject.on(push, "value").get());
    for (int seed : new int[] {1, 2, 1}) {
      Object[] dots = trial.tangents(trial.direction(seed));
      Object[] kept = Flat.copies(dots);
      Object want = subject.call("jvp", trial.args, dots).get();
      Object got = Subject.on(push, "apply", dots).get();
      Close.sameBits("pushforward's tangent", want, got);
      Close.sameBits("pushforward's argument", kept, dots);
    }
    Close.sameBits("pushforward's value", trial.primal.get(), Subject.on(push, "value").get());
  }

  private void function() {
    Object function = subject.call("function", trial.args).get();
    double[] direction = trial.direction(4);
    double[] want = Flat.of(subject.call("jvp", trial.args, trial.tangents(direction)).get());
    double[] x = trial.x.clone();
    if (function instanceof ScalarFunction scalar) {
      Close.check("function.value", Flat.of(trial.primal.get()), Flat.of(scalar.value(x)), 0);
      Close.check("function.jvp", want, Flat.of(scalar.jvp(x, direction)), trial.agreement());
    } else {
      VectorFunction vector = (VectorFunction) function;
      Close.check("function.value", Flat.of(trial.primal.get()), vector.value(x), 0);
      Close.check("function.jvp", want, vector.jvp(x, direction), trial.agreement());
      Close.check("function.jacobian", truth, vector.jacobian(x), tolerance);
    }
    Close.sameBits("the function's point", trial.x, x);
  }
}
