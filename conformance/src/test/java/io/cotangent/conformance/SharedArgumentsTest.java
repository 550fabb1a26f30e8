package io.cotangent.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One array passed for two parameters: the parameters move together, so a tangent of one is a
 * tangent of both, and the two cotangents add up to the array's.
 */
class SharedArgumentsTest {
  private static final double[] POINT = {0.5, -1.25, 2};

  @TestFactory
  Stream<DynamicTest> derivativesAreTheArrays() {
    return Stream.of("reads", "writes", "writesPassive")
        .map(program -> DynamicTest.dynamicTest(program, () -> check(program)));
  }

  private static void check(String program) {
    Subject subject = Subject.of(SharedArgumentPrograms.class, program);
    Object[] args = {POINT.clone(), null};
    args[1] = args[0];
    double[] truth =
        Differences.jacobian(
            x -> Flat.of(subject.primal(new Object[] {x, x}).get()), POINT.clone(), 0.02)[0];
    Object value = subject.primal(args).get();
    Object both = subject.call("valueAndGradient", args).get();
    Close.sameBits("value", value, Subject.on(both, "value").get());
    double[] parts = subject.flatGradient(Subject.on(both, "gradient").get());
    double[] total = new double[POINT.length];
    for (int i = 0; i < parts.length; i++) {
      total[i % POINT.length] += parts[i];
    }
    Close.check("cotangents", truth, total, 1e-9);
    for (int i = 0; i < POINT.length; i++) {
      double[] unit = new double[POINT.length];
      unit[i] = 1;
      double[] copy = unit.clone();
      for (double[] second : List.of(unit, copy)) {
        Object[] dots =
            subject.wrt().length == 1 ? new Object[] {unit} : new Object[] {unit, second};
        double[] tangent = Flat.of(subject.call("jvp", args, dots).get());
        Close.check("tangent", new double[] {truth[i]}, tangent, 1e-9);
      }
    }
    Close.sameBits("arguments", POINT, args[0]);
  }
}
