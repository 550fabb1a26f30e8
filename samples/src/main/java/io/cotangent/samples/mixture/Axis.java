package io.cotangent.samples.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One axis of a picture: a range that ends on ticks, and where its values lie in pixels. */
final class Axis {

  private final double from;
  private final double to;
  private final double step;
  private final double fromPixel;
  private final double toPixel;

  /** An axis that covers {@code least} to {@code most} between two pixels. */
  Axis(double least, double most, double fromPixel, double toPixel) {
    this.step = niceStep((most - least) / 8);
    this.from = Math.floor(least / step) * step;
    this.to = Math.ceil(most / step) * step;
    this.fromPixel = fromPixel;
    this.toPixel = toPixel;
  }

  /** The next of 1, 2 and 5 times a power of ten. */
  private static double niceStep(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** The pixel of a value. */
  double at(double value) {
    return fromPixel + (value - from) * perUnit();
  }

  /** Pixels per unit; negative where the axis runs upwards. */
  double perUnit() {
    return (toPixel - fromPixel) / (to - from);
  }

  double fromPixel() {
    return fromPixel;
  }

  double toPixel() {
    return toPixel;
  }

  /** The values that carry ticks. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int count = (int) Math.round((to - from) / step);
    for (int i = 0; i <= count; i++) {
      ticks.add(from + i * step);
    }
    return ticks;
  }

  /** A tick's label, with as many decimals as the step has. */
  String label(double tick) {
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f", tick);
  }
}
