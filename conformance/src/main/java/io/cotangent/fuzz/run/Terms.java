package io.cotangent.fuzz.run;

import io.cotangent.fuzz.eval.Differentiator;
import io.cotangent.fuzz.eval.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * Bounds for the terms that a shared parameter's cotangents are sums of: a batch adds those of all
 * items in an order of its own, also where an item's own terms cancel each other.
 */
final class Terms {
  private static final int FUEL = 100_000;

  private final ManyItems many;
  private final int from;
  private final int size;

  Terms(ManyItems many, int param) {
    this.many = many;
    Object[] item = many.items.get(0);
    int before = 0;
    for (int i : many.program.wrt()) {
      if (i == param) {
        break;
      }
      before += Data.flat(item[i]).length;
    }
    this.from = before;
    this.size = Data.flat(item[param]).length;
  }

  /**
   * The sums over all items.
   *
   * @param operation what of an item is summed
   * @param each what each item is given beside its arguments
   */
  double[] of(String operation, List<List<Object>> each) {
    double[] sums = new double[size];
    for (int item = 0; item < many.count(); item++) {
      double[] scale = scale(operation, item, each);
      for (int i = 0; i < size; i++) {
        sums[i] += scale[from + i];
      }
    }
    return sums;
  }

  private double[] scale(String operation, int item, List<List<Object>> each) {
    boolean second = operation.equals("hvp");
    Object[] args = Data.copyAll(many.items.get(item));
    int directions = Differentiator.directions(many.program, args);
    Outcome outcome = Differentiator.run(many.program, args, second ? 2 : 1, true, FUEL);
    if (outcome.thrown() != null) {
      return new double[directions];
    }
    Expected expected = new Expected(outcome, directions);
    if (each.isEmpty()) {
      return expected.vjp(new double[] {1}).scale();
    }
    double[] given = flat(each.get(item));
    return (second ? expected.hvp(given) : expected.vjp(given)).scale();
  }

  private static double[] flat(List<Object> parts) {
    return parts.stream().flatMapToDouble(p -> Arrays.stream(Data.flat(p))).toArray();
  }
}
