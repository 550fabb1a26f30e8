package io.cotangent.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The steps of an integration, to be gone through backwards. Of their states every stride-th is
 * kept, so that no more than a given number are; the others are computed again, bit for bit.
 */
final class StepTape {
  private final int limit;
  private final List<double[]> states = new ArrayList<>();
  private double[] bounds = new double[64];
  private int count;
  private int stride = 1;

  StepTape(int limit) {
    this.limit = limit;
  }

  void add(Step step) {
    if (count + 2 > bounds.length) {
      bounds = java.util.Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[count] = step.t();
    bounds[count + 1] = step.end();
    if (count % stride == 0) {
      states.add(step.start());
    }
    count++;
    if (states.size() > limit) {
      thin();
    }
  }

  private void thin() {
    for (int i = 1; i < states.size(); i++) {
      states.remove(i);
    }
    stride *= 2;
  }

  /** Shows the steps, the last first. */
  void backwards(Method method, Consumer<Step> visitor) {
    for (int block = states.size() - 1; block >= 0; block--) {
      int first = block * stride;
      List<Step> steps = new ArrayList<>();
      double[] y = states.get(block);
      Step before = null;
      for (int i = first; i < Math.min(count, first + stride); i++) {
        before = method.step(bounds[i], bounds[i + 1], y, before);
        y = before.result();
        steps.add(before);
      }
      for (int i = steps.size() - 1; i >= 0; i--) {
        visitor.accept(steps.get(i));
      }
    }
  }
}
