package io.cotangent.fuzz.run;

import io.cotangent.fuzz.eval.JavaThrow;
import io.cotangent.fuzz.eval.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One program at one point: what is expected there, and what was found wrong. */
final class Trial {
  final Subject subject;
  final Object[] args;
  final Outcome outcome;
  final Expected expected;
  final List<Finding> findings = new ArrayList<>();
  private final Object[] kept;
  int comparisons;
  int unclear;

  Trial(Subject subject, Object[] args, boolean assertions, int fuel) {
    this.subject = subject;
    this.kept = subject.program.arguments(args, subject.loader);
    this.args = Data.copyAll(kept);
    Specimen program = subject.program;
    this.outcome = program.outcome(kept, program.order(), assertions, fuel, subject.loader);
    this.expected = new Expected(outcome, program.directions(kept));
  }

  boolean throwsAtPrimal() {
    return outcome.thrown() != null;
  }

  void fail(Finding.Kind kind, String where, String detail) {
    findings.add(new Finding(kind, where, detail, kept));
  }

  /** The value of an answer; null where an exception was expected, or one came instead. */
  Object value(String where, Subject.Answer answer) {
    for (int i = 0; i < args.length; i++) {
      if (!Data.same(args[i], kept[i])) {
        fail(
            Finding.Kind.ARGUMENTS,
            where,
            subject.program.parameters().get(i)
                + " was "
                + Data.text(kept[i])
                + ", is "
                + Data.text(args[i]));
        args[i] = Data.copy(kept[i]);
      }
    }
    JavaThrow wanted = outcome.thrown();
    Throwable thrown = answer.thrown();
    if (thrown instanceof IllegalStateException && isOfCopies(thrown)) {
      return null;
    }
    if (wanted == null && thrown == null) {
      return answer.value();
    }
    if (wanted == null
        || thrown == null
        || !thrown.getClass().getName().equals(wanted.type())
        || !sameMessage(wanted, thrown)) {
      String want = wanted == null ? "none" : wanted.type() + ": " + wanted.getMessage();
      fail(Finding.Kind.EXCEPTION, where, "want " + want + "\n got " + describe(thrown));
    }
    return null;
  }

  /** A loop that would run again from copies says so where copies would be another state. */
  private static boolean isOfCopies(Throwable thrown) {
    String message = thrown.getMessage();
    return message != null && message.contains("a loop with Cotangent.checkpoint needs");
  }

  /** HotSpot leaves the message out of implicit exceptions that hot code throws again and again. */
  private static boolean sameMessage(JavaThrow wanted, Throwable thrown) {
    boolean omitted =
        JavaThrow.ANY.equals(wanted.getMessage())
            || thrown.getMessage() == null && thrown.getStackTrace().length == 0;
    return omitted || Objects.equals(thrown.getMessage(), wanted.getMessage());
  }

  private static String describe(Throwable thrown) {
    if (thrown == null) {
      return "none";
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown + (trace.length == 0 ? "" : "\n  at " + trace[0]);
  }

  /** Checks a primal value for equality of bits. */
  void primal(String where, Object got) {
    comparisons++;
    if (!Data.same(got, outcome.value())) {
      fail(
          Finding.Kind.VALUE,
          where,
          "want " + Data.text(outcome.value()) + "\n got " + Data.text(got));
    }
  }

  /** Checks derivatives that have the shape of {@code like}. */
  void numbers(String where, Object like, Object got, Expected.Numbers want) {
    if (!Data.sameShape(like, got)) {
      fail(
          Finding.Kind.SHAPE,
          where,
          "want the shape of " + Data.text(like) + "\n got " + Data.text(got));
      return;
    }
    double[] flat = Data.flat(got);
    comparisons += want.clear();
    unclear += flat.length - want.clear();
    int at = want.mismatch(flat);
    if (at >= 0) {
      fail(
          Finding.Kind.DERIVATIVE,
          where,
          "want "
              + Arrays.toString(want.want())
              + "\n got "
              + Arrays.toString(flat)
              + "\n entry "
              + at
              + ", scale "
              + want.scale()[at]
              + (want.loose()[at] ? ", through float" : ""));
    }
  }
}
