package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;

/** Whatever the method throws, every derivative method throws. */
final class ThrowingChecks {
  private final Trial trial;
  private final Subject subject;

  ThrowingChecks(Trial trial) {
    this.trial = trial;
    this.subject = trial.subject;
  }

  void run() {
    Object[] dots = trial.tangents(trial.direction(0));
    List<String> plain = new ArrayList<>(List.of("pullback", "pushforward"));
    plain.addAll(List.of("jacobian", "jacobianForward", "jacobianReverse"));
    if (subject.isScalar()) {
      plain.addAll(List.of("gradient", "valueAndGradient"));
      same("workspace", subject.call("valueAndGradient", trial.args, subject.workspace()));
      Object bar = subject.resultType() == float.class ? (Object) 1f : (Object) 1.0;
      same("vjp", subject.call("vjp", trial.args, bar));
    }
    if (subject.has("hessian")) {
      plain.add("hessian");
      same("hvp", subject.call("hvp", trial.args, dots));
    }
    plain.forEach(name -> same(name, subject.call(name, trial.args)));
    same("jvp", subject.call("jvp", trial.args, dots));
    same("valueAndJvp", subject.call("valueAndJvp", trial.args, dots));
    trial.argumentsUntouched("a derivative that threw");
  }

  private void same(String name, Subject.Outcome outcome) {
    Throwable want = trial.primal.thrown();
    assertNotNull(outcome.thrown(), () -> name + " should throw " + want);
    assertEquals(want.getClass(), outcome.thrown().getClass(), name);
    assertEquals(want.getMessage(), outcome.thrown().getMessage(), name);
  }
}
