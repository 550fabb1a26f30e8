package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import io.cotangent.runtime.Trees;
import java.util.ArrayList;
import java.util.List;

/** The cotangents of a batch: per item for batched parameters, summed for shared ones. */
final class Sums {
  private final BatchChecks checks;
  private final String what;
  private final List<Object> bars = new ArrayList<>();
  private final List<double[]> sums = new ArrayList<>();
  private final List<double[]> sizes = new ArrayList<>();
  private List<Object> returned = List.of();

  /** Adds arrays for the cotangents to the arguments of a batch. */
  Sums(BatchChecks checks, String what, List<Object> arguments) {
    this.checks = checks;
    this.what = what;
    for (int i : checks.subject().withBars()) {
      bars.add(checks.inputs().bar(i));
    }
    arguments.addAll(bars);
    for (int i : checks.subject().wrt()) {
      int size = shared(i) ? Trees.flatAll(checks.inputs().arguments.get(i)).length : 0;
      sums.add(new double[size]);
      sizes.add(new double[size]);
    }
  }

  private boolean shared(int param) {
    return !checks.subject().isBatched(param);
  }

  void returned(Object gradient) {
    returned = BatchSubject.parts(gradient);
  }

  /** The gradient of an item alone. */
  void item(int item, Object gradient) {
    List<Object> parts = BatchSubject.parts(gradient);
    List<Integer> wrt = checks.subject().wrt();
    for (int k = 0; k < wrt.size(); k++) {
      int i = wrt.get(k);
      if (shared(i)) {
        double[] share = Trees.flatAll(parts.get(k));
        for (int j = 0; j < share.length; j++) {
          sums.get(k)[j] += share[j];
          sizes.get(k)[j] += Math.abs(share[j]);
        }
      } else {
        Object bar = bars.get(checks.subject().withBars().indexOf(i));
        int size = checks.inputs().itemSize(i);
        boolean isArray = checks.subject().types()[i].isArray();
        Object part = BatchSubject.part(bar, isArray, item, size);
        checks.same(what + " by parameter " + i, item, parts.get(k), part);
      }
    }
  }

  void check(boolean finite) {
    if (!finite) {
      return;
    }
    List<Integer> wrt = checks.subject().wrt();
    int scalar = 0;
    for (int k = 0; k < wrt.size(); k++) {
      int i = wrt.get(k);
      if (shared(i)) {
        boolean isArray = checks.subject().types()[i].isArray();
        Object got =
            isArray ? bars.get(checks.subject().withBars().indexOf(i)) : returned.get(scalar++);
        same(i, k, Trees.flatAll(got), got.getClass() == Float.class);
      }
    }
  }

  /** The order in which the items are added may differ. */
  private void same(int param, int k, double[] got, boolean isFloat) {
    double rounding = isFloat ? 6e-8 : 1e-13;
    for (int j = 0; j < got.length; j++) {
      double size = sizes.get(k)[j];
      double slack = rounding * size + checks.tolerance() * Math.max(1, size);
      double want = sums.get(k)[j];
      if (!(want == got[j] || Math.abs(want - got[j]) <= slack)) {
        fail(
            String.format(
                "%s, sum by parameter %d, entry %d over %d items: %s should be %s",
                what, param, j, checks.n(), got[j], want));
      }
    }
  }
}
