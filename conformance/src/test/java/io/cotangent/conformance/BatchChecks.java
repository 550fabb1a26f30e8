package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import io.cotangent.batch.Device;
import io.cotangent.runtime.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the operations of a batch with those of its items.
 *
 * @param tolerance per entry, relative to the entry or one if that is more; 0 asks for equal bits
 */
record BatchChecks(BatchSubject subject, BatchInputs inputs, int n, double tolerance) {

  /** Every operation; sums only where all numbers are {@code finite}. */
  void all(Device device, boolean finite) {
    value(device);
    if (subject.isScalar()) {
      gradient(device, finite);
    }
    jvp(device);
    vjp(device, finite);
    matrix(device, "jacobian");
    if (subject.has("hvp")) {
      hvp(device, finite);
      matrix(device, "hessian");
    }
  }

  /** What the kernels of a device can do. */
  void kernels(Device device, boolean finite) {
    value(device);
    if (subject.isScalar()) {
      gradient(device, finite);
    }
    jvp(device);
    vjp(device, finite);
  }

  private int resultSize() {
    if (n == 0 || subject.isScalar()) {
      return 1;
    }
    return Trees.size(both(0).get(0));
  }

  private List<Object> both(int item) {
    return BatchSubject.parts(subject.one("valueAndJvp", inputs.itemWithTangents(item)));
  }

  private void value(Device device) {
    int size = resultSize();
    Object out = inputs.out(size);
    List<Object> arguments = new ArrayList<>(inputs.arguments);
    arguments.add(out);
    List<Object> before = arguments.stream().map(BatchChecks::copy).toList();
    subject.batch("value", device, n, arguments);
    unchanged(before, arguments, inputs.arguments.size());
    for (int item = 0; item < n; item++) {
      same("value", item, both(item).get(0), part(out, item, size));
    }
  }

  private void jvp(Device device) {
    int size = resultSize();
    Object out = inputs.out(size);
    Object outDot = inputs.out(size);
    List<Object> arguments = new ArrayList<>(inputs.arguments);
    arguments.addAll(inputs.tangents);
    arguments.addAll(List.of(out, outDot));
    List<Object> before = arguments.stream().map(BatchChecks::copy).toList();
    subject.batch("jvp", device, n, arguments);
    unchanged(before, arguments, arguments.size() - 2);
    for (int item = 0; item < n; item++) {
      List<Object> both = both(item);
      same("jvp's value", item, both.get(0), part(out, item, size));
      same("jvp", item, both.get(1), part(outDot, item, size));
    }
  }

  private void gradient(Device device, boolean finite) {
    Object out = inputs.out(1);
    List<Object> arguments = new ArrayList<>(inputs.arguments);
    arguments.add(out);
    Sums sums = new Sums(this, "gradient", arguments);
    sums.returned(subject.batch("gradient", device, n, arguments));
    for (int item = 0; item < n; item++) {
      List<Object> one = BatchSubject.parts(subject.one("valueAndGradient", inputs.item(item)));
      same("gradient's value", item, one.get(0), part(out, item, 1));
      sums.item(item, one.get(1));
    }
    sums.check(finite);
  }

  private void vjp(Device device, boolean finite) {
    int size = resultSize();
    Object cotangent = inputs.out(size);
    for (int i = 0; i < n * size; i++) {
      Trees.set(cotangent, i, 1.5 - i % 7);
    }
    List<Object> arguments = new ArrayList<>(inputs.arguments);
    arguments.add(cotangent);
    Sums sums = new Sums(this, "vjp", arguments);
    sums.returned(subject.batch("vjp", device, n, arguments));
    for (int item = 0; item < n; item++) {
      List<Object> one = inputs.item(item);
      one.add(part(cotangent, item, size));
      sums.item(item, subject.one("vjp", one));
    }
    sums.check(finite);
  }

  private void hvp(Device device, boolean finite) {
    List<Object> arguments = new ArrayList<>(inputs.arguments);
    arguments.addAll(inputs.tangents);
    Sums sums = new Sums(this, "hvp", arguments);
    sums.returned(subject.batch("hvp", device, n, arguments));
    for (int item = 0; item < n; item++) {
      sums.item(item, subject.one("hvp", inputs.itemWithTangents(item)));
    }
    sums.check(finite);
  }

  private void matrix(Device device, String operation) {
    int size = n == 0 ? 0 : Trees.size(subject.one(operation, inputs.item(0)));
    double[] out = new double[n * size];
    List<Object> arguments = new ArrayList<>(inputs.arguments);
    arguments.add(out);
    subject.batch(operation, device, n, arguments);
    for (int item = 0; item < n; item++) {
      double[] want = Trees.flat(subject.one(operation, inputs.item(item)));
      same(operation, item, want, BatchSubject.part(out, true, item, size));
    }
  }

  private Object part(Object out, int item, int size) {
    return BatchSubject.part(out, !subject.isScalar(), item, size);
  }

  private static Object copy(Object argument) {
    return argument.getClass().isArray() ? cloned(argument) : argument;
  }

  private static Object cloned(Object array) {
    if (array instanceof Object[] rows) {
      return Trees.copy(rows);
    } else if (array instanceof int[] numbers) {
      return numbers.clone();
    } else if (array instanceof boolean[] flags) {
      return flags.clone();
    }
    return Trees.copy(array);
  }

  private void unchanged(List<Object> before, List<Object> after, int count) {
    for (int i = 0; i < count; i++) {
      if (!java.util.Objects.deepEquals(before.get(i), after.get(i))) {
        fail("argument " + i + " of " + subject.resultType() + " is changed");
      }
    }
  }

  /** Compares numbers or arrays of them. */
  void same(String what, int item, Object want, Object got) {
    double[] wanted = Trees.flatAll(want);
    double[] gotten = Trees.flatAll(got);
    for (int i = 0; i < Math.max(wanted.length, gotten.length); i++) {
      if (!close(wanted[i], gotten[i], tolerance)) {
        fail(
            String.format(
                "%s of item %d of %d, entry %d: %s should be %s; item %s",
                what, item, n, i, gotten[i], wanted[i], Flat.text(inputs.item(item).toArray())));
      }
    }
  }

  static boolean close(double want, double got, double tolerance) {
    return Double.compare(want, got) == 0
        || tolerance > 0 && Math.abs(want - got) <= tolerance * Math.max(1, Math.abs(want))
        || tolerance > 0 && want == got;
  }
}
