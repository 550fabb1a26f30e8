package io.cotangent.fuzz.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * How much a batch may differ from its items.
 *
 * @param name what the batch runs on
 * @param exact whether items must have the same bits; else elementary functions may differ by ulps
 */
record Agreement(String name, boolean exact) {
  private static final double TOLERANCE = 1e-9;

  /** Sums are added in another order than item by item. */
  private static final double ROUNDING = 1e-12;

  private static final double ENORMOUS = 1e100;

  /** How inputs are moved to tell how much a result says. */
  static final double NUDGE = 1e-12;

  private static final double AMPLIFIED = 100;

  /**
   * What is wrong with an item's numbers, or null.
   *
   * @param nearby the same at points nearby: they tell what an ulp on the way may make
   */
  String mismatch(double[] want, double[] got, Supplier<List<double[]>> nearby) {
    List<double[]> others = null;
    for (int i = 0; i < want.length; i++) {
      if (Double.compare(want[i], got[i]) == 0 || !exact && close(want[i], got[i])) {
        continue;
      }
      if (!exact) {
        others = others == null ? nearby.get() : others;
        if (Math.abs(got[i] - want[i]) <= AMPLIFIED * spread(others, i, want[i])) {
          continue;
        }
      }
      return "entry " + i + ": want " + text(want) + "\n got " + text(got);
    }
    return null;
  }

  private static boolean close(double want, double got) {
    return want == got || Math.abs(want - got) <= TOLERANCE * Math.abs(want);
  }

  /** How far an entry moves; infinite where it can't be told. */
  static double spread(List<double[]> nearby, int i, double want) {
    double spread = 0;
    for (double[] other : nearby) {
      if (i >= other.length) {
        return Double.POSITIVE_INFINITY;
      }
      double moved = Math.abs(other[i] - want);
      boolean same = Double.compare(other[i], want) == 0;
      spread = Math.max(spread, same ? 0 : moved);
      if (!same && !(moved < ENORMOUS)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return spread;
  }

  /**
   * What is wrong with sums over the items, or null.
   *
   * @param size the sums of the absolute values
   * @param single whether the sums went through float
   * @param slack what rounding on the way may make
   */
  String sums(
      double[] want, double[] size, double[] got, boolean single, Supplier<double[]> slack) {
    double[] more = null;
    for (int i = 0; i < want.length; i++) {
      if (!(size[i] < ENORMOUS)) {
        continue;
      }
      double tolerance = (single ? 1e-5 : exact ? ROUNDING : TOLERANCE) * size[i];
      if (Math.abs(want[i] - got[i]) <= tolerance) {
        continue;
      }
      more = more == null ? slack.get() : more;
      if (!(Math.abs(want[i] - got[i]) <= AMPLIFIED * more[i])) {
        return "entry " + i + ": want " + text(want) + "\n got " + text(got);
      }
    }
    return null;
  }

  /** What an item's k-th result is at points nearby. */
  interface Nearby {
    List<double[]> of(int item, int k);
  }

  /** How far sums over the items may move. */
  static double[] slack(List<List<Object>> wanted, int k, Nearby nearby) {
    double[] slack = null;
    for (int item = 0; item < wanted.size(); item++) {
      double[] want = Data.flat(wanted.get(item).get(k));
      List<double[]> others = nearby.of(item, k);
      slack = slack == null ? new double[want.length] : slack;
      for (int i = 0; i < want.length; i++) {
        slack[i] += spread(others, i, want[i]);
      }
    }
    return slack;
  }

  private static String text(double[] numbers) {
    return Arrays.toString(numbers);
  }
}
