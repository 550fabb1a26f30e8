package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.linear.Lu;

/** Inverse mode at one point against the generated Jacobian, solved densely. */
final class InverseChecks {
  private InverseChecks() {}

  static void check(Subject subject, Object... args) {
    Object[] before = Flat.copies(args);
    double[][] jacobian = (double[][]) subject.call("jacobian", args).get();
    int n = jacobian.length;
    boolean narrow = subject.resultType().getName().contains("F");
    double tolerance = narrow ? 1e-5 : 1e-10;
    Lu lu = new Lu(jacobian);
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = Math.sin(2.5 * i + 1);
    }
    double[] expected = new double[n];
    lu.solve(v, expected);
    Object like = subject.primal(args).get();
    Object seed = Flat.unflatten(new Object[] {like}, v)[0];
    double[] plain = subject.flatGradient(subject.call("ijvp", args, seed).get());
    close("ijvp", expected, plain, tolerance);
    lu.solveTransposed(v, expected);
    Object[] bars = Flat.unflatten(subject.wrtOf(args), v);
    close("ivjp", expected, Flat.of(subject.call("ivjp", args, bars).get()), tolerance);
    double logarithm = (double) subject.call("logAbsDetJacobian", args).get();
    close(
        "logAbsDetJacobian",
        new double[] {lu.logAbsDeterminant()},
        new double[] {logarithm},
        tolerance);
    if (subject.has("inverse")) {
      undo(subject, args, like);
    }
    assertTrue(Flat.sameBits(before, args), "the arguments are as they were");
  }

  /** The inverse function finds the parameters again, without their values. */
  private static void undo(Subject subject, Object[] args, Object result) {
    double[] wanted = Flat.of(subject.wrtOf(args));
    Object[] shapes = subject.with(args, new double[wanted.length]);
    Subject.Outcome outcome = subject.call("inverse", shapes, result);
    if (outcome.thrown() instanceof ArithmeticException same) {
      assertTrue(same.getMessage().contains("the same one"), same.getMessage());
      return;
    }
    close("inverse", wanted, subject.flatGradient(outcome.get()), 1e-7);
  }

  private static void close(String what, double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance * (1 + Math.abs(expected[i])), what);
    }
  }
}
